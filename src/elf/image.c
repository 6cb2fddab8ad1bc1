#include "elf/elf.h"

#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Marks of ARM's between code and data, of which there are many, are called so. */
static const char mapping_symbol = '$';

/* Images are mapped in pages. */
enum { PAGE = 0x1000 };

/* The page that a Core Platform program keeps its IPC buffer in lies behind its segments. */
static const char ipc_buffer_symbol[] = "__sel4_ipc_buffer_obj";

static void bad_image(struct compilation *compilation, struct src_range range, const char *path,
		      const char *why)
{
	diag_report(compilation->diag, DIAG_BAD_IMAGE, range, "'%s' is no program image: %s", path, why);
}

static void add_segment(struct compilation *compilation, struct model_image *image, uint64_t address,
			uint64_t size, const char *what)
{
	uint64_t begin = address & ~(uint64_t)(PAGE - 1);
	uint64_t end = (address + size + PAGE - 1) & ~(uint64_t)(PAGE - 1);
	if (size && end > begin)
		VEC_PUSH(compilation->arena, &image->segments,
			 (struct model_segment){ begin, end - begin, what });
}

static void read_segments(struct compilation *compilation, Elf *elf, struct model_image *image)
{
	size_t count = 0;
	if (elf_getphdrnum(elf, &count))
		return;
	for (size_t i = 0; i < count; i++) {
		GElf_Phdr header;
		if (gelf_getphdr(elf, (int)i, &header) && header.p_type == PT_LOAD)
			add_segment(compilation, image, header.p_vaddr, header.p_memsz, "the program image");
	}
}

static void read_symbol_table(struct compilation *compilation, Elf *elf, Elf_Scn *section,
			      const GElf_Shdr *header, struct model_image *image)
{
	Elf_Data *data = elf_getdata(section, NULL);
	size_t count = data && header->sh_entsize ? data->d_size / header->sh_entsize : 0;
	for (size_t i = 1; i < count; i++) {
		GElf_Sym symbol;
		if (!gelf_getsym(data, (int)i, &symbol) || symbol.st_shndx == SHN_UNDEF)
			continue;
		unsigned type = GELF_ST_TYPE(symbol.st_info);
		if (type != STT_OBJECT && type != STT_NOTYPE)
			continue;
		const char *name = elf_strptr(elf, header->sh_link, symbol.st_name);
		if (!name || !*name || *name == mapping_symbol)
			continue;
		struct model_symbol found = { arena_strdup(compilation->arena, name), symbol.st_value,
					      symbol.st_size, GELF_ST_BIND(symbol.st_info) == STB_LOCAL };
		VEC_PUSH(compilation->arena, &image->symbols, found);
	}
	image->has_symbols = true;
}

static int compare_symbols(const void *a, const void *b)
{
	const struct model_symbol *first = a, *second = b;
	int order = strcmp(first->name, second->name);
	if (!order)
		order = first->local - second->local;
	return order ? order : first->address < second->address ? -1 : first->address > second->address;
}

/* A variable of a library may be called like one of the program's. */
static void keep_one_of_a_name(struct model_image *image)
{
	size_t kept = 0;
	for (size_t i = 0; i < image->symbols.count; i++)
		if (!kept || strcmp(image->symbols.items[kept - 1].name, image->symbols.items[i].name) != 0)
			image->symbols.items[kept++] = image->symbols.items[i];
	image->symbols.count = kept;
}

static void read_symbols(struct compilation *compilation, Elf *elf, struct model_image *image)
{
	for (Elf_Scn *section = elf_nextscn(elf, NULL); section; section = elf_nextscn(elf, section)) {
		GElf_Shdr header;
		if (gelf_getshdr(section, &header) && header.sh_type == SHT_SYMTAB)
			read_symbol_table(compilation, elf, section, &header, image);
	}
	if (image->symbols.count)
		qsort(image->symbols.items, image->symbols.count, sizeof *image->symbols.items,
		      compare_symbols);
	keep_one_of_a_name(image);
}

/* Does READ with the ELF file at PATH, of which no more is read than that needs. */
static bool with_elf(struct compilation *compilation, const char *path, struct src_range range,
		     struct model_image *image,
		     void (*read)(struct compilation *compilation, Elf *elf, struct model_image *image))
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0) {
		bad_image(compilation, range, path, strerror(errno));
		return false;
	}
	elf_version(EV_CURRENT);
	Elf *elf = elf_begin(fd, ELF_C_READ, NULL);
	bool good = elf && elf_kind(elf) == ELF_K_ELF;
	if (good)
		read(compilation, elf, image);
	else
		bad_image(compilation, range, path, "it is not an ELF file");
	elf_end(elf);
	close(fd);
	return good;
}

const struct model_image *elf_read_image(struct compilation *compilation, const char *path,
					 const char *symbols_path, struct src_range range)
{
	struct model_image *image = ARENA_NEW(compilation->arena, struct model_image);
	image->path = path;
	if (!with_elf(compilation, path, range, image, read_segments) ||
	    !with_elf(compilation, symbols_path ? symbols_path : path, range, image, read_symbols))
		return NULL;
	const struct model_symbol *buffer = model_image_symbol(image, ipc_buffer_symbol);
	if (buffer)
		add_segment(compilation, image, buffer->address, PAGE, "the IPC buffer");
	return image;
}
