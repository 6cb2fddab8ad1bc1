#include "elf/program.h"

#include "base/file.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * libelf would find the headers, too, but it trusts the offsets that it hands out. Most of a file is for
 * debuggers: what is not needed is not read either.
 */
struct reader {
	struct arena *arena;
	const unsigned char *bytes;
	size_t size;
	int fd;			/* -1: all bytes are there */
	unsigned char *to_fill; /* BYTES, where what is read goes */
	Elf64_Ehdr header;
	const char *why;
};

static bool refuse(struct reader *reader, const char *why)
{
	reader->why = why;
	return false;
}

/* Whether COUNT things of SIZE bytes at OFFSET are in the file; if so, they are in BYTES afterwards. */
static bool fetch(const struct reader *reader, uint64_t offset, uint64_t count, uint64_t size)
{
	if (offset > reader->size || (size && count > (reader->size - offset) / size))
		return false;
	for (uint64_t end = offset + count * size; reader->fd >= 0 && offset < end;) {
		ssize_t length =
			pread(reader->fd, reader->to_fill + offset, (size_t)(end - offset), (off_t)offset);
		if (length < 0 && errno == EINTR)
			continue;
		if (length <= 0)
			return false;
		offset += (uint64_t)length;
	}
	return true;
}

static bool read_header(struct reader *reader, unsigned machine)
{
	if (!fetch(reader, 0, 1, sizeof reader->header) || memcmp(reader->bytes, ELFMAG, SELFMAG))
		return refuse(reader, "it is not an ELF file");
	memcpy(&reader->header, reader->bytes, sizeof reader->header);
	if (reader->header.e_ident[EI_CLASS] != ELFCLASS64 ||
	    reader->header.e_ident[EI_DATA] != ELFDATA2LSB || reader->header.e_machine != machine)
		return refuse(reader, "it is for another processor");
	if (reader->header.e_type != ET_EXEC)
		return refuse(reader, "it is not linked at a fixed address");
	if (reader->header.e_phentsize != sizeof(Elf64_Phdr) ||
	    !fetch(reader, reader->header.e_phoff, reader->header.e_phnum, sizeof(Elf64_Phdr)))
		return refuse(reader, "its program headers are not in the file");
	return true;
}

static bool add_segment(struct reader *reader, struct elf_program *program, const Elf64_Phdr *header)
{
	if (header->p_type == PT_INTERP)
		return refuse(reader, "it is linked dynamically");
	if (header->p_type != PT_LOAD || !header->p_memsz)
		return true;
	if (header->p_filesz > header->p_memsz || !fetch(reader, header->p_offset, header->p_filesz, 1))
		return refuse(reader, "a segment has more bytes than the file");
	if (header->p_memsz > ELF_PROGRAM_SIZE_MAX || header->p_vaddr > UINT64_MAX - header->p_memsz)
		return refuse(reader, "a segment is larger than memory can be");
	VEC_PUSH(reader->arena, &program->segments,
		 (struct elf_segment){ header->p_vaddr, header->p_paddr, header->p_memsz, header->p_filesz,
				       reader->bytes + header->p_offset, header->p_flags & 7 });
	return true;
}

static int compare_segments(const void *a, const void *b)
{
	const struct elf_segment *first = a, *second = b;
	return first->address < second->address ? -1 : first->address > second->address;
}

static bool read_segments(struct reader *reader, struct elf_program *program)
{
	for (unsigned i = 0; i < reader->header.e_phnum; i++) {
		Elf64_Phdr header;
		memcpy(&header, reader->bytes + reader->header.e_phoff + i * sizeof header, sizeof header);
		if (!add_segment(reader, program, &header))
			return false;
	}
	if (!program->segments.count)
		return refuse(reader, "nothing of it is loaded");
	qsort(program->segments.items, program->segments.count, sizeof *program->segments.items,
	      compare_segments);
	for (size_t i = 1; i < program->segments.count; i++) {
		const struct elf_segment *before = &program->segments.items[i - 1];
		if (program->segments.items[i].address - before->address < before->size)
			return refuse(reader, "its segments lie over each other");
	}
	return true;
}

static void match(const char *name, const Elf64_Sym *symbol, struct elf_symbol *symbols, size_t count)
{
	unsigned type = ELF64_ST_TYPE(symbol->st_info);
	if (ELF64_ST_BIND(symbol->st_info) == STB_LOCAL || symbol->st_shndx == SHN_UNDEF ||
	    (type != STT_OBJECT && type != STT_NOTYPE))
		return;
	for (size_t i = 0; i < count; i++)
		if (!strcmp(symbols[i].name, name)) {
			symbols[i].found = true;
			symbols[i].address = symbol->st_value;
			symbols[i].size = symbol->st_size;
		}
}

static bool read_symbol_table(struct reader *reader, const Elf64_Shdr *table, struct elf_symbol *symbols,
			      size_t count)
{
	Elf64_Shdr strings;
	if (table->sh_link >= reader->header.e_shnum || table->sh_entsize != sizeof(Elf64_Sym) ||
	    !fetch(reader, table->sh_offset, table->sh_size, 1))
		return refuse(reader, "its symbols are not in the file");
	memcpy(&strings, reader->bytes + reader->header.e_shoff + table->sh_link * sizeof strings,
	       sizeof strings);
	if (!fetch(reader, strings.sh_offset, strings.sh_size, 1))
		return refuse(reader, "its symbols' names are not in the file");
	const char *names = (const char *)reader->bytes + strings.sh_offset;
	if (!strings.sh_size || names[strings.sh_size - 1])
		return true;
	for (uint64_t i = 1; i < table->sh_size / sizeof(Elf64_Sym); i++) {
		Elf64_Sym symbol;
		memcpy(&symbol, reader->bytes + table->sh_offset + i * sizeof symbol, sizeof symbol);
		if (symbol.st_name && symbol.st_name < strings.sh_size)
			match(names + symbol.st_name, &symbol, symbols, count);
	}
	return true;
}

static bool read_symbols(struct reader *reader, struct elf_symbol *symbols, size_t count)
{
	if (!count || !reader->header.e_shoff)
		return true;
	if (reader->header.e_shentsize != sizeof(Elf64_Shdr) ||
	    !fetch(reader, reader->header.e_shoff, reader->header.e_shnum, sizeof(Elf64_Shdr)))
		return refuse(reader, "its section headers are not in the file");
	for (unsigned i = 0; i < reader->header.e_shnum; i++) {
		Elf64_Shdr section;
		memcpy(&section, reader->bytes + reader->header.e_shoff + i * sizeof section, sizeof section);
		if (section.sh_type == SHT_SYMTAB && !read_symbol_table(reader, &section, symbols, count))
			return false;
	}
	return true;
}

static bool is_entered(struct reader *reader, const struct elf_program *program)
{
	for (size_t i = 0; i < program->segments.count; i++) {
		const struct elf_segment *segment = &program->segments.items[i];
		if (program->entry - segment->address < segment->size)
			return true;
	}
	return refuse(reader, "it is entered at an address that is not its own");
}

static struct elf_program *parse(struct reader *reader, unsigned machine, struct elf_symbol *symbols,
				 size_t count)
{
	struct elf_program *program = ARENA_NEW(reader->arena, struct elf_program);
	bool ok = read_header(reader, machine);
	program->machine = machine;
	program->entry = reader->header.e_entry;
	ok = ok && read_segments(reader, program) && is_entered(reader, program) &&
	     read_symbols(reader, symbols, count);
	return ok ? program : NULL;
}

const struct elf_program *elf_program_parse(struct arena *arena, const unsigned char *bytes, size_t size,
					    unsigned machine, struct elf_symbol *symbols, size_t count,
					    const char **why)
{
	struct reader reader = { .arena = arena, .bytes = bytes, .size = size, .fd = -1 };
	const struct elf_program *program = parse(&reader, machine, symbols, count);
	*why = reader.why;
	return program;
}

/* Makes room for all of the file, of which what is never fetched takes no memory. Returns 0 or an errno
 * value. */
static int open_file(struct reader *reader, const char *path)
{
	struct stat status;
	reader->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (reader->fd < 0 || fstat(reader->fd, &status))
		return errno;
	if (S_ISDIR(status.st_mode))
		return EISDIR;
	if ((uintmax_t)status.st_size > FILE_SIZE_MAX)
		return EFBIG;
	reader->size = (size_t)status.st_size;
	reader->to_fill = arena_alloc_unset(reader->arena, reader->size + 1);
	reader->to_fill[reader->size] = '\0';
	reader->bytes = reader->to_fill;
	return 0;
}

const struct elf_program *elf_program_read(struct compilation *compilation, const char *path,
					   struct src_range range, unsigned machine,
					   struct elf_symbol *symbols, size_t count)
{
	struct reader reader = { .arena = compilation->arena };
	struct elf_program *program = NULL;
	int error = open_file(&reader, path);
	if (error)
		compilation_cannot_read(compilation, path, error);
	else
		program = parse(&reader, machine, symbols, count);
	if (reader.fd >= 0)
		close(reader.fd);
	if (program)
		program->path = path;
	else if (!error)
		diag_report(compilation->diag, DIAG_BAD_IMAGE, range, "'%s' is no program image: %s", path,
			    reader.why);
	return program;
}
