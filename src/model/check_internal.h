/*
 * Internal to model: what each check of checks.def is given, and walks that several of them share.
 */
#ifndef MODEL_CHECK_INTERNAL_H
#define MODEL_CHECK_INTERNAL_H

#include "model/check.h"

enum { MODEL_PAGE_SMALL = 0x1000, MODEL_PAGE_LARGE = 0x200000 };

struct model_check {
	struct compilation *compilation;
	struct diag *diag;
	const struct model *model;
	const struct model_rules *rules;
	const struct model_kernel *kernel; /* all zero if not known */
};

#define CHECK(function, group) void model_check_##function(const struct model_check *check);
#include "model/checks.def"
#undef CHECK

/* Where the value of an entity's FIELD was written, or else the entity. */
#define MODEL_PLACE(check, entity, field) model_place((check)->model, &(entity)->field, (entity)->range)

/* A mapping, by the protection domain itself or by the virtual machine that it looks after. */
struct model_mapping {
	const struct model_map *map;
	const struct model_pd *pd;
	const struct model_vm *vm; /* NULL: the protection domain's own */
};

/* Calls VISIT for every mapping, those of one address space after each other. */
void model_check_mappings(const struct model_check *check,
			  void (*visit)(const struct model_check *check,
					const struct model_mapping *mapping));

/* "protection domain 'a'", "virtual machine 'v'" */
const char *model_mapping_owner(const struct model_check *check, const struct model_mapping *mapping);

uint64_t model_region_page_size(const struct model_region *region);

/* Some channel joins the two. */
bool model_have_channel(const struct model *model, const struct model_pd *a, const struct model_pd *b);

#endif
