/*
 * The part of Tcl that tests of a console are written in: commands of words, in lines or between semicolons;
 * words bare, in quotes or in braces; escapes and variables. No expressions, loops, procedures or command
 * substitution: what is not here is an error at its place.
 */
#include "expect/expect.h"

#include "base/suggest.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A word after substitution. */
struct word {
	char *text; /* NUL-terminated */
	size_t length;
	struct src_range range;
};

struct variable {
	const char *name;
	const char *value;
};

struct reader {
	struct compilation *compilation;
	struct expect_script *script;
	const char *text, *at, *end;
	src_loc base;
	bool failed;
	VEC(struct variable) variables;
	VEC(char) built; /* of the word that is being read */
	VEC(struct word) words;
};

static struct src_range range_from(const struct reader *reader, const char *from)
{
	return (struct src_range){ reader->base + (src_loc)(from - reader->text),
				   reader->base + (src_loc)(reader->at - reader->text) };
}

static void fail(struct reader *reader, struct src_range range, const char *format, ...) BASE_PRINTF(3, 4);

static void fail(struct reader *reader, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(reader->compilation->diag, DIAG_TEST_SCRIPT, range, format, arguments);
	va_end(arguments);
	reader->failed = true;
}

static void put(struct reader *reader, char c)
{
	VEC_PUSH(reader->compilation->arena, &reader->built, c);
}

/* ------------------------------------------------------ substitution */

static void put_utf8(struct reader *reader, unsigned code)
{
	if (code < 0x80) {
		put(reader, (char)code);
		return;
	}
	if (code >= 0x800)
		put(reader, (char)(0xe0 | code >> 12));
	put(reader, (char)(code >= 0x800 ? 0x80 | (code >> 6 & 0x3f) : 0xc0 | code >> 6));
	put(reader, (char)(0x80 | (code & 0x3f)));
}

/* Up to MAX digits of BASE. False when there is none. */
static bool digits(struct reader *reader, unsigned base, unsigned max, unsigned *value)
{
	unsigned count = 0;
	for (*value = 0; count < max && reader->at < reader->end; count++, reader->at++) {
		static const char all[] = "0123456789abcdef";
		int lower = *reader->at | (*reader->at >= 'A' ? 0x20 : 0);
		const char *digit = lower ? memchr(all, lower, base) : NULL;
		if (!digit)
			break;
		*value = *value * base + (unsigned)(digit - all);
	}
	return count > 0;
}

static void skip_blanks(struct reader *reader)
{
	while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\t'))
		reader->at++;
}

/* Behind a backslash. */
static void escape(struct reader *reader)
{
	static const char letters[] = "abfnrtv", meanings[] = "\a\b\f\n\r\t\v";
	unsigned value;
	if (reader->at == reader->end) {
		put(reader, '\\');
		return;
	}
	char c = *reader->at;
	const char *letter = c ? strchr(letters, c) : NULL;
	if (c >= '0' && c <= '7') {
		digits(reader, 8, 3, &value);
		put(reader, (char)value);
		return;
	}
	reader->at++;
	if (letter)
		put(reader, meanings[letter - letters]);
	else if (c == 'x' && digits(reader, 16, 2, &value))
		put(reader, (char)value);
	else if (c == 'u' && digits(reader, 16, 4, &value))
		put_utf8(reader, value);
	else if (c == '\n') {
		skip_blanks(reader);
		put(reader, ' ');
	} else
		put(reader, c);
}

static bool is_name(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Behind a dollar sign. */
static void variable(struct reader *reader)
{
	const char *begin = reader->at - 1, *name = reader->at;
	bool braced = reader->at < reader->end && *reader->at == '{';
	name += braced;
	reader->at += braced;
	while (reader->at < reader->end && (braced ? *reader->at != '}' : is_name(*reader->at)))
		reader->at++;
	size_t length = (size_t)(reader->at - name);
	if (!length) {
		put(reader, '$');
		return;
	}
	reader->at += braced && reader->at < reader->end;
	for (size_t i = reader->variables.count; i-- > 0;) {
		const struct variable *known = &reader->variables.items[i];
		if (strlen(known->name) != length || memcmp(known->name, name, length))
			continue;
		for (const char *c = known->value; *c; c++)
			put(reader, *c);
		return;
	}
	fail(reader, range_from(reader, begin), "nothing has set the variable '%.*s'", (int)length, name);
}

static void substituted(struct reader *reader)
{
	const char *begin = reader->at;
	char c = *reader->at++;
	if (c == '\\')
		escape(reader);
	else if (c == '$')
		variable(reader);
	else if (c == '[')
		fail(reader, range_from(reader, begin),
		     "in Tcl a '[' runs a command, which tests cannot do here; a bracket itself is written "
		     "'\\['");
	else
		put(reader, c);
}

/* ------------------------------------------------------------- words */

static bool ends_word(const struct reader *reader)
{
	return reader->at == reader->end || strchr(" \t\n;", *reader->at);
}

static void quoted(struct reader *reader, const char *begin)
{
	reader->at++;
	while (reader->at < reader->end && *reader->at != '"')
		substituted(reader);
	if (reader->at == reader->end) {
		fail(reader, (struct src_range){ range_from(reader, begin).begin, 0 },
		     "this quote is not closed");
		return;
	}
	reader->at++;
}

static void braced(struct reader *reader, const char *begin)
{
	size_t depth = 0;
	do {
		char c = *reader->at;
		depth += (c == '{') - (size_t)(c == '}');
		if ((c != '{' || depth > 1) && depth)
			put(reader, c);
		if (c == '\\' && reader->at + 1 < reader->end)
			put(reader, *++reader->at);
		reader->at++;
	} while (depth && reader->at < reader->end);
	if (depth)
		fail(reader, (struct src_range){ range_from(reader, begin).begin, 0 },
		     "this brace is not closed");
}

static void read_word(struct reader *reader)
{
	const char *begin = reader->at;
	reader->built.count = 0;
	if (*begin == '"')
		quoted(reader, begin);
	else if (*begin == '{')
		braced(reader, begin);
	else
		while (!ends_word(reader))
			substituted(reader);
	if (!ends_word(reader) && !reader->failed) {
		fail(reader, range_from(reader, begin), "a blank is missing behind this");
		while (!ends_word(reader))
			reader->at++;
	}
	put(reader, '\0');
	struct arena *arena = reader->compilation->arena;
	size_t length = reader->built.count - 1;
	struct word word = { arena_strndup(arena, "", 0), length, range_from(reader, begin) };
	if (length) {
		word.text = arena_array(arena, length + 1, 1);
		memcpy(word.text, reader->built.items, length);
	}
	VEC_PUSH(arena, &reader->words, word);
}

/* ---------------------------------------------------------- commands */

static void add(struct reader *reader, enum expect_kind kind, const struct word *word, double seconds)
{
	VEC_PUSH(reader->compilation->arena, &reader->script->steps,
		 (struct expect_step){ kind, word->text, word->length, seconds, word->range });
}

static bool number(struct reader *reader, const struct word *word, double scale, double *value)
{
	char *end;
	errno = 0;
	*value = strtod(word->text, &end) * scale;
	if (word->length && !*end && !errno && isfinite(*value) && fabs(*value) < 1e9)
		return true;
	fail(reader, word->range, "'%s' is no number", word->text);
	return false;
}

static void do_wait_for(struct reader *reader, const struct word *words)
{
	add(reader, EXPECT_WAIT_FOR, &words[1], 0);
}

/* The plain form: a timeout is not an error. */
static void do_expect(struct reader *reader, const struct word *words)
{
	if (reader->text[words[1].range.begin - reader->base] == '{') {
		fail(reader, words[1].range,
		     "'expect' with branches is not supported here; use 'wait_for \"pattern\"'");
		return;
	}
	add(reader, EXPECT_MAY_COME, &words[1], 0);
}

static void do_send(struct reader *reader, const struct word *words)
{
	add(reader, EXPECT_SEND, &words[1], 0);
}

static void do_set(struct reader *reader, const struct word *words)
{
	double seconds;
	if (!strcmp(words[1].text, "timeout") && number(reader, &words[2], 1, &seconds))
		add(reader, EXPECT_TIMEOUT, &words[2], seconds);
	VEC_PUSH(reader->compilation->arena, &reader->variables,
		 (struct variable){ words[1].text, words[2].text });
}

static void do_sleep(struct reader *reader, const struct word *words)
{
	double seconds;
	if (number(reader, &words[1], 1, &seconds))
		add(reader, EXPECT_SLEEP, &words[1], seconds);
}

static void do_after(struct reader *reader, const struct word *words)
{
	double seconds;
	if (number(reader, &words[1], 1e-3, &seconds))
		add(reader, EXPECT_SLEEP, &words[1], seconds);
}

static void do_exit(struct reader *reader, const struct word *words)
{
	double status;
	if (number(reader, &words[1], 1, &status))
		add(reader, EXPECT_EXIT, &words[1], status);
}

static const struct command {
	const char *name;
	size_t words; /* with the name */
	void (*run)(struct reader *reader, const struct word *words);
	const char *usage;
} commands[] = {
	{ "wait_for", 2, do_wait_for, "wait_for \"pattern\"" },
	{ "send", 2, do_send, "send \"text\"" },
	{ "set", 3, do_set, "set name value" },
	{ "expect", 2, do_expect, "expect \"pattern\"" },
	{ "sleep", 2, do_sleep, "sleep seconds" },
	{ "after", 2, do_after, "after milliseconds" },
	{ "exit", 2, do_exit, "exit status" },
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const struct command *find(struct reader *reader, const struct word *name)
{
	struct suggest suggest = suggest_for(name->text);
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		if (!strcmp(commands[i].name, name->text))
			return &commands[i];
		suggest_offer(&suggest, commands[i].name);
	}
	const char *near = suggest_best(&suggest);
	fail(reader, name->range, "tests cannot use the command '%s' here%s%s%s", name->text,
	     near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
	return NULL;
}

static void run_command(struct reader *reader)
{
	struct word *words = reader->words.items;
	size_t count = reader->words.count;
	const struct command *command = find(reader, &words[0]);
	if (!command)
		return;
	/* "--" ends options, of which there are none here. */
	if (count == 3 && command->words == 2 && !strcmp(words[1].text, "--")) {
		words[1] = words[2];
		count = 2;
	}
	if (count != command->words)
		fail(reader, words[0].range, "this is used as: %s", command->usage);
	else
		command->run(reader, words);
}

static bool at_continuation(const struct reader *reader)
{
	return reader->at + 1 < reader->end && reader->at[0] == '\\' && reader->at[1] == '\n';
}

/* A comment is where a command could begin, and a backslash at its end takes the next line along. */
static void skip_comment(struct reader *reader)
{
	while (reader->at < reader->end && *reader->at != '\n')
		reader->at += at_continuation(reader) ? 2 : 1;
}

static void read_command(struct reader *reader)
{
	reader->words.count = 0;
	bool failed = reader->failed;
	reader->failed = false;
	while (reader->at < reader->end && *reader->at != '\n' && *reader->at != ';') {
		if (*reader->at == ' ' || *reader->at == '\t')
			reader->at++;
		else if (at_continuation(reader))
			reader->at += 2;
		else if (*reader->at == '#' && !reader->words.count)
			skip_comment(reader);
		else
			read_word(reader);
	}
	reader->at += reader->at < reader->end;
	if (reader->words.count && !reader->failed)
		run_command(reader);
	reader->failed |= failed;
}

const struct expect_script *expect_read(struct compilation *compilation, const char *path)
{
	const struct src_file *source = compilation_read_source(compilation, path);
	if (!source)
		return NULL;
	struct reader reader = { .compilation = compilation,
				 .script = ARENA_NEW(compilation->arena, struct expect_script),
				 .text = source->text,
				 .at = source->text,
				 .end = source->text + source->length,
				 .base = source->base };
	while (reader.at < reader.end)
		read_command(&reader);
	return reader.failed ? NULL : reader.script;
}
