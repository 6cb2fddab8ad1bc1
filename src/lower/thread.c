#include "lower/thread.h"

#include "connector/connector.h"

#include <limits.h>

enum {
	PAGE_SIZE = 4096,
	CAMKES_PRIORITY_MAX = 255,
	DEFAULT_PERIOD = 10000, /* microseconds */
};

unsigned thread_count(const struct assembly_interface *interface)
{
	if (!interface->connection)
		return 0;
	const struct adl_connector *type = interface->connection->type;
	return interface->is_from ? type->from.threads : type->to.threads;
}

static const struct assembly_attribute *find(struct compilation *compilation,
					     const struct assembly_instance *instance, const char *name)
{
	return assembly_instance_setting(instance, compilation, name);
}

uint64_t thread_number(struct compilation *compilation, const struct assembly_instance *instance,
		       const char *name, uint64_t otherwise, uint64_t least, uint64_t most)
{
	const struct assembly_attribute *attribute = find(compilation, instance, name);
	if (!attribute)
		return otherwise;
	if (attribute->value.kind != ADL_VALUE_INTEGER || attribute->value.as.integer < (adl_integer)least ||
	    attribute->value.as.integer > (adl_integer)most) {
		diag_report(compilation->diag, DIAG_ATTRIBUTE_RANGE, attribute->range,
			    "attribute '%s' of instance '%s' is not a whole number between %llu and %llu",
			    name, instance->name, (unsigned long long)least, (unsigned long long)most);
		return otherwise;
	}
	return (uint64_t)attribute->value.as.integer;
}

/* A thread's own attribute ("_priority", "iface_priority") goes before the component's ("priority"). */
static uint64_t thread_attribute(struct compilation *compilation, const struct assembly_instance *instance,
				 const char *interface, const char *name, uint64_t otherwise, uint64_t least,
				 uint64_t most)
{
	const char *own = arena_format(compilation->arena, "%s_%s", interface ? interface : "", name);
	if (find(compilation, instance, own))
		name = own;
	return thread_number(compilation, instance, name, otherwise, least, most);
}

unsigned thread_add(struct compilation *compilation, const struct lower_defaults *defaults,
		    const struct assembly_instance *instance, const struct assembly_interface *interface,
		    struct model_component *component)
{
	const char *prefix = interface ? interface->name : NULL;
	const char *stack_size = arena_format(compilation->arena, "%s_stack_size", prefix ? prefix : "");
	uint64_t size = thread_number(compilation, instance, stack_size, defaults->stack_size, 1, 1 << 30);
	const char *priority = arena_format(compilation->arena, "%s_priority", prefix ? prefix : "");
	struct model_strand strand = {
		.priority_is_set =
			find(compilation, instance, priority) || find(compilation, instance, "priority"),
		.name = prefix ? prefix : "0_control",
		.interface = prefix,
		.stack_size = (size + PAGE_SIZE - 1) & ~(uint64_t)(PAGE_SIZE - 1),
		.priority = (unsigned)thread_attribute(compilation, instance, prefix, "priority",
						       defaults->priority, 0, CAMKES_PRIORITY_MAX),
	};
	VEC_PUSH(compilation->arena, &component->strands, strand);
	return (unsigned)component->strands.count - 1;
}

/* The highest priority of the threads that run after start-up: without `control` the control thread does not.
 */
static unsigned highest_priority(const struct model_component *component)
{
	size_t first = component->control || component->strands.count == 1 ? 0 : 1;
	unsigned highest = component->strands.items[first].priority;
	for (size_t i = first + 1; i < component->strands.count; i++)
		if (component->strands.items[i].priority > highest)
			highest = component->strands.items[i].priority;
	return highest;
}

void thread_set_scheduling(struct compilation *compilation, const struct lower_defaults *defaults,
			   const struct assembly_instance *instance, struct model_pd *pd)
{
	pd->priority = highest_priority(pd->component);
	pd->cpu = (unsigned)thread_attribute(compilation, instance, NULL, "affinity", defaults->affinity, 0,
					     255);
	uint64_t period = thread_attribute(compilation, instance, NULL, "period", 0, 1, UINT32_MAX);
	uint64_t budget = thread_attribute(compilation, instance, NULL, "budget", 0, 1, UINT32_MAX);
	if (!period && !budget)
		return;
	pd->has_budget = true;
	pd->period = period ? period : DEFAULT_PERIOD;
	pd->budget = budget ? budget : pd->period;
	if (pd->budget > pd->period)
		diag_report(compilation->diag, DIAG_ATTRIBUTE_RANGE, instance->range,
			    "the budget of instance '%s', %llu us, is larger than its period, %llu us",
			    instance->name, (unsigned long long)pd->budget, (unsigned long long)pd->period);
}

/* The highest level below LIMIT; -1: there is none. */
static int next_level(const struct model *model, const unsigned *levels, int limit)
{
	int highest = -1;
	for (size_t i = 0; i < model->pds.count; i++)
		if ((int)levels[i] > highest && (int)levels[i] < limit)
			highest = (int)levels[i];
	return highest;
}

static void note_priority(struct compilation *compilation, struct model *model, const struct model_pd *pd,
			  unsigned before, bool rose)
{
	struct model_note note = {
		.construct = arena_format(compilation->arena, "priority %u of %s", before,
					  pd->component->instance),
		.became = arena_format(compilation->arena, "priority %u", pd->priority),
		.why = rose ? "who serves protected procedures runs above its callers"
			    : "the highest priority of a protection domain is 254, and servers rise above "
			      "their callers; all other orders between instances are kept",
		.section = "component and protection domain",
		.range = pd->range,
	};
	VEC_PUSH(compilation->arena, &model->notes, note);
}

/* From the top down, each level that is in use is lowered just as far as the one above it asks for. */
void thread_fit_priorities(struct compilation *compilation, struct model *model, const unsigned *levels,
			   unsigned rises)
{
	int limit = MODEL_PRIORITY_MAX;
	for (int level = INT_MAX; (level = next_level(model, levels, level)) >= 0; limit--) {
		int wanted = level / (int)rises + level % (int)rises;
		limit = wanted < limit ? wanted : limit;
		for (size_t i = 0; i < model->pds.count; i++) {
			struct model_pd *pd = model->pds.items[i];
			unsigned before = pd->priority;
			if ((int)levels[i] != level)
				continue;
			pd->priority = (unsigned)limit;
			if (pd->priority != before)
				note_priority(compilation, model, pd, before, levels[i] % rises != 0);
		}
	}
}
