#include "adl/marker.h"

#include "adl/characters.h"

#include <limits.h>
#include <string.h>

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && adl_is(*at, ADL_CLASS_BLANK))
		at++;
	return at;
}

/* Digits; NULL where there are none or too many. */
static const char *read_line(const char *at, const char *end, unsigned *line)
{
	*line = 0;
	if (at == end || !adl_is(*at, ADL_CLASS_DIGIT))
		return NULL;
	for (; at < end && adl_is(*at, ADL_CLASS_DIGIT); at++) {
		if (*line > (INT_MAX - 9) / 10)
			return NULL;
		*line = *line * 10 + (unsigned)(*at - '0');
	}
	return at;
}

/* A file name with \\, \" and octal escapes, up to its closing quote. NULL without one. */
static const char *read_name(struct compilation *compilation, const char *at, const char *end,
			     const char **name)
{
	char *buffer = arena_alloc(compilation->arena, (size_t)(end - at) + 1);
	size_t length = 0;
	while (at < end && *at != '"') {
		bool escaped = *at == '\\' && at + 1 < end;
		at += escaped;
		if (!escaped || *at < '0' || *at > '7') {
			buffer[length++] = *at++;
			continue;
		}
		unsigned value = 0;
		for (int digits = 0; digits < 3 && at < end && *at >= '0' && *at <= '7'; digits++)
			value = value * 8 + (unsigned)(*at++ - '0');
		buffer[length++] = (char)value;
	}
	*name = intern_text(compilation->names, buffer, length);
	return at < end ? at + 1 : NULL;
}

bool adl_marker_read(struct compilation *compilation, const char *text, const char *end,
		     struct adl_marker *marker)
{
	const char *at = skip_blanks(text + 1, end);
	*marker = (struct adl_marker){ 0 };
	if (end - at > 5 && !memcmp(at, "line", 4) && adl_is(at[4], ADL_CLASS_BLANK))
		at = skip_blanks(at + 4, end);
	at = read_line(at, end, &marker->line);
	if (!at)
		return false;
	at = skip_blanks(at, end);
	if (at == end || *at != '"')
		return false;
	at = read_name(compilation, at + 1, end, &marker->file);
	for (; at && at < end; at++) {
		marker->enters |= *at == '1';
		marker->system |= *at == '3';
	}
	return at != NULL;
}
