/*
 * Internal to model: the symbols of program images that are given values when a system is built.
 */
#ifndef MODEL_CHECK_PATCH_H
#define MODEL_CHECK_PATCH_H

#include "model/check_internal.h"

struct model_patch {
	const struct model_pd *pd; /* whose image has the symbol */
	const char *symbol;
	struct src_range place;
};

struct model_patches {
	VEC(struct model_patch) list;
};

struct model_patches model_check_patches(const struct model_check *check);

#endif
