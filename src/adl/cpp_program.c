#include "adl/cpp_program.h"

#include "adl/characters.h"
#include "adl/marker.h"
#include "base/map.h"
#include "base/process.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

struct adl_cpp_program {
	struct compilation *compilation;
	const struct adl_options *options;
	const char *program;
	bool unusable;	    /* it could not be run, which was reported */
	struct map sources; /* files that it reported about: name -> struct src_file */
};

struct adl_cpp_program *adl_cpp_program_create(struct compilation *compilation,
					       const struct adl_options *options)
{
	struct adl_cpp_program *cpp = ARENA_NEW(compilation->arena, struct adl_cpp_program);
	cpp->compilation = compilation;
	cpp->options = options;
	cpp->program = options->cpp ? options->cpp : "cpp";
	return cpp;
}

/* -------------------------------------------------------------- its messages */

static const struct src_file *add_source(struct adl_cpp_program *cpp, const char *name,
					 const struct file_text *text)
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
static const struct src_file *source_of(struct adl_cpp_program *cpp, const char *name)
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
static void report_at(struct adl_cpp_program *cpp, enum diag_id id, const char *path, char *place,
		      const char *text)
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
static bool report_line(struct adl_cpp_program *cpp, const char *path, char *line)
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

static void report_messages(struct adl_cpp_program *cpp, const char *path, const struct process_result *run)
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
				 "the preprocessor '%s' was killed by signal %d", cpp->program,
				 WTERMSIG(run->status));
	else
		diag_report_file(cpp->compilation->diag, DIAG_CPP, path, "the preprocessor '%s' failed: %s",
				 cpp->program, first);
}

/* -------------------------------------------------------------------- a run */

/* The files that were entered, but for the system header that compilers include by themselves. */
static void collect_headers(struct adl_cpp_program *cpp, const struct file_text *output, cpp_headers *headers)
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
				VEC_PUSH(compilation->arena, headers,
					 (struct cpp_header){ marker.file, file_identify(marker.file) });
			before = marker.file;
		}
		line = newline + 1;
	}
}

static char *const *make_arguments(struct adl_cpp_program *cpp, const char *path, bool is_text)
{
	struct arena *arena = cpp->compilation->arena;
	VEC(char *) arguments = { 0 };
	VEC_PUSH(arena, &arguments, arena_strdup(arena, cpp->program));
	for (size_t i = 0; i < cpp->options->cpp_flags.count; i++)
		if (strcmp(cpp->options->cpp_flags.items[i], "-P")) /* it would take the line markers away */
			VEC_PUSH(arena, &arguments, arena_strdup(arena, cpp->options->cpp_flags.items[i]));
	const char *file = is_text ? "-" : path[0] == '-' ? arena_format(arena, "./%s", path) : path;
	VEC_PUSH(arena, &arguments, arena_strdup(arena, file));
	VEC_PUSH(arena, &arguments, NULL);
	return arguments.items;
}

bool adl_cpp_program_run(struct adl_cpp_program *cpp, const char *path, const struct file_text *text,
			 bool is_text, struct file_text *result, cpp_headers *headers)
{
	struct process_result run;
	if (cpp->unusable)
		return false;
	int error = process_run(cpp->compilation->arena, make_arguments(cpp, path, is_text),
				is_text ? text : NULL, &run);
	if (error) {
		cpp->unusable = true;
		diag_report_file(cpp->compilation->diag, DIAG_CPP, path,
				 "cannot run the C preprocessor '%s': %s", cpp->program, strerror(error));
		return false;
	}
	if (is_text && run.errors.length)
		add_source(cpp, path, text);
	report_messages(cpp, path, &run);
	*result = run.output;
	collect_headers(cpp, result, headers);
	return run.status == 0;
}
