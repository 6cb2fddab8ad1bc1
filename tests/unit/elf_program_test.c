#include "elf/program.h"
#include "elf_builder.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A program of two segments with a word in its data. */
static void build(struct built *built)
{
	built_start(built, 0x200010);
	built_add_segment(built, 0x200000, 0x100, 0x100, PF_R | PF_X);
	built_add_segment(built, 0x201000, 0x20, 0x2000, PF_R | PF_W);
	built_add_symbol(built, "word", 0x201008, 8);
}

/* Why the program is refused; NULL: it is not. */
static const char *why_refused(const struct built *built, struct elf_symbol *symbols, size_t count)
{
	struct arena *arena = arena_create();
	const char *why = NULL;
	unsigned char *copy = arena_alloc(arena, built->size ? built->size : 1);
	memcpy(copy, built->bytes, built->size);
	const struct elf_program *program =
		elf_program_parse(arena, copy, built->size, EM_AARCH64, symbols, count, &why);
	assert_true((program == NULL) == (why != NULL));
	arena_destroy(arena);
	return why;
}

static void assert_refused(const struct built *built, const char *expected)
{
	struct elf_symbol symbol = { .name = "word" };
	const char *why = why_refused(built, &symbol, 1);
	assert_non_null(why);
	assert_string_equal(why, expected);
}

TEST(a_program_has_its_segments_in_order_and_its_symbols)
{
	struct built built;
	struct elf_symbol symbols[] = { { .name = "word" }, { .name = "other" } };
	const char *why;
	struct arena *arena = arena_create();
	built_start(&built, 0x200010);
	built_add_segment(&built, 0x201000, 0x20, 0x2000, PF_R | PF_W);
	built_add_segment(&built, 0x200000, 0x100, 0x100, PF_R | PF_X);
	built_add_segment(&built, 0x300000, 0, 0, PF_R);
	built_add_symbol(&built, "word", 0x201008, 8);
	const struct elf_program *program =
		elf_program_parse(arena, built.bytes, built.size, EM_AARCH64, symbols, 2, &why);
	assert_non_null(program);
	assert_int_equal(program->segments.count, 2);
	assert_int_equal(program->segments.items[0].address, 0x200000);
	assert_int_equal(program->segments.items[0].flags, ELF_READ | ELF_EXECUTE);
	assert_int_equal(program->segments.items[1].stored, 0x20);
	assert_int_equal(program->segments.items[1].size, 0x2000);
	assert_true(symbols[0].found && !symbols[1].found);
	assert_int_equal(symbols[0].address, 0x201008);
	arena_destroy(arena);
}

TEST(every_truncation_is_refused_or_harmless)
{
	struct built built;
	build(&built);
	struct elf_symbol symbol = { .name = "word" };
	for (built.size = 0; built.size < BUILT_SIZE; built.size += 7) {
		const char *why = why_refused(&built, &symbol, 1);
		/* The section headers are last: without them nothing is left to miss. */
		assert_true(why || built.size >= BUILT_SECTIONS_AT + 3 * sizeof(Elf64_Shdr));
	}
	built.size = 3;
	assert_refused(&built, "it is not an ELF file");
	built.size = BUILT_DATA_AT + 0x10;
	assert_refused(&built, "a segment has more bytes than the file");
}

TEST(segments_over_each_other_are_refused)
{
	struct built built;
	build(&built);
	built_segment(&built, 0)->p_memsz = 0x1001;
	assert_refused(&built, "its segments lie over each other");
}

TEST(huge_segments_are_refused)
{
	struct built built;
	build(&built);
	built_segment(&built, 1)->p_memsz = UINT64_MAX;
	assert_refused(&built, "a segment is larger than memory can be");
	built_segment(&built, 1)->p_memsz = 0x2000;
	built_segment(&built, 1)->p_vaddr = UINT64_MAX - 0xfff;
	assert_refused(&built, "a segment is larger than memory can be");
	build(&built);
	built_segment(&built, 1)->p_filesz = UINT64_MAX;
	assert_refused(&built, "a segment has more bytes than the file");
	built_segment(&built, 1)->p_filesz = 0x20;
	built_segment(&built, 1)->p_offset = UINT64_MAX - 0x10;
	assert_refused(&built, "a segment has more bytes than the file");
}

TEST(headers_that_lead_out_of_the_file_are_refused)
{
	struct built built;
	build(&built);
	built_header(&built)->e_phoff = UINT64_MAX - 8;
	assert_refused(&built, "its program headers are not in the file");
	build(&built);
	built_header(&built)->e_phnum = 0xffff;
	assert_refused(&built, "its program headers are not in the file");
	build(&built);
	built_header(&built)->e_shoff = BUILT_SIZE - 8;
	assert_refused(&built, "its section headers are not in the file");
	build(&built);
	((Elf64_Shdr *)(void *)(built.bytes + BUILT_SECTIONS_AT))[1].sh_size = UINT64_MAX;
	assert_refused(&built, "its symbols are not in the file");
	build(&built);
	((Elf64_Shdr *)(void *)(built.bytes + BUILT_SECTIONS_AT))[2].sh_offset = UINT64_MAX;
	assert_refused(&built, "its symbols' names are not in the file");
}

TEST(other_programs_are_refused)
{
	struct built built;
	build(&built);
	built_header(&built)->e_machine = EM_X86_64;
	assert_refused(&built, "it is for another processor");
	build(&built);
	built_header(&built)->e_type = ET_DYN;
	assert_refused(&built, "it is not linked at a fixed address");
	build(&built);
	built_segment(&built, 0)->p_type = PT_INTERP;
	assert_refused(&built, "it is linked dynamically");
	build(&built);
	built_header(&built)->e_phnum = 0;
	assert_refused(&built, "nothing of it is loaded");
	build(&built);
	built_header(&built)->e_entry = 0x100;
	assert_refused(&built, "it is entered at an address that is not its own");
}

/* The same of a file, of which only what is needed is read. */
static const struct elf_program *read_file(struct compilation *compilation, const char *path,
					   const struct built *built, struct elf_symbol *symbol)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(built->bytes, 1, built->size, file), built->size);
	assert_int_equal(fclose(file), 0);
	return elf_program_read(compilation, path, (struct src_range){ 0, 0 }, EM_AARCH64, symbol, 1);
}

TEST(a_file_is_read_as_its_bytes_are)
{
	char path[] = "/tmp/causeway-elf-test-XXXXXX";
	char *messages = NULL;
	size_t length = 0, size;
	FILE *stream = open_memstream(&messages, &length);
	struct compilation *compilation = compilation_create(stream);
	struct built built;
	build(&built);
	size = built.size;
	assert_null(elf_program_read(compilation, "/tmp", (struct src_range){ 0, 0 }, EM_AARCH64, NULL, 0));
	close(mkstemp(path));
	for (size_t missing = 0; missing <= size; missing += 61) {
		built.size = size - missing;
		struct elf_symbol symbol = { .name = "word" }, expected = symbol;
		const char *why = why_refused(&built, &expected, 1);
		const struct elf_program *program = read_file(compilation, path, &built, &symbol);
		assert_int_equal(program == NULL, why != NULL);
		assert_int_equal(symbol.address, expected.address);
		for (size_t i = 0; program && i < program->segments.count; i++)
			assert_memory_equal(program->segments.items[i].bytes,
					    built.bytes + built_segment(&built, (unsigned)i)->p_offset,
					    program->segments.items[i].stored);
	}
	unlink(path);
	compilation_destroy(compilation);
	fclose(stream);
	assert_non_null(strstr(messages, "is no program image: its section headers are not in the file"));
	assert_non_null(strstr(messages, "/tmp: error: cannot read: Is a directory"));
	free(messages);
}
