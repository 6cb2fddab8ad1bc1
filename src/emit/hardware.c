#include "emit/hardware.h"

#include <inttypes.h>

static size_t irq_count(const struct model_binding *binding)
{
	return binding->irq ? 1 : binding->irqs.count;
}

static const struct model_irq *irq_at(const struct model_binding *binding, size_t index)
{
	return binding->irq ? binding->irq : binding->irqs.items[index];
}

/* libplatsupport's type of an interrupt, and its number there. */
static const char *identity(struct arena *arena, const struct model_irq *irq)
{
	switch (irq->kind) {
	case MODEL_IRQ_IOAPIC:
		return arena_format(arena, "PS_IOAPIC, %u", irq->pin);
	case MODEL_IRQ_MSI:
		return arena_format(arena, "PS_MSI, %u", irq->handle);
	case MODEL_IRQ_LINE:
		break;
	}
	return arena_format(arena, "PS_INTERRUPT, %" PRIu64, irq->number);
}

static uint64_t badge_of(const struct model_binding *binding, size_t index)
{
	if (binding->kind == MODEL_BINDING_NOTIFICATION)
		return binding->badge;
	return index < binding->irq_badges.count ? binding->irq_badges.items[index] : 0;
}

/* The component's handlers: of an interrupt, of a device. */
static const char *handlers(struct arena *arena, const struct model_binding *binding, size_t index)
{
	const char *name = binding->interface;
	if (badge_of(binding, index))
		return "NULL, NULL";
	return binding->kind == MODEL_BINDING_DEVICE ? arena_format(arena, "NULL, %s_irq_handle", name)
						     : arena_format(arena, "%s_handle, NULL", name);
}

void emit_hardware_interrupts(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	const char *name = binding->interface;
	size_t count = irq_count(binding);
	const char *wanted = binding->kind == MODEL_BINDING_DEVICE ? "_irq_handle" : "_handle";
	if (!count)
		return;
	out_line(out, "static struct causeway_interrupt_state causeway_g_%s_states[%zu];", name, count);
	out_line(out, "static const struct causeway_interrupt causeway_g_%s_irqs[] = {", name);
	out_indent(out);
	for (size_t i = 0; i < count; i++) {
		out_line(out, "{ %s, %s, %zu, %zu, %s, 0x%" PRIx64 ", &causeway_g_%s_states[%zu],",
			 names_irq(context->names, irq_at(binding, i))->macro,
			 identity(arena, irq_at(binding, i)), i, count, handlers(arena, binding, i),
			 badge_of(binding, i), name, i);
		out_line(out, "\t\"interrupt '%s' came, but the component has no %s%s\" },", name, name,
			 wanted);
	}
	out_dedent(out);
	out_line(out, "};");
}

const char *emit_hardware_channel(const struct emit_context *context, const struct model_binding *binding,
				  unsigned id)
{
	size_t index = 0;
	while (irq_at(binding, index)->id != id)
		index++;
	return arena_format(context->compilation->arena,
			    "causeway_interrupt_notified, &causeway_g_%s_irqs[%zu], NULL", binding->interface,
			    index);
}

/* --------------------------------------------------- libplatsupport's tables */

static void registers_row(const struct emit_context *context, const struct model_map *map)
{
	out_line(context->out, "{ 0x%" PRIx64 ", 0x%" PRIx64 ", &%s },", map->region->phys_addr,
		 map->region->size, map->setvar_vaddr);
}

static size_t register_count(const struct model_component *component)
{
	size_t count = 0;
	for (size_t i = 0; i < component->bindings.count; i++)
		count +=
			component->bindings.items[i].registers.count + component->bindings.items[i].is_device;
	return count;
}

static void registers(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	out_line(context->out, "static const struct causeway_registers causeway_g_registers[] = {");
	out_indent(context->out);
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *binding = &component->bindings.items[i];
		if (binding->is_device)
			registers_row(context, binding->map);
		for (size_t j = 0; j < binding->registers.count; j++)
			registers_row(context, binding->registers.items[j]);
	}
	out_dedent(context->out);
	out_line(context->out, "};");
}

static size_t device_count(const struct model_component *component)
{
	size_t count = 0;
	for (size_t i = 0; i < component->bindings.count; i++)
		count += irq_count(&component->bindings.items[i]) != 0;
	return count;
}

static void interrupts(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	out_line(context->out, "static const struct causeway_interrupt *const causeway_g_interrupts[] = {");
	out_indent(context->out);
	for (size_t i = 0; i < component->bindings.count; i++)
		if (irq_count(&component->bindings.items[i]))
			out_line(context->out, "causeway_g_%s_irqs,", component->bindings.items[i].interface);
	out_dedent(context->out);
	out_line(context->out, "};");
}

void emit_hardware(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	size_t register_rows = register_count(component), interrupt_rows = device_count(component);
	if (!register_rows && !interrupt_rows)
		return;
	out_text(context->out, "\n");
	out_line(context->out, "/* What <camkes/io.h> and <camkes/irq.h> find. */");
	if (register_rows)
		registers(context);
	if (interrupt_rows)
		interrupts(context);
	out_line(context->out, "const struct causeway_hardware causeway_g_hardware = { %s, %zu, %s, %zu };",
		 register_rows ? "causeway_g_registers" : "NULL", register_rows,
		 interrupt_rows ? "causeway_g_interrupts" : "NULL", interrupt_rows);
}
