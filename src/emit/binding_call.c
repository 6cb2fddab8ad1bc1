/*
 * The calling end of a procedure in generated C: a function per method, which carries its parameters over and
 * back.
 */
#include "emit/procedure.h"
#include "emit/rpc_peer.h"
#include "emit/short_call.h"

#include <inttypes.h>

static const struct model_link *link_of(const struct model_binding *binding)
{
	return &binding->links.items[0];
}

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	emit_procedure_declare(context, binding, "");
	emit_peer_declare_call(context, binding);
}

static void objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_line(out, "static struct causeway_rpc_client_state causeway_g_%s_state;", binding->interface);
	emit_peer_objects_call(context, binding);
	if (link_of(binding)->transport != MODEL_TRANSPORT_LOCAL)
		return;
	out_line(out, "static struct {");
	out_line(out, "\tstruct causeway_rpc_slot slot;");
	out_line(out, "\tunsigned char messages[%" PRIu64 "];", link_of(binding)->capacity);
	out_line(out, "} causeway_g_%s_memory;", binding->interface);
}

static void table_memory(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	emit_link_memory(context, binding, link_of(binding), binding);
	if (link_of(binding)->transport != MODEL_TRANSPORT_LOCAL) {
		out_line(out, "NULL,");
		out_line(out, "NULL,");
		return;
	}
	const struct model_binding *server =
		&context->pd->component->bindings.items[link_of(binding)->peer_binding];
	out_line(out, "&causeway_g_%s_state,", server->interface);
	out_line(out, "&causeway_g_%s_caller_states[%u],", server->interface, link_of(binding)->peer_link);
}

static void tables(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "static const struct causeway_rpc_client causeway_g_%s = {", name);
	out_indent(out);
	out_line(out, "{ \"%s\", \"%s.%s\", &causeway_g_%s_state.handler },", name,
		 out_cstr(context->compilation->arena, context->pd->component->instance), name, name);
	out_line(out, "&causeway_g_%s_state,", name);
	table_memory(context, binding);
	out_dedent(out);
	out_line(out, "};");
}

/* The server's procedure may have more methods than the caller's. */
static size_t index_at_server(const struct model_binding *binding, const struct model_method *method)
{
	const struct model_link *link = link_of(binding);
	const struct model_procedure *server = link->peer->bindings.items[link->peer_binding].procedure;
	return (size_t)(model_procedure_find(server, method->name) - server->methods.items);
}

static void call(const struct emit_context *context, const struct model_binding *binding,
		 const struct model_method *method)
{
	static const char *const message = "&causeway_g_message";
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "struct causeway_message causeway_g_message;");
	if (method->returns)
		out_line(out, "%s;",
			 emit_variable(context->compilation->arena, method->result.c_type, EMIT_RESULT));
	out_line(out, "causeway_rpc_begin(&causeway_g_%s, %s, \"%s\");", name, message, method->name);
	for (size_t i = 0; i < method->parameters.count; i++)
		if (emit_parameter_is_sent(&method->parameters.items[i]))
			emit_put(context, &method->parameters.items[i], message,
				 method->parameters.items[i].direction != MODEL_IN);
	out_line(out, "causeway_rpc_go(&causeway_g_%s, %s, %zu);", name, message,
		 index_at_server(binding, method));
	if (method->returns)
		emit_take(context,
			  &(struct model_parameter){ .name = EMIT_RESULT,
						     .shape = method->result.shape,
						     .c_type = method->result.c_type },
			  message, false);
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		if (parameter->direction == MODEL_INOUT)
			emit_free(context, parameter, true);
		if (emit_parameter_is_returned(parameter))
			emit_take(context, parameter, message, true);
	}
	out_line(out, "causeway_rpc_end(&causeway_g_%s, %s);", name, message);
	if (method->returns)
		out_line(out, "return %s;", EMIT_RESULT);
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	for (size_t i = 0; i < binding->procedure->methods.count; i++) {
		const struct model_method *method = &binding->procedure->methods.items[i];
		struct arena *arena = context->compilation->arena;
		out_line(out, "%s", emit_prototype(arena, binding, method));
		out_line(out, "{");
		out_indent(out);
		if (emit_calls_short(binding, method))
			emit_short_call(context, binding, method, index_at_server(binding, method));
		else
			call(context, binding, method);
		out_dedent(out);
		out_line(out, "}");
		out_text(out, "\n");
	}
	emit_register_error_handler(context, binding);
	emit_peer_define_call(context, binding);
}

static const char *channel(const struct emit_context *context, const struct model_binding *binding,
			   unsigned id)
{
	const struct model_link *link = link_of(binding);
	if (link->transport == MODEL_TRANSPORT_LOCAL)
		return NULL;
	if (link->signals && id == link->signal_channel)
		return arena_format(context->compilation->arena,
				    "causeway_signalled, &causeway_g_%s_signal, NULL", binding->interface);
	if (id != link->channel || link->transport != MODEL_TRANSPORT_QUEUE)
		return NULL;
	return arena_format(context->compilation->arena, "causeway_rpc_replied, &causeway_g_%s, NULL",
			    binding->interface);
}

const struct emit_binding emit_binding_call = {
	.write = { [EMIT_DECLARE] = declare,
		   [EMIT_OBJECTS] = objects,
		   [EMIT_TABLES] = tables,
		   [EMIT_DEFINE] = define },
	.channel = channel,
};
