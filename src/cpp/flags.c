#include "cpp/flags.h"

#include "base/out.h"
#include "cpp/predefined.h"

#include <stdlib.h>
#include <string.h>

enum flag_kind {
	FLAG_DEFINE,
	FLAG_UNDEFINE,
	FLAG_FOLDER,
	FLAG_QUOTED_FOLDER,
	FLAG_SYSTEM_FOLDER,
	FLAG_LATE_FOLDER,
	FLAG_INCLUDE,
	FLAG_NO_SYSTEM,
	FLAG_IGNORED,
	FLAG_LANGUAGE, /* left to others, but only for what uses macros */
	FLAG_UNKNOWN,
};

/* The first row that fits; an argument may be in the same word or be the next one. */
static const struct row {
	const char *text;
	enum flag_kind kind;
	bool takes_argument;
} rows[] = {
	{ "-D", FLAG_DEFINE, true },
	{ "-U", FLAG_UNDEFINE, true },
	{ "-include", FLAG_INCLUDE, true },
	{ "-isystem", FLAG_SYSTEM_FOLDER, true },
	{ "-iquote", FLAG_QUOTED_FOLDER, true },
	{ "-idirafter", FLAG_LATE_FOLDER, true },
	{ "-nostdinc", FLAG_NO_SYSTEM, false },
	{ "-I-", FLAG_UNKNOWN, false },
	{ "-I", FLAG_FOLDER, true },
	{ "-P", FLAG_IGNORED, false },
	{ "-Wp,", FLAG_UNKNOWN, false },
	{ "-Werror", FLAG_UNKNOWN, false },
	{ "-W", FLAG_IGNORED, false },
	{ "-std=", FLAG_LANGUAGE, false },
};

struct reading {
	struct cpp *cpp;
	struct out *definitions;
	struct out *includes;
	cpp_names quoted, folders, system, late;
	bool no_system;
};

static bool is_whole(const struct row *row)
{
	return row->kind == FLAG_NO_SYSTEM || !strcmp(row->text, "-P");
}

static const struct row *find_row(const char *flag)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t length = strlen(rows[i].text);
		if (!strncmp(flag, rows[i].text, length) && (!is_whole(&rows[i]) || !flag[length]))
			return &rows[i];
	}
	return NULL;
}

static void define(struct reading *reading, const char *definition)
{
	struct cpp *cpp = reading->cpp;
	size_t length = strcspn(definition, "=(");
	const char *equals = strchr(definition, '=');
	const char *name = intern_text(cpp->compilation->names, definition, length);
	VEC_PUSH(cpp->compilation->arena, &cpp->defined, name);
	if (strchr(definition, '\n'))
		cpp->unknown = definition;
	else if (equals)
		out_text(reading->definitions, "#define %.*s %s\n", (int)(equals - definition), definition,
			 equals + 1);
	else
		out_text(reading->definitions, "#define %s 1\n", definition);
}

static void add_folder(struct reading *reading, cpp_names *folders, const char *folder)
{
	if (folder[0] == '=' || !strncmp(folder, "$SYSROOT", 8))
		reading->cpp->unknown = folder;
	VEC_PUSH(reading->cpp->compilation->arena, folders, folder);
}

static void read_flag(struct reading *reading, enum flag_kind kind, const char *argument)
{
	struct cpp *cpp = reading->cpp;
	switch (kind) {
	case FLAG_DEFINE:
		define(reading, argument);
		break;
	case FLAG_UNDEFINE:
		out_text(reading->definitions, "#undef %s\n", argument);
		break;
	case FLAG_FOLDER:
		add_folder(reading, &reading->folders, argument);
		break;
	case FLAG_QUOTED_FOLDER:
		add_folder(reading, &reading->quoted, argument);
		break;
	case FLAG_SYSTEM_FOLDER:
		add_folder(reading, &reading->system, argument);
		break;
	case FLAG_LATE_FOLDER:
		add_folder(reading, &reading->late, argument);
		break;
	case FLAG_INCLUDE:
		out_text(reading->includes, "#include \"%s\"\n", argument);
		cpp->always = true;
		break;
	case FLAG_NO_SYSTEM:
		reading->no_system = true;
		break;
	case FLAG_IGNORED:
		break;
	case FLAG_LANGUAGE:
		cpp->unknown = argument;
		break;
	case FLAG_UNKNOWN:
		cpp->unknown = argument;
		cpp->always = true;
		break;
	}
}

static void append(struct cpp *cpp, const cpp_names *folders)
{
	for (size_t i = 0; i < folders->count; i++)
		VEC_PUSH(cpp->compilation->arena, &cpp->folders.items, folders->items[i]);
}

static void set_folders(struct reading *reading)
{
	struct cpp *cpp = reading->cpp;
	append(cpp, &reading->quoted);
	cpp->folders.quoted = cpp->folders.items.count;
	append(cpp, &reading->folders);
	append(cpp, &reading->system);
	for (size_t i = 0; cpp_system_folders[i] && !reading->no_system; i++)
		VEC_PUSH(cpp->compilation->arena, &cpp->folders.items, cpp_system_folders[i]);
	append(cpp, &reading->late);
}

struct cpp *cpp_create(struct compilation *compilation, const cpp_names *flags)
{
	struct cpp *cpp = ARENA_NEW(compilation->arena, struct cpp);
	struct reading reading = { .cpp = cpp,
				   .definitions = out_create(compilation->arena),
				   .includes = out_create(compilation->arena) };
	cpp->compilation = compilation;
	for (size_t i = 0; i < flags->count; i++) {
		const char *flag = flags->items[i];
		const struct row *row = find_row(flag);
		const char *argument = row ? flag + strlen(row->text) : flag;
		if (row && row->takes_argument && !*argument)
			argument = ++i < flags->count ? flags->items[i] : NULL;
		if (row && argument)
			read_flag(&reading, row->kind, argument);
		else
			read_flag(&reading, FLAG_UNKNOWN, flag);
	}
	if (getenv("CPATH") || getenv("C_INCLUDE_PATH"))
		cpp->unknown = "CPATH";
	set_folders(&reading);
	out_text(reading.definitions, "%s", out_string(reading.includes));
	cpp->directives = src_map_add(compilation->sources, "<command-line>", out_string(reading.definitions),
				      out_length(reading.definitions));
	return cpp;
}

bool cpp_knows_flags(const struct cpp *cpp)
{
	return !cpp->unknown && cpp->directives;
}

bool cpp_flags_change_all(const struct cpp *cpp)
{
	return cpp->always;
}

const cpp_names *cpp_flags_defined(const struct cpp *cpp)
{
	return &cpp->defined;
}
