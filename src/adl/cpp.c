#include "adl/cpp.h"

#include "adl/characters.h"
#include "adl/marker.h"
#include "base/process.h"
#include "base/map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

struct adl_cpp {
	struct compilation *compilation;
	const struct adl_options *options;
	struct map macros; /* names that -D defines */
	bool macro_begins_with[256];
	bool always;	    /* there are flags whose effect cannot be known */
	bool unusable;	    /* the program could not be run, which was reported */
	struct map sources; /* files that the preprocessor reported about: name -> struct src_file */
};

/* ------------------------------------------------------- is there any need? */

static void define(struct adl_cpp *cpp, const char *definition)
{
	size_t length = adl_word_length(definition, definition + strlen(definition));
	if (!length)
		return;
	const char *name = intern_text(cpp->compilation->names, definition, length);
	map_set(cpp->compilation->arena, &cpp->macros, name, cpp);
	cpp->macro_begins_with[(unsigned char)*name] = true;
}

/* What flags can define; flags other than -D and those without effect on macros (-U, -I, -W...) force a run.
 */
static void read_flags(struct adl_cpp *cpp)
{
	static const char *const harmless[] = { "-U",	      "-I", "-isystem", "-iquote",
						"-idirafter", "-W", "-P",	"-std=" };
	static const char *const predefined[] = { "linux", "unix", "i386", "arm", "mips",
						  "sparc", "sun",  "vax",  "PPC" };
	for (size_t i = 0; i < sizeof predefined / sizeof *predefined; i++)
		define(cpp, predefined[i]);
	for (size_t i = 0; i < cpp->options->cpp_flags.count; i++) {
		const char *flag = cpp->options->cpp_flags.items[i];
		bool known = flag[0] != '-';
		if (!strncmp(flag, "-D", 2)) {
			bool separate = !flag[2] && i + 1 < cpp->options->cpp_flags.count;
			define(cpp, separate ? cpp->options->cpp_flags.items[i + 1] : flag + 2);
			known = true;
		}
		for (size_t j = 0; j < sizeof harmless / sizeof *harmless; j++)
			known = known || !strncmp(flag, harmless[j], strlen(harmless[j]));
		cpp->always = cpp->always || !known || !strncmp(flag, "-Wp,", 4);
	}
}

struct adl_cpp *adl_cpp_create(struct compilation *compilation, const struct adl_options *options)
{
	struct adl_cpp *cpp = ARENA_NEW(compilation->arena, struct adl_cpp);
	cpp->compilation = compilation;
	cpp->options = options;
	read_flags(cpp);
	return cpp;
}

static bool is_macro(struct adl_cpp *cpp, const char *word, size_t length)
{
	if (word[0] == '_' && length > 1 && (word[1] == '_' || (word[1] >= 'A' && word[1] <= 'Z')))
		return true;
	return cpp->macro_begins_with[(unsigned char)word[0]] &&
	       map_get(&cpp->macros, intern_text(cpp->compilation->names, word, length));
}

/* To the end of a string as the preprocessor sees it: its closing quote or the end of the line. */
static const char *skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"' && *at != '\n'; at++)
		if (*at == '\\' && at + 1 < end && at[1] != '\n')
			at++;
	return at < end && *at == '"' ? at + 1 : at;
}

static const char *skip_comment(const char *at, const char *end)
{
	if (at[1] == '/') {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			return end;
		return newline[-1] == '\\' ? newline - 1 : newline;
	}
	const char *close = memmem(at + 2, (size_t)(end - at - 2), "*/", 2);
	return close ? close + 2 : end;
}

bool adl_cpp_needed(struct adl_cpp *cpp, const struct file_text *text)
{
	const char *at = text->text, *end = at + text->length;
	bool fresh_line = true;
	if (cpp->always)
		return true;
	while (at < end) {
		if (*at == '#' && fresh_line)
			return true;
		if (*at == '\\' && (at[1] == '\n' || (at[1] == '\r' && at[2] == '\n')))
			return true;
		fresh_line = *at == '\n' || (fresh_line && adl_is(*at, ADL_CLASS_BLANK));
		if (adl_is(*at, ADL_CLASS_LETTER)) {
			size_t length = adl_word_length(at, end);
			if (is_macro(cpp, at, length))
				return true;
			at += length;
		} else if (*at == '"') {
			at = skip_string(at, end);
		} else if (*at == '/' && (at[1] == '/' || at[1] == '*')) {
			fresh_line = true; /* a comment counts as a blank */
			at = skip_comment(at, end);
		} else {
			at++;
		}
	}
	return false;
}

/* -------------------------------------------------------------- its messages */

static const struct src_file *add_source(struct adl_cpp *cpp, const char *name, const struct file_text *text)
{
	struct compilation *compilation = cpp->compilation;
	const char *key = intern_cstr(compilation->names, name);
	const struct src_file *added = src_map_add(compilation->sources, name, text->text, text->length);
	if (!added)
		return NULL;
	struct src_file *kept = ARENA_NEW(compilation->arena, struct src_file);
	*kept = *added;
	map_set(compilation->arena, &cpp->sources, key, kept);
	return kept;
}

/* The file's own text in the source map, so that a message of the preprocessor has a place. */
static const struct src_file *source_of(struct adl_cpp *cpp, const char *name)
{
	const struct src_file *known = map_get(&cpp->sources, intern_cstr(cpp->compilation->names, name));
	struct file_text text;
	if (known || file_read(cpp->compilation->arena, name, &text))
		return known;
	return add_source(cpp, name, &text);
}

static struct src_range locate(const struct src_file *file, unsigned line, unsigned column)
{
	const char *at = file->text, *end = at + file->length;
	for (unsigned i = 1; i < line; i++) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			break;
		at = newline + 1;
	}
	for (unsigned i = 1; i < column && at < end && *at != '\n'; i++)
		at++;
	size_t width = adl_word_length(at, end);
	src_loc begin = file->base + (src_loc)(at - file->text);
	return (struct src_range){ begin, begin + (src_loc)(width ? width : at < end) };
}

/* "12" out of "...:12" at the end of TEXT; cuts it off. 0 when there is no such number. */
static unsigned cut_number(char *text)
{
	char *colon = strrchr(text, ':'), *end;
	if (!colon || colon == text || colon[1] < '0' || colon[1] > '9')
		return 0;
	unsigned long number = strtoul(colon + 1, &end, 10);
	if (*end || !number || number > INT32_MAX)
		return 0;
	*colon = '\0';
	return (unsigned)number;
}

/* PLACE is "file:line:column", "file:line" or a program's name. */
static void report_at(struct adl_cpp *cpp, enum diag_id id, const char *path, char *place, const char *text)
{
	unsigned last = cut_number(place), line = cut_number(place);
	unsigned column = line ? last : 1;
	line = line ? line : last;
	const char *name = strcmp(place, "<stdin>") ? place : path;
	const struct src_file *file = line ? source_of(cpp, name) : NULL;
	if (file)
		diag_report(cpp->compilation->diag, id, locate(file, line, column), "preprocessor: %s", text);
	else
		diag_report_file(cpp->compilation->diag, id, line ? name : path, "preprocessor: %s", text);
}

/* One line of what the preprocessor wrote to its standard error; true when it was an error's. */
static bool report_line(struct adl_cpp *cpp, const char *path, char *line)
{
	static const struct {
		const char *mark;
		enum diag_id id;
	} marks[] = {
		{ ": fatal error: ", DIAG_CPP },
		{ ": error: ", DIAG_CPP },
		{ ": warning: #warning ", DIAG_CPP_WARNING },
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		char *found = strstr(line, marks[i].mark);
		if (!found)
			continue;
		*found = '\0';
		char *text = found + strlen(marks[i].mark);
		char *option = strstr(text, " [-Wcpp]");
		if (option)
			*option = '\0';
		report_at(cpp, marks[i].id, path, line, text);
		return marks[i].id == DIAG_CPP;
	}
	return false;
}

static void report_messages(struct adl_cpp *cpp, const char *path, const struct process_result *run)
{
	char *text = arena_strndup(cpp->compilation->arena, run->errors.text, run->errors.length), *rest;
	const char *first = arena_strndup(cpp->compilation->arena, text, strcspn(text, "\n"));
	bool reported = false;
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		reported |= report_line(cpp, path, line);
	if (reported || run->status == 0)
		return;
	if (WIFSIGNALED(run->status))
		diag_report_file(cpp->compilation->diag, DIAG_CPP, path,
				 "the preprocessor '%s' was killed by signal %d", cpp->options->cpp,
				 WTERMSIG(run->status));
	else
		diag_report_file(cpp->compilation->diag, DIAG_CPP, path, "the preprocessor '%s' failed: %s",
				 cpp->options->cpp, first);
}

/* -------------------------------------------------------------------- a run */

/* The files that were entered, but for the system header that compilers include by themselves. */
static void collect_headers(struct adl_cpp *cpp, const struct file_text *output, adl_names *headers)
{
	struct compilation *compilation = cpp->compilation;
	const char *end = output->text + output->length, *before = "";
	for (const char *line = output->text; line < end;) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		struct adl_marker marker;
		if (!newline)
			break;
		if (*line == '#' && adl_marker_read(compilation, line, newline, &marker)) {
			bool implicit = marker.system && !strcmp(before, "<command-line>");
			if (marker.enters && marker.file[0] != '<' && !implicit)
				VEC_PUSH(compilation->arena, headers, marker.file);
			before = marker.file;
		}
		line = newline + 1;
	}
}

static char *const *make_arguments(struct adl_cpp *cpp, const char *path, bool is_text)
{
	struct arena *arena = cpp->compilation->arena;
	VEC(char *) arguments = { 0 };
	VEC_PUSH(arena, &arguments, arena_strdup(arena, cpp->options->cpp));
	for (size_t i = 0; i < cpp->options->cpp_flags.count; i++)
		if (strcmp(cpp->options->cpp_flags.items[i], "-P")) /* it would take the line markers away */
			VEC_PUSH(arena, &arguments, arena_strdup(arena, cpp->options->cpp_flags.items[i]));
	const char *file = is_text ? "-" : path[0] == '-' ? arena_format(arena, "./%s", path) : path;
	VEC_PUSH(arena, &arguments, arena_strdup(arena, file));
	VEC_PUSH(arena, &arguments, NULL);
	return arguments.items;
}

bool adl_cpp_run(struct adl_cpp *cpp, const char *path, const struct file_text *text, bool is_text,
		 struct file_text *result, adl_names *headers)
{
	struct process_result run;
	if (cpp->unusable)
		return false;
	int error = process_run(cpp->compilation->arena, make_arguments(cpp, path, is_text),
				is_text ? text : NULL, &run);
	if (error) {
		cpp->unusable = true;
		diag_report_file(cpp->compilation->diag, DIAG_CPP, path,
				 "cannot run the C preprocessor '%s': %s", cpp->options->cpp,
				 strerror(error));
		return false;
	}
	if (is_text && run.errors.length)
		add_source(cpp, path, text);
	report_messages(cpp, path, &run);
	*result = run.output;
	collect_headers(cpp, result, headers);
	return run.status == 0;
}
