#include "emit/emit.h"

#include "emit/names.h"

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

static bool fail(struct compilation *compilation, const char *path, int error)
{
	if (error)
		diag_report_file(compilation->diag, DIAG_CANNOT_WRITE, path, "cannot write: %s",
				 strerror(error));
	return !error;
}

static bool write_file(struct compilation *compilation, const struct out *out, const char *directory,
		       const char *name)
{
	const char *path = arena_format(compilation->arena, "%s/%s", directory, name);
	return fail(compilation, path, out_commit(out, path));
}

/* FILE with its %s, if it has one, replaced. */
static const char *file_name(struct arena *arena, const char *file, const char *pd)
{
	const char *gap = strstr(file, "%s");
	return gap ? arena_format(arena, "%.*s%s%s", (int)(gap - file), file, pd, gap + 2) : file;
}

static bool write_pd(struct compilation *compilation, const struct model *model, const struct model_pd *pd,
		     const char *directory)
{
	const char *name = names_file(compilation->arena, pd->name);
	const char *folder = arena_format(compilation->arena, "%s/%s", directory, name);
	if (!fail(compilation, folder, out_make_directory(folder)))
		return false;
	bool ok = true;
	for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
		if (pd->component || !outputs[i].components_only)
			ok &= write_file(compilation, outputs[i].make(compilation, model, pd), folder,
					 file_name(compilation->arena, outputs[i].file, name));
	return ok;
}

bool emit_all(struct compilation *compilation, const struct model *model, const char *directory)
{
	bool ok = true;
	for (size_t i = 0; i < model->pds.count; i++)
		ok &= write_pd(compilation, model, model->pds.items[i], directory);
	ok &= write_file(compilation, emit_report(compilation, model), directory, "report.md");
	ok &= write_file(compilation, emit_cmake(compilation, model), directory, "components.cmake");
	return ok;
}
