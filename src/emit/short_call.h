/*
 * Methods with nothing but values that fit into the message registers, in generated C: as a packed struct
 * each way, over the registers' words.
 */
#ifndef EMIT_SHORT_CALL_H
#define EMIT_SHORT_CALL_H

#include "emit/procedure.h"

/* Whether the caller's function is written that way, and the server's has a variant that is. */
bool emit_calls_short(const struct model_binding *binding, const struct model_method *method);
bool emit_serves_short(const struct model_binding *binding, const struct model_method *method);

/* The statements of the caller's function for method INDEX of the server. */
void emit_short_call(const struct emit_context *context, const struct model_binding *binding,
		     const struct model_method *method, size_t index);

/* The server's function, and the fields of its row that follow from it. */
void emit_short_serve(const struct emit_context *context, const struct model_binding *binding,
		      const struct model_method *method);
const char *emit_short_fields(struct arena *arena, const struct model_binding *binding,
			      const struct model_method *method);

#endif
