/*
 * From the resolved assembly to the system model: instances become protection domains, connections what their
 * connectors say. The last stage that can find fault with a CAmkES system.
 */
#ifndef LOWER_LOWER_H
#define LOWER_LOWER_H

#include "assembly/assembly.h"
#include "model/model.h"

/* What instances have whose attributes say nothing else. lower_defaults(): as CAmkES has it. */
struct lower_defaults {
	uint64_t stack_size; /* bytes, of each thread */
	uint64_t heap_size;  /* bytes */
	uint64_t priority;
	uint64_t affinity;
};

struct lower_defaults lower_defaults(void);

/* Sets one of them from "stack-size=16384", "heap-size=...", "priority=..." or "affinity=...". NULL, or what
 * is wrong. */
const char *lower_defaults_set(struct arena *arena, struct lower_defaults *defaults, const char *text);

struct lower_options {
	const char *system_name; /* what the system is called */
	size_t name_max;	 /* bytes a protection domain's name may have */
	struct lower_defaults defaults;
	bool passive; /* protection domains can run on their callers' time */
};

/* NULL after an error that was reported. */
const struct model *lower_assembly(struct compilation *compilation, const struct assembly *assembly,
				   const struct lower_options *options);

#endif
