/*
 * The devices of a component in generated C.
 */
#ifndef EMIT_HARDWARE_H
#define EMIT_HARDWARE_H

#include "emit/binding.h"

/* The interrupts of a binding, in one array: causeway_g_<interface>_irqs. */
void emit_hardware_interrupts(const struct emit_context *context, const struct model_binding *binding);

/* The row of the channel table that wakes the strand of the interrupt with ID. */
const char *emit_hardware_channel(const struct emit_context *context, const struct model_binding *binding,
				  unsigned id);

/* What libplatsupport's operations find: registers by their physical address, interrupts by their number. */
void emit_hardware(const struct emit_context *context);

#endif
