/*
 * From the resolved assembly to the system model: instances become protection domains, connections what their
 * connectors say. The last stage that can find fault with a CAmkES system.
 */
#ifndef LOWER_LOWER_H
#define LOWER_LOWER_H

#include "assembly/assembly.h"
#include "model/model.h"

struct lower_options {
	const char *system_name; /* what the system is called */
	size_t name_max;	 /* bytes a protection domain's name may have */
	bool passive;		 /* protection domains can run on their callers' time */
};

/* NULL after an error that was reported. */
const struct model *lower_assembly(struct compilation *compilation, const struct assembly *assembly,
				   const struct lower_options *options);

#endif
