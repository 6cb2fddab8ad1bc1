#include "emit/emit.h"

#include "emit/group.h"
#include "emit/names.h"
#include "emit/own.h"

#include <string.h>

static const struct {
	struct out *(*make)(struct compilation *, const struct model *, const struct model_pd *);
	const char *file;
	bool components_only;
} outputs[] = {
#define OUTPUT(function, file, components_only) { function, file, components_only },
#include "emit/outputs.def"
#undef OUTPUT
};

/* FILE with its %s, if it has one, replaced. */
static const char *file_name(struct arena *arena, const char *file, const char *pd)
{
	const char *gap = strstr(file, "%s");
	return gap ? arena_format(arena, "%.*s%s%s", (int)(gap - file), file, pd, gap + 2) : file;
}

/* A member of a group has its own camkes.h. */
static int add_member(struct compilation *compilation, const struct model *model, const struct model_pd *pd,
		      size_t index, const char *folder, struct out_set *files)
{
	struct arena *arena = compilation->arena;
	const char *own = arena_format(arena, "%s/%s", folder,
				       emit_group_folder(arena, &pd->component->members.items[index]));
	out_set_add(files, emit_camkes_header(compilation, model, emit_group_member(compilation, pd, index)),
		    arena_format(arena, "%s/camkes.h", own));
	return out_make_directory(own);
}

static int add_pd(struct compilation *compilation, const struct model *model, const struct model_pd *pd,
		  const char *directory, struct out_set *files)
{
	struct arena *arena = compilation->arena;
	const char *name = names_file(arena, pd->name);
	const char *folder = arena_format(arena, "%s/%s", directory, name);
	for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
		if (pd->component || !outputs[i].components_only)
			out_set_add(files, outputs[i].make(compilation, model, pd),
				    arena_format(arena, "%s/%s", folder,
						 file_name(arena, outputs[i].file, name)));
	for (size_t i = 0; pd->component && i < pd->component->bindings.count; i++) {
		const struct model_binding *binding = &pd->component->bindings.items[i];
		if (binding->own)
			out_set_add(files, emit_own_c(compilation, model, pd, binding),
				    arena_format(arena, "%s/%s", folder, emit_own_file(arena, binding)));
	}
	int error = out_make_directory(folder);
	for (size_t i = 0; pd->component && i < pd->component->members.count && !error; i++)
		error = add_member(compilation, model, pd, i, folder, files);
	return error;
}

bool emit_all(struct compilation *compilation, const struct model *model, const char *directory,
	      struct out_set *files)
{
	struct arena *arena = compilation->arena;
	int error = 0;
	for (size_t i = 0; i < model->pds.count && !error; i++)
		error = add_pd(compilation, model, model->pds.items[i], directory, files);
	out_set_add(files, emit_report(compilation, model), arena_format(arena, "%s/report.md", directory));
	out_set_add(files, emit_cmake(compilation, model),
		    arena_format(arena, "%s/components.cmake", directory));
	if (error)
		diag_report_file(compilation->diag, DIAG_CANNOT_WRITE, directory, "cannot write: %s",
				 strerror(error));
	return !error;
}
