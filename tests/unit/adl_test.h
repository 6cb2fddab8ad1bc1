/*
 * For the tests of the ADL front end: parses a text or a file and keeps the tree and the messages.
 */
#ifndef UNIT_ADL_TEST_H
#define UNIT_ADL_TEST_H

#include "test.h"

#include "adl/dump.h"
#include "adl/parse.h"

#include <stdlib.h>
#include <string.h>

struct parsed {
	struct compilation *compilation;
	struct adl_options options;
	const struct adl_spec *spec;
	FILE *stream;
	char *messages;
	size_t size;
	unsigned errors;
};

static inline struct parsed *parsed_begin(void)
{
	struct parsed *parsed = calloc(1, sizeof *parsed);
	assert_non_null(parsed);
	parsed->stream = open_memstream(&parsed->messages, &parsed->size);
	assert_non_null(parsed->stream);
	parsed->compilation = compilation_create(parsed->stream);
	return parsed;
}

static inline void parsed_finish(struct parsed *parsed)
{
	diag_finish(parsed->compilation->diag);
	parsed->errors = diag_error_count(parsed->compilation->diag);
}

static inline struct parsed *parse_bytes(const char *text, size_t length)
{
	struct parsed *parsed = parsed_begin();
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", text, length);
	parsed_finish(parsed);
	return parsed;
}

static inline struct parsed *parse_text(const char *text)
{
	return parse_bytes(text, strlen(text));
}

static inline void parsed_free(struct parsed *parsed)
{
	compilation_destroy(parsed->compilation);
	fclose(parsed->stream);
	free(parsed->messages);
	free(parsed);
}

/* The tree in its readable form. */
static inline const char *parsed_dump(struct parsed *parsed)
{
	struct out *out = out_create(parsed->compilation->arena);
	adl_dump(out, parsed->spec);
	return out_string(out);
}

/* TEXT has no errors and means DUMP. */
static inline void expect_dump(const char *text, const char *dump)
{
	struct parsed *parsed = parse_text(text);
	assert_string_equal(parsed->messages, "");
	assert_string_equal(parsed_dump(parsed), dump);
	parsed_free(parsed);
}

/*
 * TEXT has just these errors, in this order. Each is "line:column: text", of which the text need not be the
 * whole message; the list ends with NULL.
 */
static inline void check_errors(struct parsed *parsed, const char *const *expected)
{
	const char *at = parsed->messages;
	for (; *expected; expected++) {
		const char *colon = strstr(*expected, ": ");
		char place[64];
		snprintf(place, sizeof place, "t:%.*s: error: ", (int)(colon - *expected), *expected);
		const char *error = strstr(at, ": error: ");
		const char *line = error;
		while (line && line > parsed->messages && line[-1] != '\n')
			line--;
		if (!line || strncmp(line, place, strlen(place)) || !strstr(line, colon + 2) ||
		    strstr(line, colon + 2) > strchr(line, '\n'))
			fail_msg("expected \"%s\" in:\n%.600s", *expected, at);
		at = error + 1;
	}
	if (strstr(at, ": error: "))
		fail_msg("one error too many in:\n%.600s", at);
}

#define expect_errors(text, ...)                                                                             \
	do {                                                                                                 \
		struct parsed *parsed_ = parse_text(text);                                                   \
		check_errors(parsed_, (const char *const[]){ __VA_ARGS__, NULL });                           \
		parsed_free(parsed_);                                                                        \
	} while (0)

#endif
