/*
 * Declarations of event interfaces, also used where the interface is not connected.
 */
#ifndef EMIT_BINDING_EVENT_H
#define EMIT_BINDING_EVENT_H

#include "emit/binding.h"

void emit_event_declare_emits(const struct emit_context *context, const struct model_binding *binding);
void emit_event_declare_consumes(const struct emit_context *context, const struct model_binding *binding);

/* The table of what an emitter notifies, causeway_g_<interface><SUFFIX>. */
void emit_event_table(const struct emit_context *context, const struct model_binding *binding,
		      const char *suffix);

#endif
