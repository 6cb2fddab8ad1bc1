/* Small ELF files for tests, of headers and segments that the test chooses. */
#ifndef UNIT_ELF_BUILDER_H
#define UNIT_ELF_BUILDER_H

#include <elf.h>
#include <stddef.h>
#include <string.h>

enum {
	BUILT_SIZE = 0x6000,
	BUILT_SEGMENTS_AT = 64,
	BUILT_DATA_AT = 0x1000,
	BUILT_SYMBOLS_AT = 0x4000,
	BUILT_STRINGS_AT = 0x5000,
	BUILT_SECTIONS_AT = 0x5800
};

struct built {
	unsigned char bytes[BUILT_SIZE];
	size_t size;
	size_t names; /* bytes of the string table */
	size_t symbols;
};

static inline Elf64_Ehdr *built_header(struct built *built)
{
	return (Elf64_Ehdr *)(void *)built->bytes;
}

static inline Elf64_Phdr *built_segment(struct built *built, unsigned index)
{
	return (Elf64_Phdr *)(void *)(built->bytes + BUILT_SEGMENTS_AT) + index;
}

/* For AArch64, entered at ENTRY. */
static inline void built_start(struct built *built, unsigned long entry)
{
	memset(built, 0, sizeof *built);
	built->size = BUILT_SIZE;
	Elf64_Ehdr *header = built_header(built);
	memcpy(header->e_ident, ELFMAG, SELFMAG);
	header->e_ident[EI_CLASS] = ELFCLASS64;
	header->e_ident[EI_DATA] = ELFDATA2LSB;
	header->e_type = ET_EXEC;
	header->e_machine = EM_AARCH64;
	header->e_entry = entry;
	header->e_phoff = BUILT_SEGMENTS_AT;
	header->e_phentsize = sizeof(Elf64_Phdr);
	header->e_shoff = BUILT_SECTIONS_AT;
	header->e_shentsize = sizeof(Elf64_Shdr);
	header->e_shnum = 3;
	Elf64_Shdr *sections = (Elf64_Shdr *)(void *)(built->bytes + BUILT_SECTIONS_AT);
	sections[1] = (Elf64_Shdr){ .sh_type = SHT_SYMTAB,
				    .sh_offset = BUILT_SYMBOLS_AT,
				    .sh_size = sizeof(Elf64_Sym),
				    .sh_entsize = sizeof(Elf64_Sym),
				    .sh_link = 2 };
	sections[2] = (Elf64_Shdr){ .sh_type = SHT_STRTAB, .sh_offset = BUILT_STRINGS_AT, .sh_size = 1 };
	built->names = 1;
	built->symbols = 1;
}

static inline void built_add_segment(struct built *built, unsigned long address, size_t stored, size_t size,
				     unsigned flags)
{
	unsigned index = built_header(built)->e_phnum++;
	*built_segment(built, index) = (Elf64_Phdr){ .p_type = PT_LOAD,
						     .p_flags = flags,
						     .p_offset = BUILT_DATA_AT + index * 0x1000u,
						     .p_vaddr = address,
						     .p_paddr = address,
						     .p_filesz = stored,
						     .p_memsz = size,
						     .p_align = 0x1000 };
}

static inline void built_add_symbol(struct built *built, const char *name, unsigned long address, size_t size)
{
	Elf64_Shdr *sections = (Elf64_Shdr *)(void *)(built->bytes + BUILT_SECTIONS_AT);
	Elf64_Sym *symbol = (Elf64_Sym *)(void *)(built->bytes + BUILT_SYMBOLS_AT) + built->symbols++;
	*symbol = (Elf64_Sym){ .st_name = (Elf64_Word)built->names,
			       .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_OBJECT),
			       .st_shndx = 1,
			       .st_value = address,
			       .st_size = size };
	strcpy((char *)built->bytes + BUILT_STRINGS_AT + built->names, name);
	built->names += strlen(name) + 1;
	sections[1].sh_size = built->symbols * sizeof *symbol;
	sections[2].sh_size = built->names;
}

#endif
