/*
 * components.cmake: what the application's build has to make, as one call per protection domain of a function
 * that the build defines (cmake/app/camkes.cmake).
 */
#include "emit/emit.h"

#include "emit/group.h"
#include "emit/names.h"
#include "emit/own.h"

#include <string.h>

/* The inside of a quoted argument. */
static const char *quoted(struct arena *arena, const char *text)
{
	char *escaped = arena_array(arena, strlen(text) + 1, 2), *to = escaped;
	for (const char *from = text; *from; from++) {
		if (strchr("\\\"$", *from))
			*to++ = '\\';
		*to++ = *from;
	}
	return escaped;
}

/* The C of the project's own connectors. */
static void own_files(struct compilation *compilation, struct out *out, const struct model_pd *pd,
		      const char *folder)
{
	const char *keyword = "OWN ";
	for (size_t i = 0; i < pd->component->bindings.count; i++) {
		if (!pd->component->bindings.items[i].own)
			continue;
		out_line(out, "%s\"${CMAKE_CURRENT_LIST_DIR}/%s/%s\"", keyword, folder,
			 emit_own_file(compilation->arena, &pd->component->bindings.items[i]));
		keyword = "\t";
	}
}

static void component(struct compilation *compilation, struct out *out, const struct model_pd *pd)
{
	struct arena *arena = compilation->arena;
	const char *folder = quoted(arena, names_file(arena, pd->name));
	out_text(out, "\n");
	out_line(out, "causeway_instance(");
	out_indent(out);
	out_line(out, "PROTECTION_DOMAIN \"%s\"", quoted(arena, pd->name));
	out_line(out, "INSTANCE \"%s\"", quoted(arena, pd->component->instance));
	out_line(out, "COMPONENT \"%s\"", quoted(arena, pd->component->type));
	out_line(out, "PROGRAM \"%s\"", quoted(arena, pd->program_image));
	own_files(compilation, out, pd, folder);
	out_line(out, "GLUE \"${CMAKE_CURRENT_LIST_DIR}/%s/glue.c\"", folder);
	out_line(out, "INCLUDE \"${CMAKE_CURRENT_LIST_DIR}/%s\")", folder);
	out_dedent(out);
}

static void group(struct compilation *compilation, struct out *out, const struct model_pd *pd)
{
	struct arena *arena = compilation->arena;
	const char *folder = quoted(arena, names_file(arena, pd->name));
	for (size_t i = 0; i < pd->component->members.count; i++) {
		const struct model_member *member = &pd->component->members.items[i];
		out_text(out, "\n");
		out_line(out, "causeway_member(");
		out_indent(out);
		out_line(out, "PROTECTION_DOMAIN \"%s\"", quoted(arena, pd->name));
		out_line(out, "INSTANCE \"%s\"", quoted(arena, member->instance));
		out_line(out, "COMPONENT \"%s\"", quoted(arena, member->type));
		out_line(out, "PREFIX \"%s\"", member->prefix);
		out_line(out, "INCLUDE \"${CMAKE_CURRENT_LIST_DIR}/%s/%s\")", folder,
			 emit_group_folder(arena, member));
		out_dedent(out);
	}
	out_text(out, "\n");
	out_line(out, "causeway_group(");
	out_indent(out);
	out_line(out, "PROTECTION_DOMAIN \"%s\"", quoted(arena, pd->name));
	out_line(out, "PROGRAM \"%s\"", quoted(arena, pd->program_image));
	out_line(out, "GLUE \"${CMAKE_CURRENT_LIST_DIR}/%s/glue.c\"", folder);
	out_line(out, "INCLUDE \"${CMAKE_CURRENT_LIST_DIR}/%s\")", folder);
	out_dedent(out);
}

struct out *emit_cmake(struct compilation *compilation, const struct model *model)
{
	struct out *out = out_create(compilation->arena);
	out_line(out, "# The programs of %s.system.", model->name);
	out_line(out, "set(CAUSEWAY_SYSTEM \"${CMAKE_CURRENT_LIST_DIR}/%s.system\")",
		 quoted(compilation->arena, model->name));
	for (size_t i = 0; i < model->pds.count; i++)
		if (model->pds.items[i]->component)
			(model->pds.items[i]->component->members.count ? group : component)(
				compilation, out, model->pds.items[i]);
	return out;
}
