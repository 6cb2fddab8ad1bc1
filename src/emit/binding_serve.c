/*
 * The serving end of a procedure in generated C: for each method a function that takes the arguments out of a
 * request, calls the component, and puts the results into the reply; and a row per caller.
 */
#include "emit/procedure.h"
#include "emit/rpc_peer.h"
#include "emit/short_call.h"

#include <inttypes.h>

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	emit_procedure_declare(context, binding, "");
	out_line(context->out, "seL4_Word %s_get_sender_id(void);", binding->interface);
	emit_peer_declare_serve(context, binding);
}

static void objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_line(out, "static struct causeway_rpc_server_state causeway_g_%s_state;", binding->interface);
	out_line(out, "static struct causeway_rpc_caller_state causeway_g_%s_caller_states[%zu];",
		 binding->interface, binding->links.count);
}

/* -------------------------------------------------------------- methods */

static const char message[] = "causeway_g_message";

static void local_variable(const struct emit_context *context, const struct model_parameter *parameter)
{
	static const char *const stars[MODEL_SHAPE_COUNT] = { "", "", " *", "*" };
	struct arena *arena = context->compilation->arena;
	bool counted = parameter->shape == MODEL_SHAPE_ARRAY || parameter->shape == MODEL_SHAPE_STRINGS;
	const char *type = arena_format(arena, "%s%s", parameter->c_type, stars[parameter->shape]);
	if (counted)
		out_line(context->out, "size_t %s_sz = 0;", parameter->name);
	out_line(context->out, "%s%s;", emit_variable(arena, type, parameter->name),
		 parameter->shape == MODEL_SHAPE_SCALAR ? "" : " = NULL");
}

static void call(const struct emit_context *context, const struct model_binding *binding,
		 const struct model_method *method)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	struct model_parameter result = { .name = EMIT_RESULT,
					  .shape = method->result.shape,
					  .c_type = method->result.c_type };
	const char *variable =
		method->returns
			? arena_format(arena, "%s = ", emit_variable(arena, result.c_type, result.name))
			: "";
	out_line(out, "%s%s_%s(%s);", variable, binding->interface, method->name,
		 emit_arguments(arena, method));
	out_line(out, "causeway_rpc_answer(%s);", message);
	if (method->returns) {
		emit_put(context, &result, message, false);
		emit_free(context, &result, false);
	}
	for (size_t i = 0; i < method->parameters.count; i++)
		if (emit_parameter_is_returned(&method->parameters.items[i]))
			emit_put(context, &method->parameters.items[i], message, false);
}

static void method_function(const struct emit_context *context, const struct model_binding *binding,
			    const struct model_method *method)
{
	struct out *out = context->out;
	out_line(out, "static void causeway_g_method_%s_%s(struct causeway_message *%s)", binding->interface,
		 method->name, message);
	out_line(out, "{");
	out_indent(out);
	for (size_t i = 0; i < method->parameters.count; i++)
		local_variable(context, &method->parameters.items[i]);
	for (size_t i = 0; i < method->parameters.count; i++)
		if (emit_parameter_is_sent(&method->parameters.items[i]))
			emit_take(context, &method->parameters.items[i], message, false);
	out_line(out, "if (causeway_rpc_taken(%s)) {", message);
	out_indent(out);
	call(context, binding, method);
	out_dedent(out);
	out_line(out, "}");
	for (size_t i = 0; i < method->parameters.count; i++)
		emit_free(context, &method->parameters.items[i], false);
	out_dedent(out);
	out_line(out, "}");
	out_text(out, "\n");
}

static void method_functions(const struct emit_context *context, const struct model_binding *binding,
			     const struct model_method *method)
{
	method_function(context, binding, method);
	if (emit_serves_short(binding, method))
		emit_short_serve(context, binding, method);
}

/* --------------------------------------------------------------- tables */

static void method_row(const struct emit_context *context, const struct model_binding *binding,
		       const struct model_method *method)
{
	const char *fields = emit_serves_short(binding, method)
				     ? emit_short_fields(context->compilation->arena, binding, method)
				     : "NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT";
	out_line(context->out, "{ \"%s\", causeway_g_method_%s_%s, %s },", method->name, binding->interface,
		 method->name, fields);
}

static void method_table(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const struct model_procedure *procedure = binding->procedure;
	if (!procedure->methods.count)
		return;
	out_line(out, "static const struct causeway_rpc_method causeway_g_%s_methods[] = {",
		 binding->interface);
	out_indent(out);
	for (size_t i = 0; i < procedure->methods.count; i++)
		method_row(context, binding, &procedure->methods.items[i]);
	out_dedent(out);
	out_line(out, "};");
}

static const struct model_binding *client_of(const struct model_link *link)
{
	return &link->peer->bindings.items[link->peer_binding];
}

static void caller_row(const struct emit_context *context, const struct model_binding *binding, size_t index)
{
	struct out *out = context->out;
	const struct model_link *link = &binding->links.items[index];
	out_line(out, "{");
	out_indent(out);
	out_line(out, "\"%s.%s\",", out_cstr(context->compilation->arena, link->peer->instance),
		 client_of(link)->interface);
	out_line(out, "%" PRIu64 ",", binding->sender_is_index ? (uint64_t)index : link->badge);
	out_line(out, "&causeway_g_%s_state,", binding->interface);
	out_line(out, "&causeway_g_%s_caller_states[%zu],", binding->interface, index);
	emit_link_memory(context, binding, link, client_of(link));
	if (link->transport == MODEL_TRANSPORT_LOCAL)
		out_line(out, "&causeway_g_%s_state,", client_of(link)->interface);
	else
		out_line(out, "NULL,");
	out_dedent(out);
	out_line(out, "},");
}

static void tables(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	size_t methods = binding->procedure->methods.count;
	for (size_t i = 0; i < methods; i++)
		method_functions(context, binding, &binding->procedure->methods.items[i]);
	method_table(context, binding);
	out_line(out, "static const struct causeway_rpc_caller causeway_g_%s_callers[] = {", name);
	out_indent(out);
	for (size_t i = 0; i < binding->links.count; i++)
		caller_row(context, binding, i);
	out_dedent(out);
	out_line(out, "};");
	out_line(out, "static const struct causeway_rpc_server causeway_g_%s = {", name);
	out_indent(out);
	out_line(out, "{ \"%s\", \"%s.%s\", &causeway_g_%s_state.handler },", name,
		 out_cstr(context->compilation->arena, context->pd->component->instance), name, name);
	out_line(out, "&causeway_g_%s_state,", name);
	out_line(out, "causeway_g_%s_callers,", name);
	out_line(out, "causeway_g_%s_caller_states,", name);
	out_line(out, "%zu,", binding->links.count);
	if (methods)
		out_line(out, "causeway_g_%s_methods,", name);
	else
		out_line(out, "NULL,");
	out_line(out, "%zu,", methods);
	out_dedent(out);
	out_line(out, "};");
	emit_peer_tables_serve(context, binding);
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_line(out, "seL4_Word %s_get_sender_id(void)", binding->interface);
	out_line(out, "{");
	out_line(out, "\treturn causeway_g_%s_state.sender;", binding->interface);
	out_line(out, "}");
	out_text(out, "\n");
	emit_register_error_handler(context, binding);
	emit_peer_define_serve(context, binding);
}

static const char *channel(const struct emit_context *context, const struct model_binding *binding,
			   unsigned id)
{
	struct arena *arena = context->compilation->arena;
	for (size_t i = 0; i < binding->links.count; i++) {
		const struct model_link *link = &binding->links.items[i];
		if (link->transport == MODEL_TRANSPORT_LOCAL || link->channel != id)
			continue;
		const char *caller =
			arena_format(arena, "&causeway_g_%s_callers[%zu]", binding->interface, i);
		return link->transport == MODEL_TRANSPORT_PPC
			       ? arena_format(arena, "NULL, NULL, %s", caller)
			       : arena_format(arena, "causeway_rpc_requested, %s, NULL", caller);
	}
	return NULL;
}

const struct emit_binding emit_binding_serve = {
	.write = { [EMIT_DECLARE] = declare,
		   [EMIT_OBJECTS] = objects,
		   [EMIT_TABLES] = tables,
		   [EMIT_DEFINE] = define },
	.channel = channel,
	.serve = "causeway_rpc_serve",
};
