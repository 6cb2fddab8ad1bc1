/*
 * seL4DirectCall in generated C: the caller's functions call the callee's.
 */
#include "emit/procedure.h"

static const char *arguments(struct arena *arena, const struct model_method *method)
{
	const char *text = "";
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		bool counted =
			parameter->shape == MODEL_SHAPE_ARRAY || parameter->shape == MODEL_SHAPE_STRINGS;
		text = arena_format(arena, "%s%s%s%s%s", text, i ? ", " : "", counted ? parameter->name : "",
				    counted ? "_sz, " : "", parameter->name);
	}
	return text;
}

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	emit_procedure_declare(context, binding, "");
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct arena *arena = context->compilation->arena;
	struct out *out = context->out;
	const struct model_binding *callee = &context->pd->component->bindings.items[binding->peer];
	for (size_t i = 0; i < binding->procedure->methods.count; i++) {
		const struct model_method *method = &binding->procedure->methods.items[i];
		if (i)
			out_text(out, "\n");
		out_line(out, "%s", emit_prototype(arena, binding, method));
		out_line(out, "{");
		out_line(out, "\t%s%s_%s(%s);", method->returns ? "return " : "", callee->interface,
			 method->name, arguments(arena, method));
		out_line(out, "}");
	}
}

const struct emit_binding emit_binding_direct_call = {
	.write = { [EMIT_DECLARE] = declare, [EMIT_DEFINE] = define },
};

const struct emit_binding emit_binding_direct_serve = {
	.write = { [EMIT_DECLARE] = declare },
};
