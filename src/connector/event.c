#include "connector/event.h"

static void note(const struct connector_context *context, const struct event_joint *joint, const char *became,
		 const char *why)
{
	connector_note(context, (struct model_note){
					.construct = arena_format(
						context->compilation->arena, "connection %s %s (%s -> %s)",
						joint->connection->type->name.text, joint->connection->name,
						connector_end_name(context, joint->from),
						connector_end_name(context, joint->to)),
					.became = became,
					.why = why,
					.section = "CAmkES Interfaces and channels",
					.range = joint->connection->range,
				});
}

/* Only notifications have sources; returns the new one's index. */
static unsigned add_source(struct arena *arena, struct model_binding *binding, struct model_source source)
{
	if (binding->kind == MODEL_BINDING_NOTIFICATION)
		VEC_PUSH(arena, &binding->sources, source);
	return binding->sources.count ? (unsigned)binding->sources.count - 1 : 0;
}

static void join_locally(struct connector_context *context, const struct event_joint *joint, uint64_t badge)
{
	struct arena *arena = context->compilation->arena;
	const struct model_component *component = connector_pd(context, joint->to)->component;
	struct model_binding *emit = connector_binding(context, joint->from),
			     *wait = connector_binding(context, joint->to);
	unsigned source = add_source(arena, wait, (struct model_source){ .is_local = true, .badge = badge });
	VEC_PUSH(arena, &emit->local,
		 (struct model_local){ (unsigned)(wait - component->bindings.items), source });
	note(context, joint,
	     arena_format(arena, "an event inside `%s`", connector_pd(context, joint->to)->name),
	     "both ends are in one component, so no other protection domain is involved");
}

static void join_by_channel(struct connector_context *context, const struct event_joint *joint,
			    uint64_t badge)
{
	struct arena *arena = context->compilation->arena;
	struct model_pd *from_pd = connector_pd(context, joint->from),
			*to_pd = connector_pd(context, joint->to);
	struct model_channel *channel =
		model_channel_add(context->compilation, context->model, from_pd, to_pd);
	struct model_binding *wait = connector_binding(context, joint->to);
	channel->range = joint->connection->range;
	channel->ends[0].range = joint->from->range;
	channel->ends[1].range = joint->to->range;
	VEC_PUSH(arena, &connector_binding(context, joint->from)->channels, channel->ends[0].id);
	VEC_PUSH(arena, &wait->channels, channel->ends[1].id);
	add_source(arena, wait, (struct model_source){ .channel = channel->ends[1].id, .badge = badge });
	note(context, joint,
	     arena_format(arena, "a channel: `%s` id %u, `%s` id %u", from_pd->name, channel->ends[0].id,
			  to_pd->name, channel->ends[1].id),
	     "an event is a notification; the consumer's protection domain takes it in its event loop");
}

/*
 * A consumer in the emitter's own component needs no channel (the Core Platform's manual has no channel from
 * a protection domain to itself): the emitter's binding names the consumer's, and the runtime raises it.
 */
void event_join_pair(struct connector_context *context, const struct event_joint *joint, uint64_t badge)
{
	if (connector_pd(context, joint->from) == connector_pd(context, joint->to))
		join_locally(context, joint, badge);
	else
		join_by_channel(context, joint, badge);
}

void event_join(struct connector_context *context, const struct assembly_connection *connection,
		uint64_t (*badge)(struct connector_context *context, const struct event_joint *joint))
{
	for (size_t i = 0; i < connection->from.count; i++)
		for (size_t j = 0; j < connection->to.count; j++) {
			struct event_joint joint = { connection, &connection->from.items[i],
						     &connection->to.items[j] };
			uint64_t bits = badge ? badge(context, &joint) : 0;
			event_join_pair(context, &joint, bits);
		}
}
