/*
 * seL4HardwareInterrupt. Under CAmkES a thread of the consumer waits for the interrupt's notification and
 * calls the component's <interface>_handle, which acknowledges it when the device is satisfied. Here the
 * interface's strand does the same; until the acknowledgement the line is masked.
 */
#include "strand.h"

#include "microkit.h"

void causeway_interrupt_notified(const void *object)
{
	const struct causeway_interrupt *interrupt = object;
	interrupt->state->raised = true;
	causeway_strand_wake(&interrupt->state->receiver);
}

void causeway_interrupt_serve(const struct causeway_interrupt *interrupt)
{
	struct causeway_interrupt_state *state = interrupt->state;
	for (;;) {
		while (!state->raised)
			causeway_strand_block(&state->receiver, CAUSEWAY_WAIT_NONE, NULL);
		state->raised = false;
		if (!interrupt->handle)
			causeway_crash(interrupt->missing);
		interrupt->handle();
	}
}

int causeway_interrupt_acknowledge(const struct causeway_interrupt *interrupt)
{
	microkit_irq_ack(interrupt->id);
	return 0;
}
