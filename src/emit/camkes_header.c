/*
 * camkes.h of an instance: the prototypes that its program is written against, on top of <camkes/instance.h>.
 */
#include "emit/emit.h"

#include "emit/attribute.h"
#include "emit/binding.h"
#include "emit/lock.h"

static void includes(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	out_line(context->out, "#include <camkes/instance.h>");
	for (size_t i = 0; i < component->includes.count; i++) {
		const struct model_include *include = &component->includes.items[i];
		out_line(context->out, include->angle ? "#include <%s>" : "#include \"%s\"", include->path);
	}
}

static void interface(const struct emit_context *context, const struct model_binding *binding)
{
	emit_binding_function *declare = emit_binding_of(binding)->write[EMIT_DECLARE];
	out_text(context->out, "\n");
	out_line(context->out, "/* %s%s%s */", emit_binding_title(context, binding),
		 binding->kind == MODEL_BINDING_UNCONNECTED ? ", not connected" : "",
		 names_comment_place(context->compilation, binding->range));
	out_line(context->out, "void %s__init(void) WEAK;", binding->interface);
	if (declare)
		declare(context, binding);
}

struct out *emit_camkes_header(struct compilation *compilation, const struct model *model,
			       const struct model_pd *pd)
{
	struct names names = names_create(compilation, model, pd);
	struct out *out = out_create(compilation->arena);
	struct emit_context context = { compilation, model, pd, &names, out };
	out_line(out, "/*");
	out_line(out, " * What instance %s of component %s%s offers its program.", pd->component->instance,
		 pd->component->type, names_comment_place(compilation, pd->component->range));
	out_line(out, " */");
	out_line(out, "#ifndef CAMKES_H");
	out_line(out, "#define CAMKES_H");
	out_text(out, "\n");
	includes(&context);
	out_text(out, "\n");
	out_line(out, "#ifdef __cplusplus");
	out_line(out, "extern \"C\" {");
	out_line(out, "#endif");
	emit_attributes_declare(&context);
	for (size_t i = 0; i < pd->component->bindings.count; i++)
		interface(&context, &pd->component->bindings.items[i]);
	emit_locks_declare(&context);
	out_text(out, "\n");
	out_line(out, "#ifdef __cplusplus");
	out_line(out, "}");
	out_line(out, "#endif");
	out_text(out, "\n");
	out_line(out, "#endif");
	return out;
}
