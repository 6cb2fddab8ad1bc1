/*
 * Devices out of device trees in generated C: a variable for each block of registers, and the interrupts,
 * which the interface's strand takes or the component's notification.
 */
#include "emit/hardware.h"

#include <inttypes.h>

static bool has_strand(const struct model_binding *binding)
{
	return binding->irqs.count && !binding->irq_badges.count;
}

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	for (size_t i = 0; i < binding->registers.count; i++) {
		out_line(out, "extern void *%s_%zu;", name, i);
		out_line(out, "int %s_%zu_flush_cache(size_t start, size_t size, dma_cache_op_t operation)%s",
			 name, i,
			 binding->registers.items[i]->cached ? "\n\t__attribute__((error(\"a protection "
							       "domain cannot maintain caches; leave "
							       "hardware_cached out\")));"
							     : ";");
	}
	out_line(out, "void %s_irq_handle(ps_irq_t *irq) WEAK;", name);
	if (has_strand(binding))
		out_line(out, "int %s_irq_acknowledge(ps_irq_t *irq);", name);
	else if (binding->irqs.count)
		out_line(out, "seL4_CPtr %s_notification(void);", name);
}

static void objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	for (size_t i = 0; i < binding->registers.count; i++)
		out_line(out, "void *%s_%zu;", binding->interface, i);
	emit_hardware_interrupts(context, binding);
	if (!binding->irq_badges.count)
		return;
	out_line(out, "static const struct causeway_signal causeway_g_%s_signals[] = {", binding->interface);
	out_indent(out);
	for (size_t i = 0; i < binding->irq_badges.count; i++)
		out_line(out, "{ &causeway_g_notification, 0x%" PRIx64 " },", binding->irq_badges.items[i]);
	out_dedent(out);
	out_line(out, "};");
}

/* Registers that are not cached need no more than that what was written before is written. */
static void define_flush(const struct emit_context *context, const struct model_binding *binding,
			 size_t index)
{
	struct out *out = context->out;
	out_line(out, "int %s_%zu_flush_cache(size_t start, size_t size, dma_cache_op_t operation)",
		 binding->interface, index);
	out_line(out, "{");
	out_line(out, "\t(void)start, (void)size, (void)operation;");
	out_line(out, "\tTHREAD_MEMORY_FENCE();");
	out_line(out, "\treturn 0;");
	out_line(out, "}");
	out_text(out, "\n");
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	for (size_t i = 0; i < binding->registers.count; i++)
		if (!binding->registers.items[i]->cached)
			define_flush(context, binding, i);
	if (!binding->irqs.count)
		return;
	if (!has_strand(binding)) {
		out_line(out, "seL4_CPtr %s_notification(void)", name);
		out_line(out, "{");
		out_line(out, "\treturn causeway_notification_cap(&causeway_g_notification);");
		out_line(out, "}");
		return;
	}
	out_line(out, "int %s_irq_acknowledge(ps_irq_t *irq)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_device_acknowledge(causeway_g_%s_irqs, irq);", name);
	out_line(out, "}");
}

static const char *channel(const struct emit_context *context, const struct model_binding *binding,
			   unsigned id)
{
	size_t index = 0;
	if (!binding->irq_badges.count)
		return emit_hardware_channel(context, binding, id);
	while (binding->irqs.items[index]->id != id)
		index++;
	return arena_format(context->compilation->arena,
			    "causeway_signalled, &causeway_g_%s_signals[%zu], NULL", binding->interface,
			    index);
}

const struct emit_binding emit_binding_device = {
	.write = { [EMIT_DECLARE] = declare, [EMIT_OBJECTS] = objects, [EMIT_DEFINE] = define },
	.channel = channel,
};

static const struct emit_binding served = {
	.write = { [EMIT_DECLARE] = declare, [EMIT_OBJECTS] = objects, [EMIT_DEFINE] = define },
	.channel = channel,
	.serve = "causeway_interrupt_serve",
	.serve_suffix = "_irqs[0]",
};

const struct emit_binding *emit_binding_device_of(const struct model_binding *binding)
{
	return has_strand(binding) ? &served : &emit_binding_device;
}
