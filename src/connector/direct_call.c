/*
 * seL4DirectCall: calls between two components of one group, which are one protection domain for it. The
 * caller's function is the callee's, under another name: nothing is copied, pointers may be passed, and the
 * call runs on the caller's strand.
 */
#include "connector/connector.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	const struct assembly_end *from = &connection->from.items[0], *to = &connection->to.items[0];
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = connector_pd(context, to);
	struct model_binding *caller = connector_binding(context, from),
			     *callee = connector_binding(context, to);
	if (connector_pd(context, from) != pd) {
		diag_report(context->compilation->diag, DIAG_DIRECT_CALL, connection->range,
			    "seL4DirectCall joins components of one group, and '%s' and '%s' are not in one",
			    from->instance->name, to->instance->name);
		return;
	}
	caller->kind = MODEL_BINDING_DIRECT_CALL;
	caller->peer = (unsigned)(callee - pd->component->bindings.items);
	callee->kind = MODEL_BINDING_DIRECT_SERVE;
	connector_note(context,
		       (struct model_note){
			       .construct = arena_format(arena, "connection seL4DirectCall %s (%s -> %s)",
							 connection->name, connector_end_name(context, from),
							 connector_end_name(context, to)),
			       .became = arena_format(arena, "function calls inside `%s`", pd->name),
			       .why = "both ends are in one address space",
			       .section = "CAmkES Interfaces and channels",
			       .range = connection->range,
		       });
}

const struct connector connector_direct_call = {
	.name = "seL4DirectCall",
	.meaning = "function calls between components of one group",
	.kind = ADL_END_PROCEDURE,
	.lower = lower,
};
