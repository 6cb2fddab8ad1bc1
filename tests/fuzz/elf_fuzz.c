/*
 * The reader of programs: any file is either refused, or all that it says of its segments can be read.
 */
#include "fuzz.h"

#include "elf/program.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

static unsigned sum(const struct elf_program *program)
{
	unsigned total = 0;
	for (size_t i = 0; i < program->segments.count; i++) {
		const struct elf_segment *segment = &program->segments.items[i];
		if (segment->stored > segment->size || !segment->size)
			abort();
		for (uint64_t j = 0; j < segment->stored; j++)
			total += segment->bytes[j];
	}
	return total;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct elf_symbol symbols[] = { { .name = "microkit_name" }, { .name = "word" } };
	struct arena *arena = arena_create();
	const char *why = NULL;
	unsigned char *copy = malloc(size ? size : 1);
	if (!copy)
		abort();
	memcpy(copy, data, size);
	const struct elf_program *program =
		elf_program_parse(arena, copy, size, EM_AARCH64, symbols, 2, &why);
	if ((program == NULL) != (why != NULL))
		abort();
	if (program && sum(program) == UINT32_MAX)
		abort(); /* cannot be: files are not that large */
	free(copy);
	arena_destroy(arena);
	return 0;
}
