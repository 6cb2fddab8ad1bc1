/*
 * Connectors: what each CAmkES connector becomes in the model. One row in connectors.def and one file each; a
 * connector's `lower` adds regions, maps and channels, and fills the bindings of the interfaces it joins.
 */
#ifndef CONNECTOR_CONNECTOR_H
#define CONNECTOR_CONNECTOR_H

#include "assembly/assembly.h"
#include "model/model.h"

/* Whether a protection domain's procedures are protected procedures; if not, calls to it are queued. */
struct connector_server {
	bool is_called;
	const char *reason; /* why not: "`server` has a control thread" */
};

/* What a connector's `lower` works on. Everything is owned by the compilation's arena. */
struct connector_context {
	struct compilation *compilation;
	const struct assembly *assembly;
	struct model *model;
	struct model_pd **pds;		  /* by instance index; NULL for hardware components */
	struct connector_server *servers; /* by protection domain's index */
	const char **prefixes;		  /* by instance index: what its names have before them; "": none */
	uint64_t *
		global_badges; /* by protection domain's index: the bits of its notification that are taken */
	uint64_t *next_vaddr;  /* by protection domain's index: where its next region goes */
	struct map region_names_wanted; /* interned name -> unsigned *: how many connections would like it */
};

/* What a connector of procedures offers beside the calls. */
struct connector_rpc {
	bool signals;	     /* the server can signal each caller's global notification */
	bool buffers;	     /* each caller shares a buffer with the server */
	bool macs;	     /* callers have MAC addresses */
	bool indices;	     /* who calls is told by its place among the callers, not by its badge */
	bool sized_messages; /* a caller's buffer size is that of its messages, too */
};

struct connector {
	const char *name;		 /* in the ADL */
	const char *meaning;		 /* for documentation: one line */
	enum adl_end_kind kind;		 /* of both sides */
	bool from_hardware;		 /* the from side is a hardware component's */
	bool to_hardware;		 /* the to side is */
	bool waits;			 /* a component can wait for what comes over it */
	const struct connector_rpc *rpc; /* the to side serves calls of the from side; NULL: it does not */
	void (*lower)(struct connector_context *context, const struct assembly_connection *connection);
};

#define CONNECTOR(adl_name, file) extern const struct connector connector_##file;
#include "connector/connectors.def"
#undef CONNECTOR

/* NULL when there is no such connector. NAME is the ADL's. */
const struct connector *connector_find(const char *name);

/* Why a connector that is known cannot be translated; NULL for others. */
const char *connector_refusal(const char *name);

/* The connector whose name is nearest, for a hint; NULL when none is near. */
const char *connector_suggest(const char *name);

/* ---- for connectors' own use */

/* The model's protection domain and binding of a connection's end. */
struct model_pd *connector_pd(const struct connector_context *context, const struct assembly_end *end);
struct model_binding *connector_binding(const struct connector_context *context,
					const struct assembly_end *end);

/* Maps REGION at a connection's end, whose binding becomes a dataport. */
struct model_map *connector_map(struct connector_context *context, const struct assembly_end *end,
				struct model_region *region, unsigned perms);

/* Makes a map of PD's known to its DMA allocator, with its physical address. */
void connector_add_dma(struct connector_context *context, struct model_pd *pd, struct model_dma dma);

/*
 * Memory called NAME that two ends alone have, mapped at the one as MAPS[0] and at the other as MAPS[1], with
 * PERMS each.
 */
void connector_share(struct connector_context *context, const struct assembly_end *const ends[2],
		     const char *name, uint64_t size, const unsigned perms[2],
		     const struct model_map *maps[2]);

/* The attribute <interface>_SUFFIX of END's instance; NULL: it has no value. */
const struct assembly_attribute *connector_setting(const struct connector_context *context,
						   const struct assembly_end *end, const char *suffix);

/* "ping.n1", as messages and the report call an end. */
const char *connector_end_name(const struct connector_context *context, const struct assembly_end *end);

/* All ends of a connection in a row, from before to. */
size_t connector_end_count(const struct assembly_connection *connection);
const struct assembly_end *connector_end(const struct assembly_connection *connection, size_t index);

/* The interface name that all ends of a connection share, or NULL when they differ. */
const char *connector_common_interface(const struct assembly_connection *connection);

void connector_note(const struct connector_context *context, struct model_note note);

#endif
