/*
 * freeze: indices, and the tables of attributes by name. Nothing changes the assembly after this.
 */
#include "assembly/passes.h"

static void index_attributes(struct resolver *resolver, struct assembly_attributes *attributes)
{
	for (size_t i = ASSEMBLY_FEW_ATTRIBUTES; i < attributes->list.count; i++)
		map_set(resolver->arena, &attributes->by_name, attributes->list.items[i].name,
			&attributes->list.items[i]);
}

void assembly_freeze(struct resolver *resolver)
{
	struct assembly *assembly = resolver->assembly;
	for (size_t i = 0; i < resolver->instances.count; i++) {
		struct assembly_instance *instance = resolver->instances.items[i]->out;
		VEC_PUSH(resolver->arena, &assembly->instances, instance);
		index_attributes(resolver, &instance->attributes);
		for (size_t j = 0; j < instance->interfaces.count; j++)
			index_attributes(resolver, &instance->interfaces.items[j]->attributes);
	}
	for (size_t i = 0; i < assembly->connections.count; i++) {
		assembly->connections.items[i]->index = (unsigned)i;
		index_attributes(resolver, &assembly->connections.items[i]->attributes);
	}
	assembly->structures = resolver->structures;
	assembly->spec = resolver->spec;
}
