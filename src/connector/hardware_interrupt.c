/*
 * seL4HardwareInterrupt: an interrupt, handled by the consumer.
 *
 * It becomes an `irq` of the consumer's protection domain, whose id is one of its channels' ids. The line is
 * masked from its delivery until <interface>_acknowledge. Which line it is say the hardware component's
 * settings: by default
 * (<interface>_irq_type "simple") its number, and for "arm" its trigger; "ioapic", "isa" and "pci" name a pin
 * of an I/O APIC, "msi" a message of a PCI function.
 */
#include "connector/hardware.h"

#include <string.h>

enum { NUMBER_MAX = INT32_MAX, FIRST_SHARED = 32 };

struct line {
	const struct connector_context *context;
	const struct assembly_end *end;
	struct model_irq irq;
};

static bool number(const struct line *line, const char *suffix, unsigned *value)
{
	uint64_t wide;
	bool ok = hardware_number(line->context, line->end, suffix, NUMBER_MAX, &wide);
	*value = (unsigned)wide;
	return ok;
}

/* A device tree's shared interrupts count from 0; `spi_number` says that this one does. */
static bool read_simple(struct line *line)
{
	uint64_t shared;
	if (!hardware_number(line->context, line->end, "irq_number", NUMBER_MAX, &line->irq.number))
		return false;
	if (connector_setting(line->context, line->end, "spi_number")) {
		if (!hardware_number(line->context, line->end, "spi_number", NUMBER_MAX, &shared))
			return false;
		line->irq.number += shared ? 0 : FIRST_SHARED;
	}
	return true;
}

static bool read_arm(struct line *line)
{
	const struct assembly_attribute *trigger = connector_setting(line->context, line->end, "irq_trigger");
	if (!hardware_number(line->context, line->end, "irq_number", NUMBER_MAX, &line->irq.number))
		return false;
	if (!trigger)
		return true;
	bool is_text = trigger->value.kind == ADL_VALUE_STRING;
	if (is_text && !strcmp(trigger->value.as.string, "edge"))
		line->irq.trigger = MODEL_TRIGGER_EDGE;
	else if (!is_text || strcmp(trigger->value.as.string, "level") != 0) {
		hardware_refuse(line->context, line->end, "irq_trigger", "is neither \"level\" nor \"edge\"");
		return false;
	}
	return true;
}

static bool read_pin(struct line *line)
{
	line->irq.kind = MODEL_IRQ_IOAPIC;
	bool ok = number(line, "irq_ioapic", &line->irq.ioapic);
	ok &= number(line, "irq_ioapic_pin", &line->irq.pin);
	ok &= number(line, "irq_vector", &line->irq.vector);
	return ok;
}

/* ISA interrupts are edges of high pins, PCI's levels of low ones. */
static bool read_isa(struct line *line)
{
	line->irq.trigger = MODEL_TRIGGER_EDGE;
	line->irq.polarity = MODEL_POLARITY_HIGH;
	return read_pin(line);
}

static bool read_pci(struct line *line)
{
	line->irq.trigger = MODEL_TRIGGER_LEVEL;
	line->irq.polarity = MODEL_POLARITY_LOW;
	return read_pin(line);
}

static bool read_ioapic(struct line *line)
{
	unsigned level, polarity;
	bool ok = read_pin(line);
	ok &= number(line, "irq_level", &level);
	ok &= number(line, "irq_polarity", &polarity);
	line->irq.trigger = level ? MODEL_TRIGGER_LEVEL : MODEL_TRIGGER_EDGE;
	line->irq.polarity = polarity ? MODEL_POLARITY_LOW : MODEL_POLARITY_HIGH;
	return ok;
}

static bool read_msi(struct line *line)
{
	line->irq.kind = MODEL_IRQ_MSI;
	bool ok = number(line, "irq_handle", &line->irq.handle);
	ok &= number(line, "irq_pci_bus", &line->irq.pci.bus);
	ok &= number(line, "irq_pci_dev", &line->irq.pci.device);
	ok &= number(line, "irq_pci_fun", &line->irq.pci.function);
	ok &= number(line, "irq_vector", &line->irq.vector);
	return ok;
}

static const struct {
	const char *type;
	bool (*read)(struct line *line);
} types[] = {
	{ "simple", read_simple }, { "arm", read_arm }, { "ioapic", read_ioapic },
	{ "isa", read_isa },	   { "pci", read_pci }, { "msi", read_msi },
};

static bool read_line(struct line *line)
{
	const struct assembly_attribute *type = connector_setting(line->context, line->end, "irq_type");
	if (!type)
		return read_simple(line);
	for (size_t i = 0; type->value.kind == ADL_VALUE_STRING && i < sizeof types / sizeof *types; i++)
		if (!strcmp(types[i].type, type->value.as.string))
			return types[i].read(line);
	hardware_refuse(line->context, line->end, "irq_type",
			"is none of \"simple\", \"arm\", \"ioapic\", \"isa\", \"pci\", \"msi\"");
	return false;
}

struct model_irq *hardware_irq_add(struct connector_context *context,
				   const struct assembly_connection *connection)
{
	struct line line = { .context = context, .end = &connection->from.items[0] };
	if (!read_line(&line))
		return NULL;
	struct model_pd *pd = connector_pd(context, &connection->to.items[0]);
	struct model_irq *irq = model_irq_add(context->compilation, context->model, pd, &line.irq);
	irq->range = connection->range;
	return irq;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	struct arena *arena = context->compilation->arena;
	const struct assembly_end *to = &connection->to.items[0];
	struct model_irq *irq = hardware_irq_add(context, connection);
	if (!irq)
		return;
	struct model_binding *binding = connector_binding(context, to);
	binding->kind = MODEL_BINDING_INTERRUPT;
	binding->irq = irq;
	connector_note(context,
		       (struct model_note){
			       .construct = arena_format(arena, "connection seL4HardwareInterrupt %s",
							 connection->name),
			       .became = arena_format(arena, "interrupt of `%s`, id %u",
						      connector_pd(context, to)->name, irq->id),
			       .why = "an interrupt is a notification; `_acknowledge` lets the next one come",
			       .by_hand = "the number is that of the hardware component's platform; on the "
					  "board `linux` "
					  "a device of the host has to raise it",
			       .section = "hardware component",
			       .range = connection->range,
		       });
}

const struct connector connector_hardware_interrupt = {
	.name = "seL4HardwareInterrupt",
	.meaning = "an interrupt, handled by the consumer",
	.kind = ADL_END_EVENT,
	.from_hardware = true,
	.lower = lower,
};
