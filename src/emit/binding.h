/*
 * How each kind of binding looks in generated C: one row per enum model_binding_kind, one file per family. A
 * function that a row leaves out has nothing to write.
 */
#ifndef EMIT_BINDING_H
#define EMIT_BINDING_H

#include "base/out.h"
#include "emit/names.h"

/* What the functions write with. */
struct emit_context {
	struct compilation *compilation;
	const struct model *model;
	const struct model_pd *pd;
	const struct names *names;
	struct out *out;
};

typedef void emit_binding_function(const struct emit_context *context, const struct model_binding *binding);

/* Where a binding shows, in the order of the outputs. */
enum emit_part {
	EMIT_DECLARE, /* in camkes.h */
	EMIT_OBJECTS, /* in glue.c: what the tables of other bindings may point to */
	EMIT_TABLES,  /* in glue.c: what may point to the objects of all */
	EMIT_DEFINE,  /* in glue.c: the functions that the component calls */
	EMIT_PART_COUNT
};

struct emit_binding {
	emit_binding_function *write[EMIT_PART_COUNT];
	/* What follows "{" in the channel table's row of channel ID; NULL: nothing comes there. */
	const char *(*channel)(const struct emit_context *context, const struct model_binding *binding,
			       unsigned id);
	const char *(*include)(
		const struct model_binding *binding); /* a header that the glue needs; NULL: none */
	const char *serve; /* what the interface's strand does with causeway_g_<interface>; NULL: nothing */
	const char *serve_suffix; /* of that object's name; NULL: none */
};

extern const struct emit_binding emit_binding_emit;
extern const struct emit_binding emit_binding_wait;
extern const struct emit_binding emit_binding_dataport;
extern const struct emit_binding emit_binding_call;
extern const struct emit_binding emit_binding_serve;
extern const struct emit_binding emit_binding_direct_call;
extern const struct emit_binding emit_binding_direct_serve;
extern const struct emit_binding emit_binding_notification;
extern const struct emit_binding emit_binding_callback;
extern const struct emit_binding emit_binding_interrupt;
extern const struct emit_binding emit_binding_device;
extern const struct emit_binding emit_binding_virtqueue;
extern const struct emit_binding emit_binding_messages;

/* Of a device: its strand serves interrupts, or has none to serve. */
const struct emit_binding *emit_binding_device_of(const struct model_binding *binding);

/* Of an interface that is not connected. */
const struct emit_binding *emit_binding_unconnected(const char *interface_kind);

const struct emit_binding *emit_binding_of(const struct model_binding *binding);

/* "consumes Ready n2": the declaration as comments name it. */
const char *emit_binding_title(const struct emit_context *context, const struct model_binding *binding);

#endif
