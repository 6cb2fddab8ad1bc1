/*
 * The ELF file of a protection domain: whether it can run here, where its symbols are, which function an
 * address is in.
 */
#ifndef LAUNCH_PROGRAM_H
#define LAUNCH_PROGRAM_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

struct program_segment {
	uint64_t address;
	uint64_t size;
	unsigned protection; /* LINUX_PROT_* */
};

struct program_symbol {
	const char *name;
	bool found;
	uint64_t address;
	uint64_t size;
	unsigned protection; /* of the segment that holds it */
};

struct launch_program {
	const char *path;
	const char *symbols_path; /* of the file that has its symbols: itself, or one that was not stripped */
	VEC(struct program_segment) segments;
	bool hosted; /* linked with the host's C library: it will not be confined */
};

/*
 * Reads PATH for the protection domain declared at RANGE, and looks up the COUNT SYMBOLS whose names are
 * given, in SYMBOLS_PATH unless that is NULL. NULL after an error that was reported.
 */
struct launch_program *program_read(struct compilation *compilation, const char *path,
				    const char *symbols_path, struct src_range range,
				    struct program_symbol *symbols, size_t count);

/* Reports that the program at PATH is linked with VERSION of the runtime, which is not this one's. */
void program_refuse_version(struct compilation *compilation, const char *path, struct src_range range,
			    unsigned version);

/* The segment that holds ADDRESS, or NULL. */
const struct program_segment *program_segment_at(const struct launch_program *program, uint64_t address);

/* "function+0x12" for a code address, in the arena; NULL when the file does not tell. */
const char *program_function_at(struct compilation *compilation, const struct launch_program *program,
				uint64_t address);

#endif
