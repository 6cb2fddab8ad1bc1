/*
 * Groups. CAmkES gives the components of a group one address space. A group becomes one protection domain
 * where its members need that; elsewhere each member becomes one of its own, which keeps them apart as well
 * as other components.
 */
#ifndef LOWER_GROUP_H
#define LOWER_GROUP_H

#include "assembly/assembly.h"
#include "model/model.h"

/*
 * Why the group that INSTANCE is in needs one address space, for the report; NULL: it does not, or the
 * instance is in no group.
 */
const char *group_reason(struct compilation *compilation, const struct assembly *assembly,
			 const struct assembly_instance *instance);

/* Whether INSTANCE is in a group: its address space is not its own. */
bool group_is_in(const struct assembly_instance *instance);

/*
 * Adds MEMBER, a component as it would be by itself, to the group's. Its names get a prefix, which is
 * returned. NULL after an error that was reported.
 */
const char *group_add(struct compilation *compilation, struct model_component *group,
		      const struct model_component *member, const struct assembly_instance *instance);

#endif
