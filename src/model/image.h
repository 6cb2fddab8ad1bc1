/*
 * What a model's checks know of the files that it names: program images and what regions are filled with.
 * Whoever reads those files fills this in; nothing here opens one.
 */
#ifndef MODEL_IMAGE_H
#define MODEL_IMAGE_H

#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

struct model_segment {
	uint64_t address;
	uint64_t size;
	const char *what; /* "its program image", "its IPC buffer" */
};

struct model_symbol {
	const char *name;
	uint64_t address;
	uint64_t size;
	bool local; /* to its source file */
};

struct model_image {
	const char *path;
	VEC(struct model_segment) segments;
	bool has_symbols;		  /* it says which symbols it has */
	VEC(struct model_symbol) symbols; /* of data, sorted by name; one of a name, the global one */
};

/* NULL: the image has no such symbol. */
const struct model_symbol *model_image_symbol(const struct model_image *image, const char *name);

/* A file that was looked for. */
struct model_prefill {
	bool known; /* the other members say something */
	bool found;
	uint64_t size;
};

struct model_files {
	const struct model_image **images;    /* by the index of the protection domain; NULL: not read */
	const struct model_prefill *prefills; /* by the index of the region */
};

#endif
