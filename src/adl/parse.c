#include "adl/parse.h"

#include "adl/cpp.h"
#include "adl/import.h"
#include "adl/parser.h"
#include "base/file.h"
#include "base/map.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* A file that was read: as a specification, or as a header that the preprocessor
 * included. */
struct known_file {
	bool parsed;
	unsigned number; /* in adl_spec.files, when PARSED */
};

struct loader {
	struct compilation *compilation;
	const struct adl_options *options;
	struct adl_spec *spec;
	struct adl_cpp *cpp;
	struct adl_keywords keywords;
	struct map known;  /* which file it is -> struct known_file */
	struct map paths;  /* the same by the paths by which it was found */
	struct map angles; /* what import <...> names -> the path that was found */
	unsigned structs;  /* struct bodies so far, in the order of the whole specification */
};

/* A file whose items are being spliced in. */
struct frame {
	struct adl_unit *unit;
	const char *path;
	unsigned file;
	size_t next;
	size_t structs;
};

/* NEW says whether it was not met before. */
static struct known_file *find_known(struct loader *loader, const char *path, struct file_identity identity,
				     bool *new)
{
	struct arena *arena = loader->compilation->arena;
	struct intern *names = loader->compilation->names;
	const char *name = intern_cstr(names, path);
	struct known_file *known = map_get(&loader->paths, name);
	*new = false;
	if (known)
		return known;
	const char *key =
		identity.number ? intern_text(names, (const char *)&identity, sizeof identity) : name;
	known = map_get(&loader->known, key);
	if (!known) {
		known = ARENA_NEW(arena, struct known_file);
		known->number = UINT_MAX;
		map_set(arena, &loader->known, key, known);
		VEC_PUSH(arena, &loader->spec->dependencies, path);
		*new = true;
	}
	map_set(arena, &loader->paths, name, known);
	return known;
}

/* The text as it is, or preprocessed where needed; NULL after an error. */
static const struct src_file *add_file(struct loader *loader, const char *path, const struct file_text *text,
				       bool is_text)
{
	struct compilation *compilation = loader->compilation;
	const struct src_file *file;
	cpp_headers headers = { 0 };
	bool new;
	if (loader->options->use_cpp && adl_cpp_needed(loader->cpp, text)) {
		file = adl_cpp_run(loader->cpp, path, text, is_text, &headers);
		for (size_t i = 0; i < headers.count; i++)
			find_known(loader, headers.items[i].path, headers.items[i].identity, &new);
		return file;
	}
	file = src_map_add(compilation->sources, path, text->text, text->length);
	if (!file)
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, path,
				 "cannot read: too much text in all");
	return file;
}

static struct frame parse_file(struct loader *loader, const char *path, struct file_text text, bool is_text)
{
	struct compilation *compilation = loader->compilation;
	struct frame frame = { .unit = ARENA_NEW(compilation->arena, struct adl_unit),
			       .path = is_text ? "" : path };
	frame.file = (unsigned)loader->spec->files.count;
	VEC_PUSH(compilation->arena, &loader->spec->files, path);
	const struct src_file *file = add_file(loader, path, &text, is_text);
	if (!file) {
		loader->spec->incomplete = true;
		return frame;
	}
	frame.unit->lost_words = &loader->spec->lost_words;
	adl_parse_unit(compilation, &loader->keywords, file, is_text ? path : NULL, frame.unit);
	loader->spec->incomplete |= frame.unit->incomplete;
	return frame;
}

/* ----------------------------------------------------------------- splicing */

static void number_structs(struct loader *loader, struct frame *frame, size_t end)
{
	for (; frame->structs < end; frame->structs++)
		frame->unit->structs.items[frame->structs]->anonymous_index = loader->structs++;
}

/* The path of what is imported, or NULL after an error. Each name in <> is looked for once. */
static const char *locate(struct loader *loader, const struct frame *importer, const struct adl_part *part)
{
	struct compilation *compilation = loader->compilation;
	const char *name = intern_cstr(compilation->names, part->path);
	char *path = part->angle ? map_get(&loader->angles, name) : NULL;
	if (path)
		return path;
	const char *found = adl_import_find(compilation, loader->options, importer->path, part->path,
					    part->angle, part->path_range);
	if (found && part->angle)
		map_set(compilation->arena, &loader->angles, name, arena_strdup(compilation->arena, found));
	return found;
}

/* True when the import brings in a file that has to be spliced. */
static bool open_import(struct loader *loader, const struct frame *importer, const struct adl_part *part,
			struct frame *imported)
{
	struct compilation *compilation = loader->compilation;
	const char *path = locate(loader, importer, part);
	if (!path) {
		loader->spec->incomplete = true;
		return false;
	}
	bool new = false;
	struct known_file *known = map_get(&loader->paths, intern_cstr(compilation->names, path));
	struct file_text text;
	if (!known) {
		int error = file_read(compilation->arena, path, &text);
		if (error) {
			diag_report(compilation->diag, DIAG_CANNOT_READ, part->path_range,
				    "cannot read '%s': %s", path, strerror(error));
			loader->spec->incomplete = true;
			return false;
		}
		known = find_known(loader, path, text.identity, &new);
	}
	if (new) {
		known->parsed = true;
		known->number = (unsigned)loader->spec->files.count;
		*imported = parse_file(loader, path, text, false);
	}
	if (known->parsed)
		VEC_PUSH(compilation->arena, &loader->spec->imports,
			 (struct adl_import){ part->range, importer->file, known->number });
	return new;
}

/* Puts the items of the first file and of all it imports in order, without recursion: chains of imports may
 * be long. */
static void splice(struct loader *loader, struct frame first)
{
	struct arena *arena = loader->compilation->arena;
	VEC(struct frame) frames = { 0 };
	VEC_PUSH(arena, &frames, first);
	while (frames.count) {
		struct frame *top = &frames.items[frames.count - 1], imported;
		if (top->next == top->unit->parts.count) {
			number_structs(loader, top, top->unit->structs.count);
			frames.count--;
			continue;
		}
		struct adl_part *part = &top->unit->parts.items[top->next++];
		number_structs(loader, top, part->structs);
		part->item.file = top->file;
		if (!part->is_import)
			VEC_PUSH(arena, &loader->spec->items, part->item);
		else if (open_import(loader, top, part, &imported))
			VEC_PUSH(arena, &frames, imported);
	}
}

static struct loader begin(struct compilation *compilation, const struct adl_options *options)
{
	struct loader loader = {
		.compilation = compilation,
		.options = options,
		.spec = ARENA_NEW(compilation->arena, struct adl_spec),
		.cpp = adl_cpp_create(compilation, options),
	};
	adl_keywords_init(&loader.keywords);
	return loader;
}

const struct adl_spec *adl_parse(struct compilation *compilation, const struct adl_options *options,
				 const char *path)
{
	struct file_text text;
	struct loader loader = begin(compilation, options);
	if (!compilation_read(compilation, path, &text))
		return NULL;
	path = arena_strdup(compilation->arena, path);
	bool new;
	struct known_file *known = find_known(&loader, path, text.identity, &new);
	known->parsed = true;
	known->number = 0;
	splice(&loader, parse_file(&loader, path, text, false));
	return loader.spec;
}

const struct adl_spec *adl_parse_text(struct compilation *compilation, const struct adl_options *options,
				      const char *name, const char *text, size_t length)
{
	struct loader loader = begin(compilation, options);
	struct file_text copy = { .text = arena_strndup(compilation->arena, text, length), .length = length };
	splice(&loader, parse_file(&loader, arena_strdup(compilation->arena, name), copy, true));
	return loader.spec;
}
