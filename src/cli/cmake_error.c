/*
 * CMake's form is
 *
 *     CMake Error at <file>:<line> (<command>):
 *       <text, filled, in lines with two blanks before them; paragraphs with an empty line between>
 *     Call Stack (most recent call first):
 *       <file>:<line> (<command>)
 *
 * Files of its source folder, which is Causeway's own here, have no folder; so the first absolute path that
 * is not in lib/causeway is the application's.
 */
#include "cli/cmake_error.h"

#include "base/file.h"
#include "base/out.h"
#include "cli/home.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char error_start[] = "CMake Error at ";

struct place {
	const char *file; /* NULL: unknown */
	unsigned line;
};

/* Reads "<file>:<line> (" at TEXT. */
static struct place read_place(struct cli *cli, const char *text)
{
	const char *end = strpbrk(text, "\n"), *bracket = strstr(text, " (");
	const char *colon = bracket;
	while (colon && colon > text && *colon != ':')
		colon--;
	if (!colon || colon == text || (end && bracket > end))
		return (struct place){ NULL, 0 };
	return (struct place){ arena_strndup(cli->compilation->arena, text, (size_t)(colon - text)),
			       (unsigned)strtoul(colon + 1, NULL, 10) };
}

static bool is_below(const char *file, const char *folder)
{
	char of[PATH_MAX], own[PATH_MAX];
	if (!realpath(folder, own) || !realpath(file, of))
		return false;
	size_t length = strlen(own);
	return !strncmp(of, own, length) && of[length] == '/';
}

static bool is_application(struct cli *cli, const char *work, const char *file)
{
	return file[0] == '/' && !is_below(file, home_path(cli, "cmake")) && !is_below(file, work);
}

static struct src_range range_of(struct cli *cli, struct place place)
{
	struct file_text text;
	struct src_range nowhere = { 0, 0 };
	if (!place.file || file_read(cli->compilation->arena, place.file, &text))
		return nowhere;
	const struct src_file *file =
		src_map_add(cli->compilation->sources, place.file, text.text, text.length);
	const char *line = text.text;
	for (unsigned i = 1; file && line && i < place.line; i++) {
		line = strchr(line, '\n');
		line += line != NULL;
	}
	if (!file || !line)
		return nowhere;
	src_loc begin = file->base + (src_loc)(line - text.text) + (src_loc)strspn(line, " \t");
	return (struct src_range){ begin,
				   file->base + (src_loc)(line - text.text) + (src_loc)strcspn(line, "\n") };
}

/* The text from AT on, its lines joined; *END is behind it. */
static const char *read_text(struct cli *cli, const char *at, const char **end)
{
	struct out *out = out_create(cli->compilation->arena);
	while (*at == ' ' || *at == '\n') {
		size_t blanks = strspn(at, " \n"), length = strcspn(at + blanks, "\n");
		if (at[0] == '\n' && at[blanks ? blanks - 1 : 0] == '\n')
			break; /* what follows is not indented */
		if (out_length(out) && length)
			out_text(out, " ");
		out_bytes(out, at + blanks, length);
		at += blanks + length;
		at += *at == '\n';
	}
	*end = at;
	return out_string(out);
}

static struct place read_stack(struct cli *cli, const char *work, struct place place, const char *at)
{
	static const char start[] = "Call Stack";
	at += strspn(at, "\n");
	if (place.file && is_application(cli, work, place.file))
		return place;
	if (strncmp(at, start, sizeof start - 1) != 0)
		return (struct place){ NULL, 0 };
	while ((at = strchr(at, '\n')) && at[1] == ' ') {
		at += strspn(at, "\n ");
		struct place caller = read_place(cli, at);
		if (caller.file && is_application(cli, work, caller.file))
			return caller;
	}
	return (struct place){ NULL, 0 };
}

bool cmake_error_report(struct cli *cli, const char *work, const char *output)
{
	bool found = false;
	for (const char *at = output; (at = strstr(at, error_start));) {
		at += sizeof error_start - 1;
		struct place place = read_place(cli, at);
		at += strcspn(at, "\n");
		const char *text = read_text(cli, at + (*at == '\n'), &at);
		diag_report(cli->compilation->diag, DIAG_BUILD,
			    range_of(cli, read_stack(cli, work, place, at)), "%s", text);
		if (!found)
			cli->cause = text;
		found = true;
	}
	return found;
}
