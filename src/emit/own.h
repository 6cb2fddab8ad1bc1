/*
 * C of a project's own connectors: the file that is compiled for an end, and how the glue makes room for it.
 */
#ifndef EMIT_OWN_H
#define EMIT_OWN_H

#include "emit/emit.h"
#include "emit/binding.h"

/* <interface>_connector.c of a binding that has such C. */
struct out *emit_own_c(struct compilation *compilation, const struct model *model, const struct model_pd *pd,
		       const struct model_binding *binding);
const char *emit_own_file(struct arena *arena, const struct model_binding *binding);

/* In the glue, before camkes.h: what the component calls is defined under another name. */
void emit_own_rename(const struct emit_context *context);

/* After camkes.h: what the component serves is called by way of the connector's own function, if it has one.
 */
void emit_own_divert(const struct emit_context *context);

/* After the definitions: the component's names for what the connector's own C did not define. */
void emit_own_default(const struct emit_context *context);

#endif
