/*
 * Procedures as the C of components sees them, and what a connection of them became: one link per caller,
 * which its two ends describe alike. It lives in the compilation's arena.
 */
#ifndef MODEL_PROCEDURE_H
#define MODEL_PROCEDURE_H

#include "base/source.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum model_direction { MODEL_IN, MODEL_OUT, MODEL_INOUT, MODEL_REFIN, MODEL_DIRECTION_COUNT };

enum model_shape {
	MODEL_SHAPE_SCALAR,
	MODEL_SHAPE_STRING,
	MODEL_SHAPE_ARRAY,
	MODEL_SHAPE_STRINGS, /* an array of strings */
	MODEL_SHAPE_COUNT
};

struct model_parameter {
	const char *name;
	enum model_direction direction;
	enum model_shape shape;
	const char *c_type; /* of one item: "int", "struct point"; "char *" of strings */
};

struct model_method {
	const char *name;
	bool returns;		       /* a value */
	struct model_parameter result; /* only its shape and type matter */
	VEC(struct model_parameter) parameters;
	struct src_range range;
};

struct model_procedure {
	const char *name;
	VEC(struct model_method) methods;
};

/* The method called NAME; NULL: there is none. */
const struct model_method *model_procedure_find(const struct model_procedure *procedure, const char *name);

/* Bytes that the four message registers of the kernel's fast path hold. */
enum { MODEL_SHORT_MESSAGE_MAX = 32 };

/* Whether the method has nothing but values, of types whose size is known, that fit there both ways. */
bool model_method_is_short(const struct model_method *method);

enum model_transport {
	MODEL_TRANSPORT_PPC,   /* a protected procedure call */
	MODEL_TRANSPORT_QUEUE, /* shared memory and a notification each way */
	MODEL_TRANSPORT_LOCAL, /* both ends are in one component */
};

struct model_map;
struct model_component;

/* One caller of a server, as one of the two ends has it. */
struct model_link {
	enum model_transport transport;
	unsigned channel;		/* id at this end; not of a local link */
	const struct model_map *map;	/* the messages' memory; NULL: local, or they fit into registers */
	uint64_t capacity;		/* bytes that a message may have */
	const char *capacity_type;	/* C type whose size it is instead, or NULL */
	uint64_t badge;			/* who calls, as the server sees it */
	bool signals;			/* the server can signal the caller */
	unsigned signal_channel;	/* id at this end; not of a local link */
	uint64_t signal_badge;		/* what a signal adds to the caller's notification */
	const struct model_map *buffer; /* what both share for data of their own, or NULL */
	uint64_t buffer_size;		/* 0: they share nothing */
	bool has_mac;
	unsigned char mac[6];
	/* The other end: its component, the binding there, and the link among that binding's. */
	const struct model_component *peer;
	unsigned peer_binding;
	unsigned peer_link;
};

#endif
