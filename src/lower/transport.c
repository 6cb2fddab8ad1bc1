/*
 * A protected procedure call needs a server that stands strictly above its callers and that answers at once.
 * So a protection domain serves that way only if nothing in it can wait: no control thread, no lock, no event
 * that it takes, no notification that it could wait for, and no calls but to others that serve that way; if
 * it does not take part in a cycle of calls; and if its priority allows it. A priority that was set stays.
 * One that was not rises as far as it has to. What is left over is queued, and goes the slower way at any
 * priority.
 */
#include "lower/transport.h"

#include "lower/thread.h"

#include <string.h>

enum { RISES = 64 }; /* steps that fit between two priorities of CAmkES */

struct call {
	const struct assembly_connection *connection;
	struct model_pd *from, *to;
};

struct plan {
	struct connector_context *context;
	VEC(struct call) calls;
	bool called[MODEL_PD_MAX];	   /* some connection calls it */
	bool set[MODEL_PD_MAX];		   /* its priority was */
	unsigned levels[MODEL_PD_MAX];	   /* priority * RISES + how often it rose */
	const char *refused[MODEL_PD_MAX]; /* why its procedures are queued; NULL: they are not */
	bool changed;
};

static const char *text(const struct plan *plan, const char *format, const char *name, const char *other)
{
	return arena_format(plan->context->compilation->arena, format, name, other);
}

static void refuse(struct plan *plan, const struct model_pd *pd, const char *reason)
{
	if (plan->refused[pd->index])
		return;
	plan->refused[pd->index] = reason;
	plan->changed = true;
}

static const struct connector *connector_of(const struct assembly_connection *connection)
{
	return connection->type->name.text ? connector_find(connection->type->name.text) : NULL;
}

static void collect_calls(struct plan *plan)
{
	const struct assembly *assembly = plan->context->assembly;
	for (size_t i = 0; i < assembly->connections.count; i++) {
		const struct assembly_connection *connection = assembly->connections.items[i];
		const struct connector *connector = connector_of(connection);
		if (!connector || !connector->rpc)
			continue;
		for (size_t j = 0; j < connection->from.count; j++) {
			struct call call = { connection,
					     connector_pd(plan->context, &connection->from.items[j]),
					     connector_pd(plan->context, &connection->to.items[0]) };
			if (!call.from || !call.to)
				continue;
			plan->called[call.to->index] = true;
			VEC_PUSH(plan->context->compilation->arena, &plan->calls, call);
		}
	}
}

/* ------------------------------------------------- what in a component waits */

static const char *waiting_interface(const struct plan *plan, const struct assembly_instance *instance)
{
	for (size_t i = 0; i < instance->interfaces.count; i++) {
		const struct assembly_interface *interface = instance->interfaces.items[i];
		const struct connector *connector =
			interface->connection ? connector_of(interface->connection) : NULL;
		if (interface->connection && interface->declaration->kind == ADL_CONSUMES)
			return text(plan, "`%s` takes event `%s`", instance->name, interface->name);
		if (connector && connector->waits)
			return text(plan, "`%s` can wait for `%s`", instance->name, interface->name);
		if (connector && connector->rpc && connector->rpc->signals && interface->is_from)
			return text(plan, "`%s` can wait for the notification of `%s`", instance->name,
				    interface->name);
	}
	return NULL;
}

static void refuse_waiting(struct plan *plan, const struct assembly_instance *instance)
{
	const struct model_pd *pd = plan->context->pds[instance->index];
	const struct adl_component *type = instance->type;
	const char *interface = waiting_interface(plan, instance);
	if (!pd)
		return;
	if (type->control)
		refuse(plan, pd, text(plan, "`%s` has a control thread", instance->name, NULL));
	else if (type->locks.count)
		refuse(plan, pd,
		       text(plan, "`%s` can wait for `%s`", instance->name, type->locks.items[0]->name.text));
	else if (interface)
		refuse(plan, pd, interface);
}

/* ------------------------------------------------------------- settings */

static const struct assembly_attribute *wanted_transport(const struct plan *plan,
							 const struct assembly_connection *connection)
{
	return assembly_connection_setting(connection, plan->context->compilation, "causeway_transport");
}

static bool wants(const struct assembly_attribute *attribute, const char *transport)
{
	return attribute && attribute->value.kind == ADL_VALUE_STRING &&
	       !strcmp(attribute->value.as.string, transport);
}

static void refuse_as_set(struct plan *plan)
{
	for (size_t i = 0; i < plan->calls.count; i++) {
		const struct call *call = &plan->calls.items[i];
		const struct assembly_attribute *wanted = wanted_transport(plan, call->connection);
		if (wants(wanted, "queue"))
			refuse(plan, call->to,
			       text(plan, "connection `%s` is set to be queued", call->connection->name,
				    NULL));
		else if (wanted && !wants(wanted, "ppc"))
			diag_report(plan->context->compilation->diag, DIAG_TRANSPORT, wanted->range,
				    "'causeway_transport' of connection '%s' is neither \"ppc\" nor "
				    "\"queue\"",
				    call->connection->name);
	}
}

static void check_wanted(const struct plan *plan)
{
	for (size_t i = 0; i < plan->calls.count; i++) {
		const struct call *call = &plan->calls.items[i];
		const struct assembly_attribute *wanted = wanted_transport(plan, call->connection);
		const char *reason = plan->refused[call->to->index];
		if (wants(wanted, "ppc") && reason)
			diag_report(plan->context->compilation->diag, DIAG_TRANSPORT, wanted->range,
				    "connection '%s' cannot be protected procedure calls: %s",
				    call->connection->name, reason);
	}
}

/* ---------------------------------------------- what follows from other servers */

static void refuse_cycles(struct plan *plan)
{
	uint64_t reach[MODEL_PD_MAX] = { 0 };
	size_t count = plan->context->model->pds.count;
	for (size_t i = 0; i < plan->calls.count; i++)
		if (!plan->refused[plan->calls.items[i].to->index])
			reach[plan->calls.items[i].from->index] |= (uint64_t)1
								   << plan->calls.items[i].to->index;
	for (size_t via = 0; via < count; via++)
		for (size_t i = 0; i < count; i++)
			if (reach[i] >> via & 1)
				reach[i] |= reach[via];
	for (size_t i = 0; i < count; i++) {
		const struct model_pd *pd = plan->context->model->pds.items[i];
		if (reach[i] >> i & 1)
			refuse(plan, pd, text(plan, "`%s` is part of a cycle of calls", pd->name, NULL));
	}
}

static void refuse_callers_of_queues(struct plan *plan)
{
	for (size_t i = 0; i < plan->calls.count; i++) {
		const struct call *call = &plan->calls.items[i];
		if (plan->refused[call->to->index])
			refuse(plan, call->from,
			       text(plan, "`%s` waits for the reply of `%s`, whose calls are queued",
				    call->from->name, call->to->name));
	}
}

/* ------------------------------------------------------------ priorities */

/* Lifts servers whose priority was not set above their callers. Returns whether one moved. */
static bool rise(struct plan *plan)
{
	bool moved = false;
	for (size_t i = 0; i < plan->calls.count; i++) {
		unsigned from = plan->calls.items[i].from->index, to = plan->calls.items[i].to->index;
		if (plan->refused[to] || plan->set[to] || plan->levels[to] > plan->levels[from])
			continue;
		plan->levels[to] = plan->levels[from] + 1;
		moved = true;
	}
	return moved;
}

static void settle_priorities(struct plan *plan)
{
	const struct model *model = plan->context->model;
	for (size_t i = 0; i < model->pds.count; i++)
		plan->levels[i] = model->pds.items[i]->priority * RISES;
	for (size_t round = 0; round < model->pds.count && rise(plan); round++)
		;
}

static void refuse_low_priorities(struct plan *plan)
{
	for (size_t i = 0; i < plan->calls.count; i++) {
		const struct call *call = &plan->calls.items[i];
		if (!plan->refused[call->to->index] && plan->set[call->to->index] &&
		    plan->levels[call->to->index] <= plan->levels[call->from->index])
			refuse(plan, call->to,
			       text(plan, "the priority that is set for `%s` is not above that of `%s`",
				    call->to->name, call->from->name));
	}
}

static bool priority_is_set(const struct model_pd *pd)
{
	for (size_t i = 0; i < pd->component->strands.count; i++)
		if (pd->component->strands.items[i].priority_is_set &&
		    pd->component->strands.items[i].priority == pd->priority)
			return true;
	return false;
}

void transport_choose(struct connector_context *context, bool passive)
{
	struct plan plan = { .context = context };
	struct model *model = context->model;
	for (size_t i = 0; i < model->pds.count; i++)
		plan.set[i] = priority_is_set(model->pds.items[i]);
	collect_calls(&plan);
	for (size_t i = 0; i < context->assembly->instances.count; i++)
		refuse_waiting(&plan, context->assembly->instances.items[i]);
	refuse_as_set(&plan);
	do {
		plan.changed = false;
		refuse_cycles(&plan);
		refuse_callers_of_queues(&plan);
		settle_priorities(&plan);
		refuse_low_priorities(&plan);
	} while (plan.changed);
	check_wanted(&plan);
	context->servers =
		ARENA_ARRAY(context->compilation->arena, struct connector_server, model->pds.count);
	for (size_t i = 0; i < model->pds.count; i++) {
		bool is_called = plan.called[i] && !plan.refused[i];
		context->servers[i] = (struct connector_server){ is_called, plan.refused[i] };
		model->pds.items[i]->passive = is_called && passive;
	}
	thread_fit_priorities(context->compilation, model, plan.levels, RISES);
}
