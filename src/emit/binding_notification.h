/*
 * Notifications with badges in generated C: what other bindings need to know of them.
 */
#ifndef EMIT_BINDING_NOTIFICATION_H
#define EMIT_BINDING_NOTIFICATION_H

#include "emit/binding.h"

/* What follows "{" in a row of the channel table, or of an emitter's, for a source. */
const char *emit_notification_row(const struct emit_context *context, const struct model_binding *binding,
				  unsigned source);

#endif
