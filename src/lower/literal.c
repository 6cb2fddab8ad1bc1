#include "lower/literal.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct writer {
	const char *start;
	char *at;
	struct literal literal;
};

static void put(struct writer *writer, const char *text, size_t length)
{
	memcpy(writer->at, text, length);
	writer->at += length;
}

static const char *fail(struct writer *writer, const char *problem)
{
	writer->literal.problem = problem;
	return NULL;
}

static size_t count_digits(const char *text, size_t most, int (*is_digit)(int))
{
	size_t count = 0;
	while (count < most && is_digit((unsigned char)text[count]))
		count++;
	return count;
}

static int is_octal(int character)
{
	return character >= '0' && character <= '7';
}

/* AT is behind "\x"; as many digits as there are. */
static const char *hexadecimal(struct writer *writer, const char *at)
{
	size_t count = count_digits(at, SIZE_MAX, isxdigit);
	size_t zeros = strspn(at, "0");
	if (!count)
		return fail(writer, "in C \\x needs a hexadecimal digit after it");
	if (count > zeros + 2)
		return fail(writer, "in C \\x takes all hexadecimal digits after it, and these are more than "
				    "a character");
	put(writer, at - 2, count + 2);
	return at + count;
}

/* AT is behind the backslash; up to three digits. */
static const char *octal(struct writer *writer, const char *at)
{
	size_t count = count_digits(at, 3, is_octal);
	if (count == 3 && *at > '3')
		return fail(writer, "its octal escape is more than a character");
	put(writer, at - 1, count + 1);
	return at + count;
}

/* AT is at the 'u' or 'U'. The standard leaves out what can be written as it is, and halves of pairs. */
static const char *universal(struct writer *writer, const char *at)
{
	size_t wanted = *at == 'u' ? 4 : 8;
	if (count_digits(at + 1, wanted, isxdigit) < wanted)
		return fail(writer, "in C \\u needs four hexadecimal digits after it, and \\U eight");
	char digits[9] = { 0 };
	memcpy(digits, at + 1, wanted);
	unsigned long code = strtoul(digits, NULL, 16);
	if ((code < 0xa0 && code != '$' && code != '@' && code != '`') || (code >= 0xd800 && code < 0xe000) ||
	    code > 0x10ffff)
		return fail(writer, "its \\u or \\U names no character that C lets be written so");
	put(writer, at - 1, wanted + 2);
	return at + 1 + wanted;
}

/* AT is behind the backslash. */
static const char *escape(struct writer *writer, const char *at)
{
	if (!*at)
		return fail(writer, "it ends in a backslash, which would take its closing quote");
	if (strchr("abfnrtv\\'?", *at)) {
		put(writer, at - 1, 2);
		return at + 1;
	}
	if (*at == 'e' || *at == 'E') { /* an extension that all compilers have */
		put(writer, "\\033", 4);
		return at + 1;
	}
	if (*at == 'x')
		return hexadecimal(writer, at + 1);
	if (*at == 'u' || *at == 'U')
		return universal(writer, at);
	if (is_octal(*at))
		return octal(writer, at);
	writer->literal.drops = true;
	return at;
}

/* Before C++17, "??" and one of these were another character. */
static bool ends_trigraph(const struct writer *writer, char next)
{
	return writer->at > writer->start && writer->at[-1] == '?' && next && strchr("=/'()!<>-", next);
}

struct literal literal_from(struct arena *arena, const char *text)
{
	/* What grows most is \e. */
	char *start = arena_array(arena, 2 * strlen(text) + 1, 1);
	struct writer writer = { .start = start, .at = start };
	for (const char *at = text; at && *at;) {
		if (*at == '\n' || *at == '\r') {
			at = fail(&writer, "a string of C cannot go on in another line; \\n is a line's end");
		} else if (*at == '\\') {
			at = escape(&writer, at + 1);
		} else if (*at == '?' && ends_trigraph(&writer, at[1])) {
			put(&writer, "\\?", 2);
			at++;
		} else {
			put(&writer, at++, 1);
		}
	}
	if (!writer.literal.problem)
		writer.literal.text = start;
	return writer.literal;
}
