#include "elf/elf.h"
#include "test.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What the test looks for in its own program. */
uint64_t elf_files_test_word;
char elf_files_test_text[24] = "";

TEST(an_image_has_its_segments_and_data_symbols)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model_image *image =
		elf_read_image(compilation, "/proc/self/exe", NULL, (struct src_range){ 0, 0 });
	assert_non_null(image);
	assert_true(image->segments.count > 0);
	assert_int_equal(image->segments.items[0].address % 0x1000, 0);
	assert_int_equal(model_image_symbol(image, "elf_files_test_word")->size, 8);
	assert_int_equal(model_image_symbol(image, "elf_files_test_text")->size, 24);
	assert_null(model_image_symbol(image, "no_such_symbol"));
	compilation_destroy(compilation);
}

TEST(files_that_have_to_be_there_are_missed)
{
	char *messages = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&messages, &length);
	struct compilation *compilation = compilation_create(stream);
	struct model *model = model_create(compilation, "a");
	struct model_pd *pd = model_pd_add(compilation, model, "a");
	struct model_region *region = model_region_add(compilation, model, "m", 0x1000);
	elf_search_paths paths = { 0 };
	VEC_PUSH(compilation->arena, &paths, "/nowhere");
	pd->program_image = "a.elf";
	region->prefill_path = "a.bin";
	const struct model_files *files = elf_find_files(compilation, model, &paths, ELF_REQUIRED_NONE);
	assert_null(files->images[0]);
	assert_false(files->prefills[0].known);
	files = elf_find_files(compilation, model, &paths, ELF_REQUIRED_PREFILLS);
	assert_true(files->prefills[0].known && !files->prefills[0].found);
	assert_null(elf_find_files(compilation, model, &paths, ELF_REQUIRED_ALL));
	compilation_destroy(compilation);
	fclose(stream);
	assert_non_null(strstr(messages, "no program image 'a.elf' is found [-Wmissing-image]"));
	free(messages);
}
