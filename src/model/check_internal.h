/*
 * Internal to model: what each check of checks.def is given.
 */
#ifndef MODEL_CHECK_INTERNAL_H
#define MODEL_CHECK_INTERNAL_H

#include "model/check.h"

struct model_check {
	struct compilation *compilation;
	struct diag *diag;
	const struct model *model;
	const struct model_rules *rules;
};

#define CHECK(function, group) void model_check_##function(const struct model_check *check);
#include "model/checks.def"
#undef CHECK

#endif
