#include "camkes/interface_registration.h"

/* What is registered, the latest first. */
struct entry {
	struct entry *next;
	ps_interface_type_t type;
	void *interface_instance;
	char **properties;
};

struct registry {
	ps_malloc_ops_t memory;
	struct entry *entries;
};

/* Where the pointer to the entry is; to NULL: there is none. */
static struct entry **find(struct registry *registry, ps_interface_type_t type,
			   const void *interface_instance)
{
	struct entry **at = &registry->entries;
	while (*at && ((*at)->type != type || (*at)->interface_instance != interface_instance))
		at = &(*at)->next;
	return at;
}

static int add(void *cookie, ps_interface_type_t type, void *interface_instance, char **properties)
{
	struct registry *registry = cookie;
	void *memory = NULL;
	if ((!interface_instance && type != PS_NULL_INTERFACE) || *find(registry, type, interface_instance))
		return -EINVAL;
	if (ps_calloc(&registry->memory, 1, sizeof(struct entry), &memory))
		return -ENOMEM;
	struct entry *entry = memory;
	*entry = (struct entry){ registry->entries, type, interface_instance, properties };
	registry->entries = entry;
	return 0;
}

static int take_away(void *cookie, ps_interface_type_t type, void *interface_instance)
{
	struct registry *registry = cookie;
	struct entry **at = find(registry, type, interface_instance), *entry = *at;
	if (!entry)
		return -ENOENT;
	*at = entry->next;
	return ps_free(&registry->memory, sizeof *entry, entry) ? -EINVAL : 0;
}

static int search(void *cookie, ps_interface_type_t type, ps_interface_search_handler_fn_t handler,
		  void *handler_data)
{
	const struct registry *registry = cookie;
	if (!handler)
		return -EINVAL;
	for (struct entry *entry = registry->entries; entry; entry = entry->next) {
		if (entry->type != type)
			continue;
		int result = handler(handler_data, entry->interface_instance, entry->properties);
		if (result == PS_INTERFACE_FOUND_MATCH)
			return 0;
		if (result < 0)
			return result;
	}
	return -ENOENT;
}

int camkes_interface_registration_ops(ps_interface_registration_ops_t *ops, ps_malloc_ops_t *malloc_ops)
{
	static struct registry registry;
	if (!ops || !malloc_ops)
		return EINVAL;
	registry.memory = *malloc_ops;
	*ops = (ps_interface_registration_ops_t){ &registry, add, take_away, search };
	return 0;
}
