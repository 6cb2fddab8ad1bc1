#include "connector/connector.h"

#include "base/suggest.h"

#include <string.h>

static const struct connector *const connectors[] = {
#define CONNECTOR(adl_name, file) &connector_##file,
#include "connector/connectors.def"
#undef CONNECTOR
};

enum { CONNECTOR_COUNT = sizeof connectors / sizeof *connectors };

const struct connector *connector_find(const char *name)
{
	for (size_t i = 0; i < CONNECTOR_COUNT; i++)
		if (!strcmp(connectors[i]->name, name))
			return connectors[i];
	return NULL;
}

const char *connector_refusal(const char *name)
{
	static const struct {
		const char *name;
		const char *why;
	} refused[] = {
#define REFUSED(name, why) { name, why },
#include "connector/refused.def"
#undef REFUSED
	};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (!strcmp(refused[i].name, name))
			return refused[i].why;
	return NULL;
}

const char *connector_suggest(const char *name)
{
	struct suggest suggest = suggest_for(name);
	for (size_t i = 0; i < CONNECTOR_COUNT; i++)
		suggest_offer(&suggest, connectors[i]->name);
	return suggest_best(&suggest);
}

struct model_pd *connector_pd(const struct connector_context *context, const struct assembly_end *end)
{
	return context->pds[end->instance->index];
}

struct model_binding *connector_binding(const struct connector_context *context,
					const struct assembly_end *end)
{
	struct model_component *component = connector_pd(context, end)->component;
	const char *prefix = context->prefixes[end->instance->index];
	size_t length = strlen(prefix);
	for (size_t i = 0; i < component->bindings.count; i++) {
		const char *interface = component->bindings.items[i].interface;
		if (!strncmp(interface, prefix, length) && !strcmp(interface + length, end->interface->name))
			return &component->bindings.items[i];
	}
	return NULL;
}

struct model_map *connector_map(struct connector_context *context, const struct assembly_end *end,
				struct model_region *region, unsigned perms)
{
	struct model_pd *pd = connector_pd(context, end);
	uint64_t *next = &context->next_vaddr[pd->index];
	struct model_map *map = model_map_add(context->compilation, pd, region, *next, perms);
	*next += region->size;
	struct model_binding *binding = connector_binding(context, end);
	map->setvar_vaddr = binding->interface;
	map->range = end->range;
	binding->kind = MODEL_BINDING_DATAPORT;
	binding->map = map;
	return map;
}

void connector_add_dma(struct connector_context *context, struct model_pd *pd, struct model_dma dma)
{
	struct arena *arena = context->compilation->arena;
	struct model_setvar *physical = ARENA_NEW(arena, struct model_setvar);
	*physical = (struct model_setvar){ dma.physical, dma.map->region, dma.map->range };
	VEC_PUSH(arena, &pd->setvars, physical);
	VEC_PUSH(arena, &pd->component->dma, dma);
}

void connector_share(struct connector_context *context, const struct assembly_end *const ends[2],
		     const char *name, uint64_t size, const unsigned perms[2],
		     const struct model_map *maps[2])
{
	struct model_region *region = model_region_add(context->compilation, context->model, name, size);
	region->range = ends[0]->range;
	for (int i = 0; i < 2; i++) {
		struct model_pd *pd = connector_pd(context, ends[i]);
		uint64_t *next = &context->next_vaddr[pd->index];
		struct model_map *map = model_map_add(context->compilation, pd, region, *next, perms[i]);
		map->range = ends[i]->range;
		*next += size;
		maps[i] = map;
	}
}

const char *connector_end_name(const struct connector_context *context, const struct assembly_end *end)
{
	return arena_format(context->compilation->arena, "%s.%s", end->instance->name, end->interface->name);
}

size_t connector_end_count(const struct assembly_connection *connection)
{
	return connection->from.count + connection->to.count;
}

const struct assembly_end *connector_end(const struct assembly_connection *connection, size_t index)
{
	size_t from = connection->from.count;
	return index < from ? &connection->from.items[index] : &connection->to.items[index - from];
}

const char *connector_common_interface(const struct assembly_connection *connection)
{
	const char *name = NULL;
	for (size_t i = 0; i < connector_end_count(connection); i++) {
		const struct assembly_end *end = connector_end(connection, i);
		if (name && end->interface->name != name)
			return NULL;
		name = end->interface->name;
	}
	return name;
}

void connector_note(const struct connector_context *context, struct model_note note)
{
	VEC_PUSH(context->compilation->arena, &context->model->notes, note);
}

const struct assembly_attribute *connector_setting(const struct connector_context *context,
						   const struct assembly_end *end, const char *suffix)
{
	const char *name = arena_format(context->compilation->arena, "%s_%s", end->interface->name, suffix);
	return assembly_instance_setting(end->instance, context->compilation, name);
}
