#include "adl/cpp.h"

#include "adl/characters.h"
#include "adl/cpp_program.h"
#include "base/map.h"

#include <string.h>

struct adl_cpp {
	struct compilation *compilation;
	struct cpp *built_in;		 /* NULL when another one is asked for */
	struct adl_cpp_program *program; /* for what the built-in one leaves to others */
	struct map macros;		 /* names that are always defined, and those that flags define */
	bool macro_begins_with[256];
	bool always; /* there are flags whose effect cannot be known */
};

/* ------------------------------------------------------- is there any need? */

static void add_macro(struct adl_cpp *cpp, const char *text, size_t length)
{
	const char *name = intern_text(cpp->compilation->names, text, length);
	map_set(cpp->compilation->arena, &cpp->macros, name, cpp);
	cpp->macro_begins_with[(unsigned char)*name] = true;
}

/* Those that do not begin like reserved names. */
static void add_predefined(struct adl_cpp *cpp)
{
	static const char *const names[] = { "linux", "unix", "i386", "arm", "mips",
					     "sparc", "sun",  "vax",  "PPC" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_macro(cpp, names[i], strlen(names[i]));
}

struct adl_cpp *adl_cpp_create(struct compilation *compilation, const struct adl_options *options)
{
	struct adl_cpp *cpp = ARENA_NEW(compilation->arena, struct adl_cpp);
	cpp->compilation = compilation;
	struct cpp *flags = cpp_create(compilation, &options->cpp_flags);
	cpp->built_in = options->cpp ? NULL : flags;
	cpp->program = adl_cpp_program_create(compilation, options);
	cpp->always = cpp_flags_change_all(flags);
	add_predefined(cpp);
	for (size_t i = 0; i < cpp_flags_defined(flags)->count; i++) {
		const char *name = cpp_flags_defined(flags)->items[i];
		add_macro(cpp, name, strlen(name));
	}
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

/* --------------------------------------------------------------------- a run */

static const struct src_file *add(struct adl_cpp *cpp, const char *path, const struct file_text *text)
{
	const struct src_file *file = src_map_add(cpp->compilation->sources, path, text->text, text->length);
	if (!file)
		diag_report_file(cpp->compilation->diag, DIAG_CANNOT_READ, path,
				 "cannot read: too much text in all");
	return file;
}

const struct src_file *adl_cpp_run(struct adl_cpp *cpp, const char *path, const struct file_text *text,
				   bool is_text, cpp_headers *headers)
{
	struct file_text output;
	if (cpp->built_in && cpp_knows_flags(cpp->built_in)) {
		struct cpp_result result;
		const struct src_file *file = add(cpp, path, text);
		if (!file)
			return NULL;
		enum cpp_status status = cpp_run(cpp->built_in, file, is_text ? NULL : path, &result);
		*headers = result.headers;
		if (status != CPP_UNSUPPORTED)
			return status == CPP_DONE ? result.file : NULL;
	}
	*headers = (cpp_headers){ 0 };
	return adl_cpp_program_run(cpp->program, path, text, is_text, &output, headers)
		       ? add(cpp, path, &output)
		       : NULL;
}
