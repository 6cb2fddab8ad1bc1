/*
 * seL4HardwareInterrupt in generated C: an object that the interface's strand serves by calling the
 * component's <interface>_handle.
 */
#include "emit/binding.h"

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "void %s_handle(void) WEAK;", name);
	out_line(out, "int %s_acknowledge(void);", name);
	static const char *const others[] = {
		"void %s_wait(void)", "int %s_poll(void)",
		"int %s_reg_callback(void (*callback)(void *), void *argument)"
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		out_line(out, others[i], name);
		out_line(out,
			 "\t__attribute__((error(\"'%s' is an interrupt: define %s_handle, which is called "
			 "when it "
			 "comes\")));",
			 name, name);
	}
}

static void objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "static struct causeway_interrupt_state causeway_g_%s_state;", name);
	out_line(out, "static const struct causeway_interrupt causeway_g_%s = {", name);
	out_line(out, "\t%s, %s_handle, &causeway_g_%s_state,", names_irq(context->names, binding)->macro,
		 name, name);
	out_line(out, "\t\"interrupt '%s' came, but the component has no %s_handle\",", name, name);
	out_line(out, "};");
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "int %s_acknowledge(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_interrupt_acknowledge(&causeway_g_%s);", name);
	out_line(out, "}");
}

static const char *channel(const struct emit_context *context, const struct model_binding *binding,
			   unsigned id)
{
	(void)id;
	return arena_format(context->compilation->arena, "causeway_interrupt_notified, &causeway_g_%s, NULL",
			    binding->interface);
}

const struct emit_binding emit_binding_interrupt = {
	.write = { [EMIT_DECLARE] = declare, [EMIT_OBJECTS] = objects, [EMIT_DEFINE] = define },
	.channel = channel,
	.serve = "causeway_interrupt_serve",
};
