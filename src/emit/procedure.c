#include "emit/procedure.h"

#include <inttypes.h>
#include <string.h>

bool emit_parameter_is_sent(const struct model_parameter *parameter)
{
	return parameter->direction != MODEL_OUT;
}

bool emit_parameter_is_returned(const struct model_parameter *parameter)
{
	return parameter->direction == MODEL_OUT || parameter->direction == MODEL_INOUT;
}

const char *emit_variable(struct arena *arena, const char *type, const char *name)
{
	return arena_format(arena, "%s%s%s", type, type[strlen(type) - 1] == '*' ? "" : " ", name);
}

const char *emit_result_type(const struct model_method *method)
{
	return method->returns ? method->result.c_type : "void";
}

static bool is_counted(const struct model_parameter *parameter)
{
	return parameter->shape == MODEL_SHAPE_ARRAY || parameter->shape == MODEL_SHAPE_STRINGS;
}

/* As CAmkES declares parameters, by direction: the count of an array, and what stands around the type. */
static const char *parameter_text(struct arena *arena, const struct model_parameter *parameter)
{
	static const char *const counts[MODEL_DIRECTION_COUNT] = {
		[MODEL_IN] = "size_t ",
		[MODEL_OUT] = "size_t *",
		[MODEL_INOUT] = "size_t *",
		[MODEL_REFIN] = "const size_t *",
	};
	static const char *const in_types[MODEL_SHAPE_COUNT] = {
		[MODEL_SHAPE_SCALAR] = "%s",
		[MODEL_SHAPE_STRING] = "const char *",
		[MODEL_SHAPE_ARRAY] = "const %s *",
		[MODEL_SHAPE_STRINGS] = "char **",
	};
	static const char *const pointer_types[MODEL_SHAPE_COUNT] = {
		[MODEL_SHAPE_SCALAR] = "%s *",
		[MODEL_SHAPE_STRING] = "char **",
		[MODEL_SHAPE_ARRAY] = "%s **",
		[MODEL_SHAPE_STRINGS] = "char ***",
	};
	bool in = parameter->direction == MODEL_IN;
	const char *format = (in ? in_types : pointer_types)[parameter->shape];
	const char *gap = strstr(format, "%s");
	const char *type =
		gap ? arena_format(arena, "%.*s%s%s", (int)(gap - format), format, parameter->c_type, gap + 2)
		    : format;
	bool constant = parameter->direction == MODEL_REFIN && parameter->shape == MODEL_SHAPE_SCALAR;
	return arena_format(arena, "%s%s%s%s%s", is_counted(parameter) ? counts[parameter->direction] : "",
			    is_counted(parameter) ? parameter->name : "",
			    is_counted(parameter) ? "_sz, " : "", constant ? "const " : "",
			    emit_variable(arena, type, parameter->name));
}

const char *emit_prototype(struct arena *arena, const struct model_binding *binding,
			   const struct model_method *method)
{
	const char *name = arena_format(arena, "%s_%s", binding->interface, method->name), *parameters = "";
	for (size_t i = 0; i < method->parameters.count; i++)
		parameters = arena_format(arena, "%s%s%s", parameters, i ? ", " : "",
					  parameter_text(arena, &method->parameters.items[i]));
	return arena_format(arena, "%s(%s)", emit_variable(arena, emit_result_type(method), name),
			    *parameters ? parameters : "void");
}

const char *emit_arguments(struct arena *arena, const struct model_method *method)
{
	const char *text = "";
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		const char *address = parameter->direction == MODEL_IN ? "" : "&";
		const char *count = is_counted(parameter)
					    ? arena_format(arena, "%s%s_sz, ", address, parameter->name)
					    : "";
		text = arena_format(arena, "%s%s%s%s%s", text, i ? ", " : "", count, address,
				    parameter->name);
	}
	return text;
}

void emit_procedure_declare(const struct emit_context *context, const struct model_binding *binding,
			    const char *attribute)
{
	const struct model_procedure *procedure = binding->procedure;
	for (size_t i = 0; procedure && i < procedure->methods.count; i++)
		out_line(context->out, "%s%s;",
			 emit_prototype(context->compilation->arena, binding, &procedure->methods.items[i]),
			 attribute);
	out_line(context->out,
		 "camkes_error_handler_t %s_register_error_handler(camkes_error_handler_t handler)%s;",
		 binding->interface, attribute);
}

/* ---------------------------------------------------- parameters and messages */

/* What errors call a parameter. */
static const char *label(const struct model_parameter *parameter)
{
	return strcmp(parameter->name, EMIT_RESULT) != 0 ? parameter->name : "the result";
}

void emit_put(const struct emit_context *context, const struct model_parameter *parameter,
	      const char *message, bool pointer)
{
	const char *name = parameter->name, *star = pointer ? "*" : "";
	switch (parameter->shape) {
	case MODEL_SHAPE_SCALAR:
		out_line(context->out, "causeway_put(%s, \"%s\", %s%s, sizeof %s%s);", message,
			 label(parameter), pointer ? "" : "&", name, star, name);
		break;
	case MODEL_SHAPE_STRING:
		out_line(context->out, "causeway_put_string(%s, \"%s\", %s%s);", message, label(parameter),
			 star, name);
		break;
	case MODEL_SHAPE_ARRAY:
		out_line(context->out, "causeway_put_array(%s, \"%s\", %s%s, %s%s_sz, sizeof *%s%s);",
			 message, label(parameter), star, name, star, name, star, name);
		break;
	case MODEL_SHAPE_STRINGS:
		out_line(context->out, "causeway_put_strings(%s, \"%s\", %s%s, %s%s_sz);", message,
			 label(parameter), star, name, star, name);
		break;
	case MODEL_SHAPE_COUNT:
		break;
	}
}

void emit_take(const struct emit_context *context, const struct model_parameter *parameter,
	       const char *message, bool pointer)
{
	const char *name = parameter->name, *star = pointer ? "*" : "", *address = pointer ? "" : "&";
	switch (parameter->shape) {
	case MODEL_SHAPE_SCALAR:
		out_line(context->out, "causeway_take(%s, \"%s\", %s%s, sizeof %s%s);", message,
			 label(parameter), address, name, star, name);
		break;
	case MODEL_SHAPE_STRING:
		out_line(context->out, "%s%s = causeway_take_string(%s, \"%s\");", star, name, message,
			 label(parameter));
		break;
	case MODEL_SHAPE_ARRAY:
		out_line(context->out,
			 "%s%s = (__typeof__(%s%s))causeway_take_array(%s, \"%s\", %s%s_sz, sizeof *%s%s);",
			 star, name, star, name, message, name, address, name, star, name);
		break;
	case MODEL_SHAPE_STRINGS:
		out_line(context->out, "%s%s = causeway_take_strings(%s, \"%s\", %s%s_sz);", star, name,
			 message, name, address, name);
		break;
	case MODEL_SHAPE_COUNT:
		break;
	}
}

void emit_free(const struct emit_context *context, const struct model_parameter *parameter, bool pointer)
{
	const char *name = parameter->name, *star = pointer ? "*" : "";
	if (parameter->shape == MODEL_SHAPE_STRINGS)
		out_line(context->out, "causeway_free_strings(%s%s, %s%s_sz);", star, name, star, name);
	else if (parameter->shape != MODEL_SHAPE_SCALAR)
		out_line(context->out, "causeway_free(%s%s);", star, name);
}

static void mapped_memory(const struct emit_context *context, const struct model_link *link)
{
	struct out *out = context->out;
	const char *address = names_map_of(context->names, link->map)->address;
	if (link->transport == MODEL_TRANSPORT_QUEUE) {
		out_line(out, "(struct causeway_rpc_slot *)%s,", address);
		out_line(out, "(unsigned char *)%s + sizeof(struct causeway_rpc_slot),", address);
	} else {
		out_line(out, "NULL,");
		out_line(out, "(unsigned char *)%s,", address);
	}
}

void emit_link_memory(const struct emit_context *context, const struct model_binding *binding,
		      const struct model_link *link, const struct model_binding *client)
{
	static const char *const transports[] = {
		[MODEL_TRANSPORT_PPC] = "CAUSEWAY_PPC",
		[MODEL_TRANSPORT_QUEUE] = "CAUSEWAY_QUEUE",
		[MODEL_TRANSPORT_LOCAL] = "CAUSEWAY_LOCAL",
	};
	struct out *out = context->out;
	bool local = link->transport == MODEL_TRANSPORT_LOCAL;
	out_line(out, "%s,", transports[link->transport]);
	out_line(out, "%s,", local ? "0" : names_channel(context->names, binding, link->channel)->macro);
	if (local) {
		out_line(out, "&causeway_g_%s_memory.slot,", client->interface);
		out_line(out, "causeway_g_%s_memory.messages,", client->interface);
	} else if (link->map) {
		mapped_memory(context, link);
	} else {
		out_line(out, "NULL,");
		out_line(out, "NULL,");
	}
	if (link->capacity_type)
		out_line(out, "sizeof(%s),", link->capacity_type);
	else
		out_line(out, "%" PRIu64 ",", link->capacity);
}

void emit_register_error_handler(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "camkes_error_handler_t %s_register_error_handler(camkes_error_handler_t handler)",
		 name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_rpc_set_handler(&causeway_g_%s.end, handler);", name);
	out_line(out, "}");
}
