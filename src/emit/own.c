#include "emit/own.h"

#include <string.h>

typedef void function_writer(const struct emit_context *context, const char *interface, const char *name);

/* For each function that the component calls and the glue defines. */
static void for_called(const struct emit_context *context, const struct model_binding *binding,
		       function_writer *write)
{
	static const char *const takes[] = { "wait", "poll", "reg_callback" };
	bool native =
		binding->kind == MODEL_BINDING_NOTIFICATION && binding->form == MODEL_NOTIFICATION_NATIVE;
	size_t count = binding->kind == MODEL_BINDING_WAIT ? 3 : native ? 2 : 0;
	if (binding->kind == MODEL_BINDING_CALL)
		for (size_t i = 0; i < binding->procedure->methods.count; i++)
			write(context, binding->interface, binding->procedure->methods.items[i].name);
	if (binding->kind == MODEL_BINDING_EMIT)
		write(context, binding->interface, "emit");
	for (size_t i = 0; i < count; i++)
		write(context, binding->interface, takes[i]);
}

/* For each function that the component defines and the glue calls. */
static void for_served(const struct emit_context *context, const struct model_binding *binding,
		       function_writer *write)
{
	if (binding->kind == MODEL_BINDING_SERVE)
		for (size_t i = 0; i < binding->procedure->methods.count; i++)
			write(context, binding->interface, binding->procedure->methods.items[i].name);
}

typedef void binding_walker(const struct emit_context *context, const struct model_binding *binding,
			    function_writer *write);

static void for_own(const struct emit_context *context, binding_walker *walk, function_writer *write,
		    const char *comment)
{
	const struct model_component *component = context->pd->component;
	bool began = false;
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *binding = &component->bindings.items[i];
		if (!binding->own)
			continue;
		if (!began) {
			out_text(context->out, "\n");
			out_line(context->out, "/* %s */", comment);
		}
		began = true;
		walk(context, binding, write);
	}
}

static void rename_function(const struct emit_context *context, const char *interface, const char *name)
{
	out_line(context->out, "#define %s_%s %s_builtin_%s", interface, name, interface, name);
}

static void divert_function(const struct emit_context *context, const char *interface, const char *name)
{
	out_line(context->out, "extern __typeof__(%s_%s) %s_served_%s WEAK;", interface, name, interface,
		 name);
	out_line(context->out, "#define %s_%s(...) (%s_served_%s ? %s_served_%s : %s_%s)(__VA_ARGS__)",
		 interface, name, interface, name, interface, name, interface, name);
}

static void default_function(const struct emit_context *context, const char *interface, const char *name)
{
	out_line(context->out, "extern __typeof__(%s_builtin_%s) causeway_g_%s_%s __asm__(\"%s_%s\")",
		 interface, name, interface, name, interface, name);
	out_line(context->out, "\t__attribute__((weak, alias(\"%s_builtin_%s\")));", interface, name);
}

void emit_own_rename(const struct emit_context *context)
{
	for_own(context, for_called, rename_function,
		"Functions that the connector's own C may define in place of these.");
}

void emit_own_divert(const struct emit_context *context)
{
	for_own(context, for_served, divert_function,
		"Functions of the connector's own that stand before the component's.");
}

void emit_own_default(const struct emit_context *context)
{
	for_own(context, for_called, default_function, "What the connector's own C does not define.");
}

/* --------------------------------------------------- the file of an end */

static void declare_builtin(const struct emit_context *context, const char *interface, const char *name)
{
	out_line(context->out, "__typeof__(%s_%s) %s_builtin_%s;", interface, name, interface, name);
}

static void declare_served(const struct emit_context *context, const char *interface, const char *name)
{
	out_line(context->out, "__typeof__(%s_%s) %s_served_%s;", interface, name, interface, name);
}

const char *emit_own_file(struct arena *arena, const struct model_binding *binding)
{
	return arena_format(arena, "%s_connector.c", binding->interface);
}

struct out *emit_own_c(struct compilation *compilation, const struct model *model, const struct model_pd *pd,
		       const struct model_binding *binding)
{
	struct names names = names_create(compilation, model, pd);
	struct out *out = out_create(compilation->arena);
	struct emit_context context = { compilation, model, pd, &names, out };
	const struct model_own_c *own = binding->own;
	out_line(out, "/*");
	out_line(out, " * The project's own C of connector %s, for %s of instance %s%s.", own->connector,
		 emit_binding_title(&context, binding), pd->component->instance,
		 names_comment_place(compilation, binding->range));
	out_line(out, " */");
	out_line(out, "#include \"camkes.h\"");
	out_line(out, "#include \"%s_pd.h\"", names_file(compilation->arena, pd->name));
	out_line(out, "#include <camkes/connector.h>");
	out_text(out, "\n");
	out_line(out, "#define CONNECTOR_INTERFACE %s", binding->interface);
	out_line(out, "#define CONNECTOR_CONNECTION \"%s\"",
		 out_cstr(compilation->arena, binding->connection));
	out_line(out, "#define CONNECTOR_INDEX %zu", own->index);
	out_line(out, "#define CONNECTOR_PEERS %zu", own->peer_count);
	out_text(out, "\n");
	for_called(&context, binding, declare_builtin);
	for_served(&context, binding, declare_served);
	out_text(out, "\n");
	out_line(out, "#line 1 \"%s\"", out_cstr(compilation->arena, own->file));
	out_text(out, "%s", own->text);
	return out;
}
