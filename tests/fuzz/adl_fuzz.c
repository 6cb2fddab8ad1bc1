/* The lexer and parser: any text is either understood or has an error, and a tree can be walked. */

#include "fuzz.h"

#include "adl/dump.h"
#include "adl/parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void dump(struct compilation *compilation, const struct adl_unit *unit)
{
	struct adl_spec spec = { 0 };
	for (size_t i = 0; i < unit->parts.count; i++)
		if (!unit->parts.items[i].is_import)
			VEC_PUSH(compilation->arena, &spec.items, unit->parts.items[i].item);
	adl_dump(out_create(compilation->arena), &spec);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	struct compilation *compilation = compilation_create(nowhere);
	struct adl_keywords keywords;
	struct map lost_words = { 0 };
	struct adl_unit unit = { .lost_words = &lost_words };
	char *text = arena_alloc(compilation->arena, size + 1);
	memcpy(text, data, size);
	adl_keywords_init(&keywords);
	adl_parse_unit(compilation, &keywords, src_map_add(compilation->sources, "t", text, size), NULL,
		       &unit);
	dump(compilation, &unit);
	compilation_destroy(compilation);
	fclose(nowhere);
	return 0;
}
