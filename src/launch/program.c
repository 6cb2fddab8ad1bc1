#include "launch/program.h"

#include "abi/linux_boot.h"

#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <string.h>
#include <unistd.h>

/* An ELF file that is open for reading. */
struct reader {
	struct compilation *compilation;
	const char *path;
	struct src_range range;
	int fd;
	Elf *elf;
};

static bool refuse(const struct reader *reader, const char *why)
{
	diag_report(reader->compilation->diag, DIAG_PROGRAM, reader->range, "program '%s' %s", reader->path,
		    why);
	return false;
}

static bool reader_open(struct reader *reader)
{
	elf_version(EV_CURRENT);
	reader->fd = open(reader->path, O_RDONLY | O_CLOEXEC);
	if (reader->fd < 0)
		return false;
	reader->elf = elf_begin(reader->fd, ELF_C_READ_MMAP, NULL);
	return true;
}

static void reader_close(struct reader *reader)
{
	if (reader->elf)
		elf_end(reader->elf);
	close(reader->fd);
}

static bool check_header(const struct reader *reader)
{
	GElf_Ehdr header;
	if (!reader->elf || elf_kind(reader->elf) != ELF_K_ELF || !gelf_getehdr(reader->elf, &header))
		return refuse(reader, "is not an ELF file");
	if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_machine != EM_X86_64)
		return refuse(reader, "is not for x86-64, on which the Linux board runs");
	if (header.e_type != ET_EXEC)
		return refuse(reader, "is not linked at a fixed address (-static -no-pie)");
	return true;
}

void program_refuse_version(struct compilation *compilation, const char *path, struct src_range range,
			    unsigned version)
{
	diag_report(compilation->diag, DIAG_PROGRAM, range,
		    "program '%s' is linked with version %u of the runtime for the Linux board, and this is "
		    "version %u: link it again, or run it with the causeway that came with its runtime",
		    path, version, LINUX_BOOT_VERSION);
}

/* The mark that a PT_NOTE segment holds: the runtime's version, with LINUX_NOTE_HOSTED; 0: it has none. */
static uint32_t find_mark(const struct reader *reader, const GElf_Phdr *segment)
{
	Elf_Data *data =
		elf_getdata_rawchunk(reader->elf, (int64_t)segment->p_offset, segment->p_filesz, ELF_T_NHDR);
	GElf_Nhdr note;
	size_t name, content;
	for (size_t at = 0; data && (at = gelf_getnote(data, at, &note, &name, &content)) != 0;) {
		const char *bytes = data->d_buf;
		uint32_t version;
		if (note.n_type != LINUX_NOTE_TYPE || note.n_namesz != sizeof LINUX_NOTE_NAME ||
		    memcmp(bytes + name, LINUX_NOTE_NAME, sizeof LINUX_NOTE_NAME) ||
		    note.n_descsz != sizeof version)
			continue;
		memcpy(&version, bytes + content, sizeof version);
		return version;
	}
	return 0;
}

static unsigned protection_of(const GElf_Phdr *segment)
{
	return (segment->p_flags & PF_R ? LINUX_PROT_READ : 0u) |
	       (segment->p_flags & PF_W ? LINUX_PROT_WRITE : 0u) |
	       (segment->p_flags & PF_X ? LINUX_PROT_EXECUTE : 0u);
}

static bool read_segments(const struct reader *reader, struct launch_program *program)
{
	size_t count;
	uint32_t mark = 0;
	bool dynamic = false;
	if (elf_getphdrnum(reader->elf, &count))
		return refuse(reader, "has no program headers");
	for (size_t i = 0; i < count; i++) {
		GElf_Phdr segment;
		if (!gelf_getphdr(reader->elf, (int)i, &segment))
			return refuse(reader, "has broken program headers");
		if (segment.p_type == PT_INTERP)
			dynamic = true;
		if (segment.p_type == PT_NOTE && !mark)
			mark = find_mark(reader, &segment);
		if (segment.p_type == PT_LOAD)
			VEC_PUSH(reader->compilation->arena, &program->segments,
				 (struct program_segment){ segment.p_vaddr, segment.p_memsz,
							   protection_of(&segment) });
	}
	program->hosted = mark & LINUX_NOTE_HOSTED;
	if (dynamic && !program->hosted)
		return refuse(reader, "is linked dynamically");
	if (!mark)
		return refuse(reader, "is not linked with the runtime for the Linux board");
	uint32_t version = mark & ~(uint32_t)LINUX_NOTE_HOSTED;
	if (version != LINUX_BOOT_VERSION)
		program_refuse_version(reader->compilation, reader->path, reader->range, version);
	return version == LINUX_BOOT_VERSION;
}

/* Calls VISIT with every named symbol. */
static void for_each_symbol(const struct reader *reader,
			    void (*visit)(void *context, const char *name, const GElf_Sym *symbol),
			    void *context)
{
	Elf_Scn *section = NULL;
	while ((section = elf_nextscn(reader->elf, section)) != NULL) {
		GElf_Shdr header;
		if (!gelf_getshdr(section, &header) || header.sh_type != SHT_SYMTAB || !header.sh_entsize)
			continue;
		Elf_Data *data = elf_getdata(section, NULL);
		size_t count = data ? data->d_size / header.sh_entsize : 0;
		for (size_t i = 1; i < count; i++) {
			GElf_Sym symbol;
			const char *name = gelf_getsym(data, (int)i, &symbol)
						   ? elf_strptr(reader->elf, header.sh_link, symbol.st_name)
						   : NULL;
			if (name && *name && symbol.st_shndx != SHN_UNDEF)
				visit(context, name, &symbol);
		}
	}
}

struct wanted {
	const struct launch_program *program;
	struct program_symbol *symbols;
	size_t count;
};

static void match_wanted(void *context, const char *name, const GElf_Sym *symbol)
{
	struct wanted *wanted = context;
	int type = GELF_ST_TYPE(symbol->st_info);
	if (GELF_ST_BIND(symbol->st_info) == STB_LOCAL || (type != STT_OBJECT && type != STT_NOTYPE))
		return;
	for (size_t i = 0; i < wanted->count; i++) {
		struct program_symbol *found = &wanted->symbols[i];
		if (strcmp(found->name, name))
			continue;
		const struct program_segment *segment = program_segment_at(wanted->program, symbol->st_value);
		if (!segment || symbol->st_size > segment->size - (symbol->st_value - segment->address))
			continue;
		found->found = true;
		found->address = symbol->st_value;
		found->size = symbol->st_size;
		found->protection = segment->protection;
	}
}

/* Opens a file; false after an error that was reported. */
static bool reader_must_open(struct reader *reader)
{
	return reader_open(reader) || compilation_cannot_read(reader->compilation, reader->path, errno);
}

static bool find_symbols(struct compilation *compilation, const struct launch_program *program,
			 struct src_range range, struct program_symbol *symbols, size_t count)
{
	struct reader reader = { .compilation = compilation, .path = program->symbols_path, .range = range };
	if (!reader_must_open(&reader))
		return false;
	bool ok = check_header(&reader);
	if (ok)
		for_each_symbol(&reader, match_wanted, &(struct wanted){ program, symbols, count });
	reader_close(&reader);
	return ok;
}

struct launch_program *program_read(struct compilation *compilation, const char *path,
				    const char *symbols_path, struct src_range range,
				    struct program_symbol *symbols, size_t count)
{
	struct reader reader = { .compilation = compilation, .path = path, .range = range };
	if (!reader_must_open(&reader))
		return NULL;
	struct launch_program *program = ARENA_NEW(compilation->arena, struct launch_program);
	program->path = path;
	program->symbols_path = symbols_path ? symbols_path : path;
	bool ok = check_header(&reader) && read_segments(&reader, program);
	reader_close(&reader);
	return ok && find_symbols(compilation, program, range, symbols, count) ? program : NULL;
}

const struct program_segment *program_segment_at(const struct launch_program *program, uint64_t address)
{
	for (size_t i = 0; i < program->segments.count; i++) {
		const struct program_segment *segment = &program->segments.items[i];
		if (address >= segment->address && address - segment->address < segment->size)
			return segment;
	}
	return NULL;
}

/* The function with the highest address not above the one asked for. */
struct nearest {
	struct arena *arena;
	uint64_t address;
	uint64_t best;
	const char *name;
};

static void match_nearest(void *context, const char *name, const GElf_Sym *symbol)
{
	struct nearest *nearest = context;
	if (GELF_ST_TYPE(symbol->st_info) != STT_FUNC || symbol->st_value > nearest->address ||
	    (nearest->name && symbol->st_value <= nearest->best))
		return;
	if (symbol->st_size && nearest->address - symbol->st_value >= symbol->st_size)
		return;
	nearest->best = symbol->st_value;
	nearest->name = arena_strdup(nearest->arena, name);
}

const char *program_function_at(struct compilation *compilation, const struct launch_program *program,
				uint64_t address)
{
	struct reader reader = { .compilation = compilation, .path = program->symbols_path };
	struct nearest nearest = { .arena = compilation->arena, .address = address };
	const struct program_segment *segment = program_segment_at(program, address);
	if (!segment || !(segment->protection & LINUX_PROT_EXECUTE) || !reader_open(&reader))
		return NULL;
	if (reader.elf)
		for_each_symbol(&reader, match_nearest, &nearest);
	reader_close(&reader);
	if (!nearest.name)
		return NULL;
	return arena_format(compilation->arena, "%s+0x%llx", nearest.name,
			    (unsigned long long)(address - nearest.best));
}
