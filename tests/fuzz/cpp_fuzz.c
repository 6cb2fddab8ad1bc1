/* The preprocessor: any text is preprocessed, refused, or left to others, and each piece of the output has a
 * place. */

#include "fuzz.h"

#include "cpp/cpp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void find_places(struct compilation *compilation, const struct src_file *file)
{
	struct src_step steps[3];
	for (size_t i = 0; i <= file->length; i++) {
		src_loc loc = file->base + (src_loc)i;
		struct src_range written =
			src_map_written(compilation->sources, (struct src_range){ loc, loc + 1 });
		if (!written.begin || written.end < written.begin)
			abort();
		if (i < 100 && (!src_map_place(compilation->sources, loc).file ||
				src_map_steps(compilation->sources, loc, steps, 3) > 1000000))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	struct compilation *compilation = compilation_create(nowhere);
	cpp_names flags = { 0 };
	VEC_PUSH(compilation->arena, &flags, "-nostdinc");
	VEC_PUSH(compilation->arena, &flags, "-DN=1");
	char *text = arena_alloc(compilation->arena, size + 1);
	memcpy(text, data, size);
	struct cpp_result result;
	const struct src_file *file = src_map_add(compilation->sources, "t", text, size);
	/* An include could name any file of this machine; the word may be in two lines or be pasted together.
	 */
	bool includes = memmem(text, size, "inc", 3) || memmem(text, size, "\\", 1);
	if (!includes && cpp_run(cpp_create(compilation, &flags), file, NULL, &result) != CPP_UNSUPPORTED &&
	    result.file)
		find_places(compilation, result.file);
	compilation_destroy(compilation);
	fclose(nowhere);
	return 0;
}
