/*
 * A component's threads: each becomes a strand of its protection domain, whose scheduling follows from
 * theirs.
 */
#ifndef LOWER_THREAD_H
#define LOWER_THREAD_H

#include "assembly/assembly.h"
#include "lower/lower.h"
#include "model/model.h"

/* The threads that an interface's end of its connection has; 0 when it is not connected. */
unsigned thread_count(const struct assembly_interface *interface);

/* Adds the strand of INTERFACE (NULL: of the control thread) and returns its index. */
unsigned thread_add(struct compilation *compilation, const struct lower_defaults *defaults,
		    const struct assembly_instance *instance, const struct assembly_interface *interface,
		    struct model_component *component);

/* The value of an integer attribute, which has to lie in [least, most]; what is wrong with it is reported. */
uint64_t thread_number(struct compilation *compilation, const struct assembly_instance *instance,
		       const char *name, uint64_t otherwise, uint64_t least, uint64_t most);

/* Priority, budget, period and core of a protection domain, from its strands and attributes. */
void thread_set_scheduling(struct compilation *compilation, const struct lower_defaults *defaults,
			   const struct assembly_instance *instance, struct model_pd *pd);

/*
 * Brings priorities into the Core Platform's range. LEVELS, by protection domain, have the order and
 * equalities to keep: the priority under CAmkES times RISES, and how far above it the protection domain has
 * to run.
 */
void thread_fit_priorities(struct compilation *compilation, struct model *model, const unsigned *levels,
			   unsigned rises);

#endif
