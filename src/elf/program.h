/*
 * A program as it is loaded: its segments with their bytes, and the addresses of symbols. Made for files that
 * nobody vouches for: whatever a header promises is checked against the file.
 */
#ifndef ELF_PROGRAM_H
#define ELF_PROGRAM_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum elf_flags { ELF_EXECUTE = 1, ELF_WRITE = 2, ELF_READ = 4 }; /* as in program headers */

struct elf_segment {
	uint64_t address;
	uint64_t physical; /* where its header says that it is loaded */
	uint64_t size;	   /* in memory */
	uint64_t stored;   /* bytes that the file has; the rest is zero */
	const unsigned char *bytes;
	unsigned flags; /* enum elf_flags */
};

struct elf_symbol {
	const char *name; /* what is looked for */
	bool found;
	uint64_t address;
	uint64_t size;
};

struct elf_program {
	const char *path;
	uint64_t entry;
	unsigned machine;		  /* EM_* of <elf.h> */
	VEC(struct elf_segment) segments; /* ascending, none over another, none empty */
};

/* The largest program in memory. */
#define ELF_PROGRAM_SIZE_MAX (UINT64_C(1) << 32)

/*
 * Reads a program for MACHINE from the file at PATH, which RANGE names, and looks up COUNT symbols of data.
 * The result refers to the file's bytes, which stay in the arena. NULL after an error.
 */
const struct elf_program *elf_program_read(struct compilation *compilation, const char *path,
					   struct src_range range, unsigned machine,
					   struct elf_symbol *symbols, size_t count);

/* The same of bytes that are there already; NULL: *WHY says what is wrong. */
const struct elf_program *elf_program_parse(struct arena *arena, const unsigned char *bytes, size_t size,
					    unsigned machine, struct elf_symbol *symbols, size_t count,
					    const char **why);

#endif
