#include "elf/elf.h"

#include <string.h>
#include <sys/stat.h>

struct finder {
	struct compilation *compilation;
	const elf_search_paths *paths;
	enum elf_required required;
	bool ok;
};

/* NULL: nowhere. */
static const char *find(const struct finder *finder, const char *name, struct stat *status)
{
	if (*name == '/')
		return stat(name, status) ? NULL : name;
	for (size_t i = 0; i < finder->paths->count; i++) {
		const char *path =
			arena_format(finder->compilation->arena, "%s/%s", finder->paths->items[i], name);
		if (!stat(path, status))
			return path;
	}
	return NULL;
}

const char *elf_find_file(struct compilation *compilation, const elf_search_paths *paths, const char *name)
{
	struct finder finder = { .compilation = compilation, .paths = paths };
	struct stat status;
	return find(&finder, name, &status);
}

/* NULL: nowhere, which was reported if it is an error. */
static const char *find_image(struct finder *finder, const char *name, struct src_range range)
{
	struct stat status;
	const char *path = find(finder, name, &status);
	if (path || finder->required != ELF_REQUIRED_ALL)
		return path;
	diag_report(finder->compilation->diag, DIAG_MISSING_IMAGE, range, "no program image '%s' is found",
		    name);
	finder->ok = false;
	return NULL;
}

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* That of another one with the same program, or NULL: systems often have several. */
static const struct model_image *find_read(const struct model *model, const struct model_pd *pd,
					   const struct model_image **images)
{
	for (size_t i = 0; i < pd->index; i++) {
		const struct model_pd *other = model->pds.items[i];
		if (images[i] && is_same(other->program_image, pd->program_image) &&
		    is_same(other->symbols_image, pd->symbols_image))
			return images[i];
	}
	return NULL;
}

static const struct model_image *read_image(struct finder *finder, const struct model *model,
					    const struct model_pd *pd)
{
	struct src_range range = model_place(model, &pd->program_image, pd->range);
	const char *path = find_image(finder, pd->program_image, range);
	const char *symbols = NULL;
	if (!path)
		return NULL;
	if (pd->symbols_image) {
		symbols = find_image(finder, pd->symbols_image,
				     model_place(model, &pd->symbols_image, pd->range));
		if (!symbols)
			return NULL;
	}
	const struct model_image *image = elf_read_image(finder->compilation, path, symbols, range);
	finder->ok &= image != NULL;
	return image;
}

static struct model_prefill measure(const struct finder *finder, const struct model_region *region)
{
	struct stat status;
	if (!region->prefill_path)
		return (struct model_prefill){ 0 };
	if (!find(finder, region->prefill_path, &status))
		return (struct model_prefill){ .known = finder->required != ELF_REQUIRED_NONE };
	return (struct model_prefill){ .known = true, .found = true, .size = (uint64_t)status.st_size };
}

const struct model_files *elf_find_files(struct compilation *compilation, const struct model *model,
					 const elf_search_paths *paths, enum elf_required required)
{
	struct finder finder = { compilation, paths, required, true };
	const struct model_image **images =
		ARENA_ARRAY(compilation->arena, const struct model_image *, model->pds.count);
	struct model_prefill *prefills =
		ARENA_ARRAY(compilation->arena, struct model_prefill, model->regions.count);
	for (size_t i = 0; i < model->pds.count; i++) {
		images[i] = find_read(model, model->pds.items[i], images);
		if (!images[i])
			images[i] = read_image(&finder, model, model->pds.items[i]);
	}
	for (size_t i = 0; i < model->regions.count; i++)
		prefills[i] = measure(&finder, model->regions.items[i]);
	struct model_files *files = ARENA_NEW(compilation->arena, struct model_files);
	*files = (struct model_files){ images, prefills };
	return finder.ok ? files : NULL;
}
