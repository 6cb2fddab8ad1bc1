#include "connector/global_notification.h"

#include "connector/event.h"

enum { BADGE_BITS = 28 }; /* of CAmkES on every machine */

static uint64_t setting(const struct connector_context *context, const struct assembly_instance *instance,
			const char *name, uint64_t otherwise)
{
	const struct assembly_attribute *attribute =
		assembly_instance_setting(instance, context->compilation, name);
	if (!attribute)
		return otherwise;
	if (attribute->value.kind == ADL_VALUE_INTEGER && attribute->value.as.integer >= 0 &&
	    !(attribute->value.as.integer >> BADGE_BITS))
		return (uint64_t)attribute->value.as.integer;
	diag_report(context->compilation->diag, DIAG_BADGE, attribute->range,
		    "'%s' of instance '%s' is not a number below 2^%d", name, instance->name, BADGE_BITS);
	return otherwise;
}

uint64_t global_notification_badge(struct connector_context *context, const struct assembly_end *end)
{
	const struct assembly_instance *instance = end->instance;
	uint64_t base = setting(context, instance, "global_endpoint_base", 1);
	uint64_t all = ((uint64_t)1 << BADGE_BITS) - 1;
	uint64_t mask = setting(context, instance, "global_endpoint_mask", all & ~base);
	uint64_t *taken = &context->global_badges[connector_pd(context, end)->index];
	uint64_t left = mask & ~*taken;
	connector_pd(context, end)->component->has_notification = true;
	if (!left) {
		diag_report(context->compilation->diag, DIAG_BADGE, end->range,
			    "the notification of instance '%s' has no badge left for '%s'", instance->name,
			    end->interface->name);
		return 0;
	}
	uint64_t bit = left & -left;
	*taken |= bit;
	return base | bit;
}

static uint64_t badge_of(struct connector_context *context, const struct event_joint *joint)
{
	return connector_binding(context, joint->to)->badge;
}

void global_notification_lower(struct connector_context *context,
			       const struct assembly_connection *connection,
			       enum model_notification_form form)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	for (size_t i = 0; i < connection->to.count; i++) {
		const struct assembly_end *end = &connection->to.items[i];
		struct model_binding *to = connector_binding(context, end);
		to->kind = MODEL_BINDING_NOTIFICATION;
		to->form = form;
		to->badge = global_notification_badge(context, end);
	}
	event_join(context, connection, badge_of);
}
