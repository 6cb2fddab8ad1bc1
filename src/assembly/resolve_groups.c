/*
 * resolve_groups: the address space of each instance: its own, or the one its group shares.
 */
#include "assembly/passes.h"

void assembly_resolve_groups(struct resolver *resolver)
{
	struct map names = { 0 };
	unsigned anonymous = 0;
	for (size_t i = 0; i < resolver->plans.count; i++) {
		const struct plan *plan = resolver->plans.items[i];
		for (size_t j = 0; j < plan->instances.count; j++) {
			struct plan_instance *instance = plan->instances.items[j];
			const struct adl_group *group = instance->group;
			if (!group)
				continue;
			const char *name = group->name.text;
			if (!name)
				name = map_get(&names, group);
			if (!name) {
				/* The spelling is the reference tool's, and names of files are made from it.
				 */
				char *made = arena_format(resolver->arena, "unamed_group_%u", anonymous++);
				map_set(resolver->arena, &names, group, made);
				name = made;
			}
			instance->address_space = name;
		}
	}
}
