#include "connector/queue.h"

bool queue_number(const struct connector_context *context, const struct assembly_attribute *attribute,
		  uint64_t otherwise, uint64_t least, uint64_t most, uint64_t *number)
{
	*number = otherwise;
	if (!attribute)
		return true;
	if (attribute->value.kind == ADL_VALUE_INTEGER && attribute->value.as.integer >= (adl_integer)least &&
	    attribute->value.as.integer <= (adl_integer)most) {
		*number = (uint64_t)attribute->value.as.integer;
		return true;
	}
	diag_report(context->compilation->diag, DIAG_QUEUE, attribute->range,
		    "'%s' is not a whole number from %llu to %llu", attribute->name,
		    (unsigned long long)least, (unsigned long long)most);
	return false;
}

bool queue_id_is_free(const struct connector_context *context, const struct assembly_end *end,
		      enum model_binding_kind kind, uint64_t id)
{
	const struct model_component *component = connector_pd(context, end)->component;
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *other = &component->bindings.items[i];
		if (other->kind != kind || !other->queue || other->queue->id != id)
			continue;
		diag_report(context->compilation->diag, DIAG_QUEUE, end->range,
			    "'%s' and '%s' of '%s' have the same id, %llu; set '%s_id'",
			    connector_end_name(context, end), other->interface, component->instance,
			    (unsigned long long)id, end->interface->name);
		return false;
	}
	return true;
}
