#include "cpp/include.h"

#include "cpp/expand.h"
#include "cpp/flags.h"
#include "cpp/read.h"

#include <errno.h>
#include <string.h>

/* ------------------------------------------------------------------- sources */

static struct cpp_source *add_source(struct cpp_run *run, const char *path, const char *key,
				     const struct file_text *text)
{
	struct cpp *cpp = run->cpp;
	struct cpp_source *source = ARENA_NEW(run->arena, struct cpp_source);
	source->file = src_map_add(run->compilation->sources, path, text->text, text->length);
	source->path = arena_strdup(run->arena, path);
	source->identity = text->identity;
	if (!source->file)
		return NULL;
	map_set(run->arena, &cpp->sources, key, source);
	return source;
}

/* The file at PATH, read once; NULL where there is none. */
static struct cpp_source *read_source(struct cpp_run *run, const char *path, int *error)
{
	const char *key = intern_cstr(run->compilation->names, path);
	struct cpp_source *known = map_get(&run->cpp->sources, key);
	struct file_text text;
	*error = 0;
	if (known)
		return known;
	*error = file_read(run->arena, path, &text);
	if (*error == ENOENT || *error == ENOTDIR || *error == EISDIR || *error == ENAMETOOLONG)
		*error = 0;
	else if (!*error)
		return add_source(run, path, key, &text);
	return NULL;
}

static const char *directory_of(struct cpp_run *run, const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;
	return slash ? arena_strndup(run->arena, path, (size_t)(slash + 1 - path)) : "";
}

/* What was found is kept. */
static struct cpp_source *find_in_folders(struct cpp_run *run, const char *name, bool quoted, int *error)
{
	struct cpp *cpp = run->cpp;
	struct map *found = quoted ? &cpp->found_quoted : &cpp->found;
	const char *key = intern_cstr(run->compilation->names, name);
	struct cpp_source *source = map_get(found, key);
	*error = 0;
	for (size_t i = quoted ? 0 : cpp->folders.quoted; i < cpp->folders.items.count && !source && !*error;
	     i++) {
		const char *folder = cpp->folders.items.items[i];
		if (folders_may_have(run->compilation->folders, folder, name))
			source = read_source(run, arena_join(run->arena, folder, name), error);
	}
	if (source)
		map_set(run->arena, found, key, source);
	return source;
}

/* "..." is looked for beside the file that is being read first. */
static struct cpp_source *find(struct cpp_run *run, const char *name, bool quoted, int *error)
{
	struct cpp_source *source = NULL;
	*error = 0;
	if (name[0] == '/')
		return read_source(run, name, error);
	if (quoted)
		source = read_source(
			run, arena_join(run->arena, directory_of(run, run->buffer->source->path), name),
			error);
	return source || *error ? source : find_in_folders(run, name, quoted, error);
}

/* ------------------------------------------------------------------- headers */

/* <name> that came out of macros: its tokens as they are written. */
static struct cpp_token gather_angle(struct cpp_run *run, struct cpp_token first)
{
	const char *text = "<";
	for (;;) {
		struct cpp_token token = cpp_next(run);
		if (token.kind == CPP_TOKEN_END)
			return token;
		text = arena_format(run->arena, "%s%s%.*s", text,
				    token.flags & CPP_SPACE && text[1] ? " " : "", (int)token.length,
				    token.text);
		if (cpp_is(&token, ">"))
			return cpp_make_token(&first, CPP_TOKEN_STRING, text);
	}
}

struct cpp_token cpp_include_operand(struct cpp_run *run)
{
	if (!run->contexts.count) {
		struct cpp_token angle = cpp_lex_angle(&run->buffer->lexer);
		if (angle.kind == CPP_TOKEN_STRING)
			return angle;
	}
	struct cpp_token token = cpp_next(run);
	return cpp_is(&token, "<") ? gather_angle(run, token) : token;
}

static const char *name_of(struct cpp_run *run, const struct cpp_token *header)
{
	return arena_strndup(run->arena, header->text + 1, header->length - 2);
}

bool cpp_include_exists(struct cpp_run *run, const struct cpp_token *header)
{
	int error;
	return find(run, name_of(run, header), header->text[0] == '"', &error);
}

static void enter(struct cpp_run *run, struct cpp_source *source, const struct cpp_token *header)
{
	for (size_t i = 0; i < run->once.count; i++)
		if (file_same(run->once.items[i], source->identity))
			return;
	if (run->buffer->depth >= CPP_INCLUDES_MAX) {
		cpp_error(run, header, "files include each other more than %d deep", CPP_INCLUDES_MAX);
		run->stopped = true;
		return;
	}
	cpp_count_step(run, header);
	VEC_PUSH(run->arena, &run->headers, (struct cpp_header){ source->path, source->identity });
	cpp_enter(run, source);
}

/* Whose header it is, for those that are known to be another project's; or NULL. */
static const char *owner_of(const char *name)
{
	static const struct {
		const char *name, *owner;
	} absent[] = {
#define ABSENT(header, owner) { header, owner },
#include "cpp/absent.def"
#undef ABSENT
	};
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		if (!strncmp(absent[i].name, name, strlen(absent[i].name)))
			return absent[i].owner;
	return NULL;
}

static void report_missing(struct cpp_run *run, const struct cpp_token *header, const char *name)
{
	const struct cpp_folders *folders = &run->cpp->folders;
	bool quoted = header->text[0] == '"';
	const char *beside = directory_of(run, run->buffer->source->path), *list = "";
	if (quoted)
		list = arena_format(run->arena, " '%s',", *beside ? beside : ".");
	for (size_t i = quoted ? 0 : folders->quoted; i < folders->items.count; i++)
		list = arena_format(run->arena, "%s '%s',", list, folders->items.items[i]);
	const char *owner = owner_of(name);
	cpp_error(run, header, "included file '%s' not found%s%s", name, owner ? ": it belongs to " : "",
		  owner ? owner : "");
	cpp_note(run, cpp_range(header), "searched in%s; --cpp-flag=-IFOLDER adds a folder",
		 *list ? arena_strndup(run->arena, list, strlen(list) - 1) : " no folder");
}

void cpp_include(struct cpp_run *run, const struct cpp_token *header)
{
	const char *name = name_of(run, header);
	int error;
	struct cpp_source *source = find(run, name, header->text[0] == '"', &error);
	if (source) {
		enter(run, source, header);
		return;
	}
	if (error)
		cpp_error(run, header, "cannot read '%s': %s", name, strerror(error));
	else
		report_missing(run, header, name);
	run->stopped = true; /* what depends on it would only be more errors */
}

void cpp_include_once(struct cpp_run *run)
{
	struct cpp_source *source = run->buffer->source;
	if (source->path)
		VEC_PUSH(run->arena, &run->once, source->identity);
}
