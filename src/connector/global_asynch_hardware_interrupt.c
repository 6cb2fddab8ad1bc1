/*
 * seL4GlobalAsynchHardwareInterrupt: an interrupt that adds a bit to the consumer's one notification.
 *
 * It is seL4HardwareInterrupt without a thread: the consumer waits for its notification, and calls
 * camkes_handle_global_endpoint_irq with the badge that came, which calls the function that it has registered
 * for the interrupt (<camkes/irq.h>). The line is masked until that function acknowledges it.
 */
#include "connector/global_notification.h"
#include "connector/hardware.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	struct arena *arena = context->compilation->arena;
	const struct assembly_end *to = &connection->to.items[0];
	struct model_irq *irq = hardware_irq_add(context, connection);
	if (!irq)
		return;
	struct model_binding *binding = connector_binding(context, to);
	binding->kind = MODEL_BINDING_NOTIFICATION;
	binding->form = MODEL_NOTIFICATION_GLOBAL;
	binding->badge = global_notification_badge(context, to);
	binding->irq = irq;
	VEC_PUSH(arena, &binding->sources,
		 (struct model_source){ .channel = irq->id, .badge = binding->badge });
	connector_note(
		context,
		(struct model_note){
			.construct = arena_format(arena, "connection %s %s", connection->type->name.text,
						  connection->name),
			.became = arena_format(arena, "interrupt of `%s`, id %u",
					       connector_pd(context, to)->name, irq->id),
			.why = "it adds a bit to the component's notification, which the component takes",
			.by_hand = "the number is that of the hardware component's platform; on the board "
				   "`linux` a device of the host has to raise it",
			.section = "hardware component",
			.range = connection->range,
		});
}

const struct connector connector_global_asynch_hardware_interrupt = {
	.name = "seL4GlobalAsynchHardwareInterrupt",
	.meaning = "an interrupt that adds a bit to the consumer's notification",
	.kind = ADL_END_EVENT,
	.from_hardware = true,
	.lower = lower,
};
