/*
 * Interrupts. Under CAmkES a thread of the consumer waits for the interrupt's notification and calls the
 * component's handler, or what it has registered for it, which acknowledges it when the device is satisfied.
 * Here the interface's strand does the same; until the acknowledgement the line is masked. Interrupts that
 * arrive at the component's one notification have no strand: the component takes the badge and asks for their
 * handlers to be called.
 */
#include "camkes/irq.h"

#include "crash.h"
#include "strand.h"

#include "microkit.h"

extern const struct causeway_hardware causeway_g_hardware __attribute__((weak));

void causeway_interrupt_notified(const void *object)
{
	const struct causeway_interrupt *interrupt = object;
	const struct causeway_interrupt *first = interrupt - interrupt->index;
	interrupt->state->raised = true;
	causeway_strand_wake(&first->state->receiver);
}

static ps_irq_t name_of(const struct causeway_interrupt *interrupt)
{
	ps_irq_t irq = { .type = (irq_type_t)interrupt->type, .irq = { interrupt->number } };
	if (irq.type == PS_IOAPIC) {
		irq.ioapic.ioapic = 0;
		irq.ioapic.pin = interrupt->number;
	} else if (irq.type == PS_MSI) {
		irq.msi.handle = interrupt->number;
	}
	return irq;
}

static bool is_named(const struct causeway_interrupt *interrupt, const ps_irq_t *irq)
{
	switch (irq->type) {
	case PS_INTERRUPT:
	case PS_TRIGGER:
	case PS_PER_CPU:
		return interrupt->type == PS_INTERRUPT && interrupt->number == irq->irq.number;
	case PS_IOAPIC:
		return interrupt->type == PS_IOAPIC && interrupt->number == irq->ioapic.pin;
	case PS_MSI:
		return interrupt->type == PS_MSI && interrupt->number == irq->msi.handle;
	case PS_NONE:
	case PS_OTHER:
		break;
	}
	return false;
}

static int acknowledge(void *interrupt)
{
	return causeway_interrupt_acknowledge(interrupt);
}

static void take(const struct causeway_interrupt *interrupt)
{
	struct causeway_interrupt_state *state = interrupt->state;
	bool has_own = interrupt->handle || interrupt->device_handle;
	state->raised = false;
	if (has_own == (state->callback != NULL))
		causeway_component_crash(has_own ? "an interrupt has a handler and a registered function; it "
						   "can have one of them"
						 : interrupt->missing,
					 NULL);
	if (interrupt->handle)
		interrupt->handle();
	else if (interrupt->device_handle)
		interrupt->device_handle(
			&(ps_irq_t){ .type = name_of(interrupt).type, .irq = { interrupt->number } });
	else
		state->callback(state->callback_data, acknowledge, (void *)(uintptr_t)interrupt);
}

void causeway_interrupt_serve(const struct causeway_interrupt *first)
{
	for (;;) {
		bool some = false;
		for (unsigned i = 0; i < first->count; i++)
			if (first[i].state->raised) {
				take(&first[i]);
				some = true;
			}
		if (!some)
			causeway_strand_block(&first->state->receiver, CAUSEWAY_WAIT_NONE, NULL);
	}
}

int causeway_interrupt_acknowledge(const struct causeway_interrupt *interrupt)
{
	microkit_irq_ack(interrupt->id);
	return 0;
}

int causeway_device_acknowledge(const struct causeway_interrupt *first, const ps_irq_t *irq)
{
	for (unsigned i = 0; irq && i < first->count; i++)
		if (is_named(&first[i], irq))
			return causeway_interrupt_acknowledge(&first[i]);
	return -1;
}

/* ------------------------------------------------ registered functions */

/* The interrupt at INDEX of all that the component has; NULL: there are no more. */
static const struct causeway_interrupt *interrupt_at(size_t index)
{
	const struct causeway_hardware *hardware = &causeway_g_hardware;
	for (size_t i = 0; hardware && i < hardware->interrupt_count; i++) {
		if (index < hardware->interrupts[i]->count)
			return hardware->interrupts[i] + index;
		index -= hardware->interrupts[i]->count;
	}
	return NULL;
}

static irq_id_t register_function(void *cookie, ps_irq_t irq, irq_callback_fn_t callback, void *data)
{
	(void)cookie;
	if (!callback)
		return -EINVAL;
	for (size_t i = 0; interrupt_at(i); i++) {
		const struct causeway_interrupt *interrupt = interrupt_at(i);
		if (!is_named(interrupt, &irq))
			continue;
		if (interrupt->state->callback)
			return -EADDRINUSE;
		interrupt->state->callback_data = data;
		interrupt->state->callback = callback;
		causeway_interrupt_acknowledge(interrupt);
		return (irq_id_t)i;
	}
	return -ENOENT;
}

static int unregister_function(void *cookie, irq_id_t id)
{
	(void)cookie;
	const struct causeway_interrupt *interrupt = id < 0 ? NULL : interrupt_at((size_t)id);
	if (!interrupt || !interrupt->state->callback)
		return -EINVAL;
	interrupt->state->callback = NULL;
	return 0;
}

int camkes_irq_ops(ps_irq_ops_t *ops)
{
	static char cookie;
	if (!ops)
		return EINVAL;
	*ops = (ps_irq_ops_t){ &cookie, register_function, unregister_function };
	return 0;
}

int camkes_handle_global_endpoint_irq(seL4_Word badge)
{
	int called = 0;
	for (size_t i = 0; interrupt_at(i); i++) {
		const struct causeway_interrupt *interrupt = interrupt_at(i);
		if (!interrupt->badge || (interrupt->badge & badge) != interrupt->badge ||
		    !interrupt->state->callback)
			continue;
		interrupt->state->callback(interrupt->state->callback_data, acknowledge,
					   (void *)(uintptr_t)interrupt);
		called++;
	}
	return called;
}
