/*
 * Checks of a system model against the rules of a platform. Each check is a row in checks.def; all of them
 * run, and each reports all that it finds.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/image.h"
#include "model/kernel.h"
#include "model/model.h"

/* May virtual machines share a name? */
enum model_vm_names {
	MODEL_VM_NAMES_ANY,
	MODEL_VM_NAMES_DISTINCT, /* those that differ in something else may */
	MODEL_VM_NAMES_UNIQUE,
};

/* What a version of the Core Platform accepts, and where the system is to run. */
struct model_rules {
	const char *platform; /* what messages call it */
	unsigned channel_id_max;
	unsigned child_id_max;
	unsigned vcpu_id_max;
	unsigned name_kept;    /* bytes of a protection domain's name that its run time keeps */
	unsigned stack_size;   /* of a protection domain that asks for none */
	bool calls_go_up;      /* a call must go to a strictly higher priority */
	bool monitor_reserved; /* no protection domain may be called "monitor" */
	enum model_vm_names vm_names;
	bool stack_at_top;	/* the stack is at the top of the address space, not in the image */
	bool stack_below_guard; /* ... below the IPC buffer and a guard page */
	bool exact_symbols;	/* a patched symbol has 8 bytes, not more */
	bool acks_first;	/* a program's interrupts are acknowledged once after its init() */
	const struct model_kernel *kernel; /* NULL: not known */
	const struct model_files *files;   /* NULL: not read */
};

enum model_check_group {
	MODEL_CHECK_LIMITS = 1, /* does it fit the platform: ids, counts, lengths */
	MODEL_CHECK_SYSTEM = 2, /* does it make sense as a whole */
	MODEL_CHECK_ALL = MODEL_CHECK_LIMITS | MODEL_CHECK_SYSTEM,
};

/* Runs the checks of GROUP; false if one of them reported an error. */
bool model_check(struct compilation *compilation, const struct model *model, const struct model_rules *rules,
		 enum model_check_group group);

#endif
