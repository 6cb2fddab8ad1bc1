/*
 * The files that a system description names, found along the search paths and read as far as checks of the
 * system need: where program images lie and which symbols they have, and how large the files are that regions
 * are filled with. All lives in the compilation's arena.
 */
#ifndef ELF_ELF_H
#define ELF_ELF_H

#include "model/image.h"
#include "model/model.h"

typedef VEC(const char *) elf_search_paths;

/* Which files have to be somewhere along the search paths; of others that are not, nothing is known. */
enum elf_required {
	ELF_REQUIRED_NONE,
	ELF_REQUIRED_PREFILLS, /* those that regions are filled with: images may yet have to be built */
	ELF_REQUIRED_ALL,
};

/* Looks in PATHS, in their order. NULL after an error. */
const struct model_files *elf_find_files(struct compilation *compilation, const struct model *model,
					 const elf_search_paths *paths, enum elf_required required);

/* The file called NAME, absolute or along PATHS. NULL: nowhere. */
const char *elf_find_file(struct compilation *compilation, const elf_search_paths *paths, const char *name);

/* Reads an image, and the file with its symbols unless NULL. RANGE is who names it. NULL after an error. */
const struct model_image *elf_read_image(struct compilation *compilation, const char *path,
					 const char *symbols_path, struct src_range range);

#endif
