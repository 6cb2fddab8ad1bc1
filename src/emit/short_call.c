#include "emit/short_call.h"

/* Names that no parameter has. */
#define MESSAGE "causeway_g_message"
#define REQUEST "causeway_g_request"
#define REPLY "causeway_g_reply"

bool emit_calls_short(const struct model_binding *binding, const struct model_method *method)
{
	return binding->links.items[0].transport == MODEL_TRANSPORT_PPC && model_method_is_short(method);
}

bool emit_serves_short(const struct model_binding *binding, const struct model_method *method)
{
	for (size_t i = 0; i < binding->links.count; i++)
		if (binding->links.items[i].transport == MODEL_TRANSPORT_PPC)
			return model_method_is_short(method);
	return false;
}

static struct model_parameter result_of(const struct model_method *method)
{
	return (struct model_parameter){ .name = EMIT_RESULT, .c_type = method->result.c_type };
}

static void field(const struct emit_context *context, const struct model_parameter *parameter, size_t *count)
{
	if (!(*count)++)
		out_line(context->out, "struct {");
	out_line(context->out, "\t%s;",
		 emit_variable(context->compilation->arena, parameter->c_type, parameter->name));
}

static void end_fields(const struct emit_context *context, const char *name, size_t count)
{
	if (count)
		out_line(context->out, "} __attribute__((packed)) %s;", name);
}

/* What goes over. Returns how many values. */
static size_t request_fields(const struct emit_context *context, const struct model_method *method)
{
	size_t count = 0;
	for (size_t i = 0; i < method->parameters.count; i++)
		if (emit_parameter_is_sent(&method->parameters.items[i]))
			field(context, &method->parameters.items[i], &count);
	end_fields(context, REQUEST, count);
	return count;
}

static size_t reply_fields(const struct emit_context *context, const struct model_method *method)
{
	size_t count = 0;
	struct model_parameter result = result_of(method);
	if (method->returns)
		field(context, &result, &count);
	for (size_t i = 0; i < method->parameters.count; i++)
		if (emit_parameter_is_returned(&method->parameters.items[i]))
			field(context, &method->parameters.items[i], &count);
	end_fields(context, REPLY, count);
	return count;
}

static const char *add_size(struct arena *arena, const char *text, const char *c_type)
{
	return arena_format(arena, "%s%ssizeof(%s)", text, *text ? " + " : "", c_type);
}

/* The fields of a method's row, or of what a caller knows of it. */
static const char *messages(struct arena *arena, const struct model_method *method, size_t index)
{
	const char *request = "", *reply = method->returns ? add_size(arena, "", method->result.c_type) : "";
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		if (emit_parameter_is_sent(parameter))
			request = add_size(arena, request, parameter->c_type);
		if (emit_parameter_is_returned(parameter))
			reply = add_size(arena, reply, parameter->c_type);
	}
	return arena_format(arena, "CAUSEWAY_RPC_SHORT(%zu, %s), CAUSEWAY_RPC_SHORT(0, %s)", index,
			    *request ? request : "0", *reply ? reply : "0");
}

/* --------------------------------------------------------------- the caller */

void emit_short_call(const struct emit_context *context, const struct model_binding *binding,
		     const struct model_method *method, size_t index)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	out_line(out, "static const struct causeway_rpc_short_method causeway_g_method = {");
	out_line(out, "\t\"%s\", %s", method->name, messages(arena, method, index));
	out_line(out, "};");
	out_line(out, "union {");
	out_indent(out);
	out_line(out, "uint64_t words[CAUSEWAY_RPC_WORDS];");
	size_t request = request_fields(context, method);
	reply_fields(context, method);
	out_dedent(out);
	out_line(out, "} " MESSAGE ";");
	if (request) {
		out_line(out, "if (sizeof " MESSAGE "." REQUEST " %% sizeof(uint64_t))");
		out_line(out, "\t" MESSAGE ".words[sizeof " MESSAGE "." REQUEST " / sizeof(uint64_t)] = 0;");
	}
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		if (emit_parameter_is_sent(parameter))
			out_line(out, MESSAGE "." REQUEST ".%s = %s%s;", parameter->name,
				 parameter->direction == MODEL_IN ? "" : "*", parameter->name);
	}
	out_line(out, "causeway_rpc_call_words(&causeway_g_%s, &causeway_g_method, " MESSAGE ".words);",
		 binding->interface);
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		if (emit_parameter_is_returned(parameter))
			out_line(out, "*%s = " MESSAGE "." REPLY ".%s;", parameter->name, parameter->name);
	}
	if (method->returns)
		out_line(out, "return " MESSAGE "." REPLY "." EMIT_RESULT ";");
}

/* --------------------------------------------------------------- the server */

void emit_short_serve(const struct emit_context *context, const struct model_binding *binding,
		      const struct model_method *method)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	out_line(out, "static void causeway_g_words_%s_%s(void *" MESSAGE ")", binding->interface,
		 method->name);
	out_line(out, "{");
	out_indent(out);
	size_t request = request_fields(context, method), reply = reply_fields(context, method);
	if (!request && !reply)
		out_line(out, "(void)" MESSAGE ";");
	if (request)
		out_line(out, "memcpy(&" REQUEST ", " MESSAGE ", sizeof " REQUEST ");");
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		out_line(out, "%s%s%s;", emit_variable(arena, parameter->c_type, parameter->name),
			 emit_parameter_is_sent(parameter) ? " = " REQUEST "." : "",
			 emit_parameter_is_sent(parameter) ? parameter->name : "");
	}
	out_line(out, "%s%s_%s(%s);", method->returns ? REPLY "." EMIT_RESULT " = " : "", binding->interface,
		 method->name, emit_arguments(arena, method));
	for (size_t i = 0; i < method->parameters.count; i++) {
		const char *name = method->parameters.items[i].name;
		if (emit_parameter_is_returned(&method->parameters.items[i]))
			out_line(out, REPLY ".%s = %s;", name, name);
	}
	if (reply)
		out_line(out, "memcpy(" MESSAGE ", &" REPLY ", sizeof " REPLY ");");
	out_dedent(out);
	out_line(out, "}");
	out_text(out, "\n");
}

const char *emit_short_fields(struct arena *arena, const struct model_binding *binding,
			      const struct model_method *method)
{
	return arena_format(arena, "causeway_g_words_%s_%s, %s", binding->interface, method->name,
			    messages(arena, method, (size_t)(method - binding->procedure->methods.items)));
}
