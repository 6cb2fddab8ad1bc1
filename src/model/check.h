/*
 * Checks of a system model against the rules of a platform. Each check is a row in checks.def; all of them
 * run, and each reports all that it finds.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/model.h"

/* What a version of the Core Platform accepts. */
struct model_rules {
	const char *platform; /* what messages call it */
	unsigned channel_id_max;
	unsigned child_id_max;
	unsigned vcpu_id_max;
	unsigned name_kept; /* bytes of a protection domain's name that its run time keeps */
	bool calls_go_up;   /* a call must go to a strictly higher priority */
};

enum model_check_group {
	MODEL_CHECK_LIMITS, /* does it fit the platform: ids, counts, lengths */
	MODEL_CHECK_SYSTEM, /* does it make sense as a whole */
};

/* Runs the checks of GROUP; false if one of them reported an error. */
bool model_check(struct compilation *compilation, const struct model *model, const struct model_rules *rules,
		 enum model_check_group group);

#endif
