/*
 * What some connectors of procedures have beside the calls, in generated C: signals to the callers, buffers
 * that each caller shares with the server, MAC addresses.
 */
#ifndef EMIT_RPC_PEER_H
#define EMIT_RPC_PEER_H

#include "emit/binding.h"

/* The caller's side. Each writes nothing where its connector has nothing of the kind. */
void emit_peer_declare_call(const struct emit_context *context, const struct model_binding *binding);
void emit_peer_objects_call(const struct emit_context *context, const struct model_binding *binding);
void emit_peer_define_call(const struct emit_context *context, const struct model_binding *binding);

/* The server's side. */
void emit_peer_declare_serve(const struct emit_context *context, const struct model_binding *binding);
void emit_peer_tables_serve(const struct emit_context *context, const struct model_binding *binding);
void emit_peer_define_serve(const struct emit_context *context, const struct model_binding *binding);

#endif
