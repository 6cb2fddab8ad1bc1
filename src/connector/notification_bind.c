/*
 * seL4NotificationBind: one notification of a consumer, signalled by several emitters, each with the badge
 * that its
 * `<interface>_attributes` says. Under CAmkES the consumer binds it to its own thread, so it only gets hold
 * of it; here it waits for it with seL4_Wait or asks with seL4_Poll. Each emitter has a channel, and the
 * channel's row knows the badge.
 */
#include "connector/event.h"

#include <errno.h>
#include <stdlib.h>

/* In any base, as C writes it; badges of other connectors are decimal. */
static bool parse_badge(const char *text, uint64_t *badge)
{
	char *end;
	errno = 0;
	unsigned long long value = strtoull(text, &end, 0);
	*badge = value;
	return *text >= '0' && *text <= '9' && !*end && !errno;
}

static uint64_t badge_of(struct connector_context *context, const struct event_joint *joint)
{
	const struct assembly_attribute *attribute = connector_setting(context, joint->from, "attributes");
	uint64_t badge = 0;
	if (!attribute)
		return 0;
	if (attribute->value.kind == ADL_VALUE_INTEGER && attribute->value.as.integer >= 0 &&
	    attribute->value.as.integer <= INT64_MAX)
		return (uint64_t)attribute->value.as.integer;
	if (attribute->value.kind != ADL_VALUE_STRING || !parse_badge(attribute->value.as.string, &badge))
		diag_report(context->compilation->diag, DIAG_ATTRIBUTE_RANGE, attribute->range,
			    "'%s' is no badge: a whole number that is not negative, or a string of one",
			    attribute->name);
	return badge;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	struct model_binding *to = connector_binding(context, &connection->to.items[0]);
	to->kind = MODEL_BINDING_NOTIFICATION;
	to->form = MODEL_NOTIFICATION_BOUND;
	event_join(context, connection, badge_of);
}

const struct connector connector_notification_bind = {
	.name = "seL4NotificationBind",
	.meaning = "a notification with a badge for each emitter, taken with seL4_Wait",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
