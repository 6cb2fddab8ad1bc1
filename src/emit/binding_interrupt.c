/*
 * seL4HardwareInterrupt in generated C: an object that the interface's strand serves by calling the
 * component's <interface>_handle.
 */
#include "emit/hardware.h"

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

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "int %s_acknowledge(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_interrupt_acknowledge(&causeway_g_%s_irqs[0]);", name);
	out_line(out, "}");
}

const struct emit_binding emit_binding_interrupt = {
	.write = { [EMIT_DECLARE] = declare,
		   [EMIT_OBJECTS] = emit_hardware_interrupts,
		   [EMIT_DEFINE] = define },
	.channel = emit_hardware_channel,
	.serve = "causeway_interrupt_serve",
	.serve_suffix = "_irqs[0]",
};
