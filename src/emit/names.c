#include "emit/names.h"

#include "base/map.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

const char *names_file(struct arena *arena, const char *name)
{
	char *file = arena_strdup(arena, name);
	for (char *c = file; *c; c++)
		if (!isalnum((unsigned char)*c) && !strchr("_-.", *c))
			*c = '_';
	if (*file == '.')
		*file = '_';
	return file;
}

static const char *upper(struct arena *arena, const char *name)
{
	char *text = arena_strdup(arena, name);
	for (char *c = text; *c; c++)
		*c = isalnum((unsigned char)*c) ? (char)toupper((unsigned char)*c) : '_';
	return text;
}

const char *names_macro(struct arena *arena, const char *name)
{
	return arena_format(arena, "%s%s", isdigit((unsigned char)*name) ? "PD_" : "", upper(arena, name));
}

const char *names_place(struct compilation *compilation, struct src_range range)
{
	struct src_place place = src_map_place(compilation->sources, range.begin);
	if (!place.file)
		return "";
	const char *slash = strrchr(place.file, '/');
	char *text = arena_format(compilation->arena, "%s:%u", slash ? slash + 1 : place.file, place.line);
	for (char *c = text; *c; c++)
		if (iscntrl((unsigned char)*c))
			*c = '?';
	return text;
}

const char *names_comment_place(struct compilation *compilation, struct src_range range)
{
	const char *place = names_place(compilation, range);
	return *place ? arena_format(compilation->arena, " (%s)", place) : "";
}

/* Upper case makes names meet that differed: the later one gets a number. */
static const char *distinct(struct compilation *compilation, struct map *taken, const char *wanted)
{
	const char *name = intern_cstr(compilation->names, wanted);
	for (unsigned n = 2; map_get(taken, name); n++)
		name = intern_format(compilation->names, "%s_%u", wanted, n);
	map_set(compilation->arena, taken, name, taken);
	return name;
}

static const struct model_end *end_of(const struct model_channel *channel, const struct model_pd *pd,
				      const struct model_end **peer)
{
	for (int end = 0; end < 2; end++)
		if (channel->ends[end].pd == pd) {
			*peer = &channel->ends[1 - end];
			return &channel->ends[end];
		}
	return NULL;
}

static bool uses_channel(const struct model_binding *binding, unsigned id)
{
	for (size_t i = 0; i < binding->channels.count; i++)
		if (binding->channels.items[i] == id)
			return true;
	return false;
}

static void add_channel(struct compilation *compilation, struct names *names, struct map *taken,
			const struct model_pd *pd, struct names_channel item)
{
	struct arena *arena = compilation->arena;
	const char *what = item.binding ? item.binding->interface : item.peer->pd->name;
	const char *numbered = item.binding && item.binding->channels.count > 1
				       ? arena_format(arena, "_%u", item.own->id)
				       : "";
	const char *wanted = arena_format(arena, "%s_%s_CHANNEL%s", names_macro(arena, pd->name),
					  upper(arena, what), numbered);
	item.macro = distinct(compilation, taken, wanted);
	VEC_PUSH(arena, &names->channels, item);
}

static void add_channel_end(struct compilation *compilation, struct names *names, struct map *taken,
			    const struct model_pd *pd, const struct model_channel *channel)
{
	const struct model_end *peer = NULL, *own = end_of(channel, pd, &peer);
	if (!own)
		return;
	struct names_channel item = { .own = own, .peer = peer, .channel = channel };
	size_t before = names->channels.count;
	for (size_t i = 0; pd->component && i < pd->component->bindings.count; i++)
		if (uses_channel(&pd->component->bindings.items[i], own->id)) {
			item.binding = &pd->component->bindings.items[i];
			add_channel(compilation, names, taken, pd, item);
		}
	if (names->channels.count == before)
		add_channel(compilation, names, taken, pd, item);
}

static bool takes(const struct model_binding *binding, const struct model_irq *irq)
{
	bool found = binding->irq == irq;
	for (size_t i = 0; i < binding->irqs.count; i++)
		found |= binding->irqs.items[i] == irq;
	return found;
}

static void add_irq(struct compilation *compilation, struct names *names, struct map *taken,
		    const struct model_pd *pd, const struct model_irq *irq)
{
	struct arena *arena = compilation->arena;
	struct names_irq item = { .irq = irq };
	for (size_t i = 0; pd->component && i < pd->component->bindings.count; i++)
		if (takes(&pd->component->bindings.items[i], irq))
			item.binding = &pd->component->bindings.items[i];
	const char *what = item.binding ? item.binding->interface : arena_format(arena, "%u", irq->id);
	item.macro =
		distinct(compilation, taken,
			 arena_format(arena, "%s_%s_IRQ", names_macro(arena, pd->name), upper(arena, what)));
	VEC_PUSH(arena, &names->irqs, item);
}

static void find_map(struct names_map *item, const struct model_binding *binding)
{
	bool found = binding->map == item->map;
	for (size_t i = 0; i < binding->links.count && !found; i++)
		if (binding->links.items[i].map == item->map || binding->links.items[i].buffer == item->map) {
			item->link = &binding->links.items[i];
			found = true;
		}
	for (size_t i = 0; i < binding->counters.count; i++)
		found |= binding->counters.items[i] == item->map;
	for (size_t i = 0; i < binding->registers.count; i++)
		found |= binding->registers.items[i] == item->map;
	if (found)
		item->binding = binding;
}

static void add_map(struct compilation *compilation, struct names *names, struct map *taken,
		    const struct model_pd *pd, const struct model_map *map)
{
	struct arena *arena = compilation->arena;
	struct names_map item = { .map = map };
	for (size_t i = 0; pd->component && i < pd->component->bindings.count && !item.binding; i++)
		find_map(&item, &pd->component->bindings.items[i]);
	const char *what = item.binding ? item.binding->interface : map->region->name;
	if (item.link && item.binding->links.count > 1)
		what = arena_format(arena, "%s_%s", what, item.link->peer->instance);
	if (item.link && item.link->buffer == map)
		what = arena_format(arena, "%s_buffer", what);
	if (item.binding && item.binding->is_counted)
		what = arena_format(arena, "%s_count", what);
	const char *stem = arena_format(arena, "%s_%s", names_macro(arena, pd->name), upper(arena, what));
	item.address = distinct(compilation, taken, arena_format(arena, "%s_ADDRESS", stem));
	item.size = distinct(compilation, taken, arena_format(arena, "%s_SIZE", stem));
	VEC_PUSH(arena, &names->maps, item);
}

struct names names_create(struct compilation *compilation, const struct model *model,
			  const struct model_pd *pd)
{
	struct names names = { 0 };
	struct map taken = { 0 };
	for (size_t i = 0; i < model->channels.count; i++)
		add_channel_end(compilation, &names, &taken, pd, model->channels.items[i]);
	for (size_t i = 0; i < pd->irqs.count; i++)
		add_irq(compilation, &names, &taken, pd, pd->irqs.items[i]);
	for (size_t i = 0; i < pd->maps.count; i++)
		add_map(compilation, &names, &taken, pd, pd->maps.items[i]);
	return names;
}

const struct names_channel *names_channel(const struct names *names, const struct model_binding *binding,
					  unsigned id)
{
	for (size_t i = 0; i < names->channels.count; i++)
		if (names->channels.items[i].binding == binding && names->channels.items[i].own->id == id)
			return &names->channels.items[i];
	return NULL;
}

const struct names_irq *names_irq(const struct names *names, const struct model_irq *irq)
{
	for (size_t i = 0; i < names->irqs.count; i++)
		if (names->irqs.items[i].irq == irq)
			return &names->irqs.items[i];
	return NULL;
}

const struct names_map *names_map(const struct names *names, const struct model_binding *binding)
{
	for (size_t i = 0; i < names->maps.count; i++)
		if (names->maps.items[i].binding == binding)
			return &names->maps.items[i];
	return NULL;
}

const struct names_map *names_map_of(const struct names *names, const struct model_map *map)
{
	for (size_t i = 0; i < names->maps.count; i++)
		if (names->maps.items[i].map == map)
			return &names->maps.items[i];
	return NULL;
}
