/*
 * Declarations of dataports, also used where the interface is not connected.
 */
#ifndef EMIT_BINDING_DATAPORT_H
#define EMIT_BINDING_DATAPORT_H

#include "emit/binding.h"

void emit_dataport_declare(const struct emit_context *context, const struct model_binding *binding);
void emit_dataport_objects(const struct emit_context *context, const struct model_binding *binding);
void emit_dataport_define(const struct emit_context *context, const struct model_binding *binding);

#endif
