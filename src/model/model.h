/*
 * The system model, the waist of the tool: all that reads ends here, all that writes starts here. Protection
 * domains, memory regions, maps, channels; and, where a system came from CAmkES, the components in its
 * protection domains with one binding per interface. Entities have dense indices; order is the order of every
 * output.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/compilation.h"
#include "base/map.h"
#include "base/vec.h"
#include "model/attribute.h"
#include "model/platform.h"
#include "model/procedure.h"

#include <stdbool.h>
#include <stdint.h>

/* ----------------------------------------------------------- memory */

enum model_perms { MODEL_PERM_READ = 1, MODEL_PERM_WRITE = 2, MODEL_PERM_EXECUTE = 4 };

struct model_region {
	unsigned index;
	const char *name;
	uint64_t size;	    /* bytes */
	uint64_t page_size; /* bytes; 0: the default of the dialect or platform */
	bool has_phys_addr;
	uint64_t phys_addr;
	const char *prefill_path;     /* file whose bytes the region starts with, or NULL */
	const char *prefill_bootinfo; /* kind of boot information it starts with, or NULL */
	struct src_range range;
};

struct model_map {
	struct model_region *region;
	uint64_t vaddr;
	unsigned perms; /* enum model_perms */
	bool cached;
	const char *setvar_vaddr; /* symbol that gets the address, or NULL */
	const char *setvar_size;  /* symbol that gets the region's size, or NULL */
	const char
		*setvar_prefill_size; /* symbol that gets the size of what the region starts with, or NULL */
	struct src_range range;
};

/* --------------------------------------------------------- channels */

struct model_end {
	struct model_pd *pd;
	unsigned id;
	bool notify;	       /* this end may notify the other */
	bool pp;	       /* this end may call the other's protected procedure */
	const char *setvar_id; /* or NULL */
	struct src_range range;
};

struct model_channel {
	unsigned index;
	struct model_end ends[2];
	struct src_range range;
};

/* --------------------------------------- components and bindings (from CAmkES) */

/* A thread of a component, which becomes a coroutine of its protection domain. */
struct model_strand {
	const char *name;      /* as fault messages call it: "0_control" or the interface's name */
	const char *interface; /* NULL: the control strand */
	uint64_t stack_size;   /* bytes */
	unsigned priority;     /* as CAmkES had it */
	bool priority_is_set;  /* by an attribute */
	bool serves_only; /* it has no __init: CAmkES serves the interface from the component's own loop */
};

enum model_binding_kind {
	MODEL_BINDING_UNCONNECTED,  /* a `maybe` interface, or an emitter nobody listens to */
	MODEL_BINDING_EMIT,	    /* notifies channels */
	MODEL_BINDING_WAIT,	    /* is notified on channels */
	MODEL_BINDING_DATAPORT,	    /* a mapped region */
	MODEL_BINDING_CALL,	    /* calls a server */
	MODEL_BINDING_SERVE,	    /* is called */
	MODEL_BINDING_DIRECT_CALL,  /* calls functions of another member of its group */
	MODEL_BINDING_DIRECT_SERVE, /* has such functions */
	MODEL_BINDING_NOTIFICATION, /* is notified, with a badge that says by whom */
	MODEL_BINDING_INTERRUPT,    /* takes an interrupt */
	MODEL_BINDING_DEVICE,	    /* has the registers and interrupts of a device */
	MODEL_BINDING_VIRTQUEUE,    /* an end of a virtqueue */
	MODEL_BINDING_MESSAGES,	    /* a dataport that is a queue of messages */
	MODEL_BINDING_COUNT
};

/* How a component takes a notification with a badge. */
enum model_notification_form {
	MODEL_NOTIFICATION_NATIVE,   /* waits for the interface's own, or polls it */
	MODEL_NOTIFICATION_BOUND,    /* gets hold of the interface's own */
	MODEL_NOTIFICATION_GLOBAL,   /* gets hold of the component's one */
	MODEL_NOTIFICATION_CALLBACK, /* a strand waits for the component's one, and calls back */
};

/* Who raises a notification: a channel, or an emitter of the same component. */
struct model_source {
	bool is_local;
	unsigned channel; /* id of this protection domain's end */
	uint64_t badge;
};

/* What an emitter raises without a channel. */
struct model_local {
	unsigned binding; /* of the same component */
	unsigned source;  /* notification: which of its sources */
};

/* An end of a queue in shared memory, which has a channel to the other one, or raises it without one. */
struct model_queue {
	bool is_driver;	 /* of a virtqueue: offers buffers; of messages: sends */
	unsigned id;	 /* as <camkes/virtqueue.h> or <camkes/msgqueue.h> know it in this component */
	uint64_t length; /* virtqueue: entries; messages: how many can wait */
	uint64_t size;	 /* of the shared memory, in bytes */
	unsigned peer;	 /* without a channel: the other end's binding in the same component, which has the
			    memory */
};

/* C of the project's own connector, for one end of a connection. */
struct model_own_c {
	const char *connector; /* the project's */
	const char *file;      /* its name, for messages of the compiler */
	const char *text;      /* all of it */
	size_t index;	       /* of the end among those of its side */
	size_t peer_count;     /* ends of the other side */
};

/* What became of one interface of a component. CHANNELS are ids of this protection domain's ends. */
struct model_binding {
	enum model_binding_kind kind;
	const char *interface;
	const char *interface_kind; /* as in the ADL: "emits", "consumes", "dataport", ... */
	const char *type;	    /* the ADL type: "Done", "Buf(4096)" */
	const char *c_type;	    /* dataports: what the pointer points to in C; NULL: void */
	const char *connector;	    /* NULL: unconnected */
	const char *connection;
	VEC(unsigned) channels;		   /* emit, wait; of calls: those of the links */
	VEC(struct model_local) local;	   /* emit: what it raises without a channel */
	enum model_notification_form form; /* notification */
	VEC(struct model_source) sources;  /* notification: the channels among them are in `channels` too */
	uint64_t badge; /* notification of the component's: the bit that is this interface's */
	/* emit, wait: events are counted; the counters in memory, of an emitter one for each of its channels
	 */
	bool is_counted;
	VEC(const struct model_map *) counters;
	const struct model_queue *queue; /* virtqueue, messages */
	bool has_caps;			 /* dataport: says what it is in <camkes/dataport_caps.h> */
	unsigned id;			 /* dataport: the number that its component knows it by */
	unsigned strand; /* wait, serve: index of the strand that takes what comes; 0: the interface has none
			  */
	const struct model_map *map;		 /* dataport */
	const struct model_irq *irq;		 /* interrupt */
	VEC(const struct model_map *) registers; /* device: its blocks */
	VEC(const struct model_irq *) irqs;	 /* device */
	VEC(uint64_t)
	irq_badges;	/* device, interrupt: bits of the component's notification, which takes them; none: a
			   strand does */
	bool is_device; /* dataport: registers of a device */
	const struct model_procedure *procedure; /* of `provides` and `uses`, connected or not */
	bool sender_is_index;			 /* serve: who calls is a place among the links */
	bool has_macs;				 /* serve: callers may have MAC addresses */
	VEC(struct model_link) links;		 /* call: one; serve: one per caller */
	unsigned peer;				 /* direct call: the binding that has the functions */
	const struct model_own_c *own; /* NULL: the connector is a built-in one, or has no C for this end */
	struct src_range range;	       /* the interface's declaration */
};

enum model_lock_kind { MODEL_LOCK_MUTEX, MODEL_LOCK_SEMAPHORE, MODEL_LOCK_BINARY_SEMAPHORE };

struct model_lock {
	enum model_lock_kind kind;
	const char *name;
	unsigned initial;
	struct src_range range;
};

/* A C header that the component's generated header includes. */
struct model_include {
	const char *path;
	bool angle;
};

/*
 * One component of a group that became one protection domain. What is its own in the group's model_component
 * has its PREFIX: "client_" of the member `client`.
 */
struct model_member {
	const char *instance; /* dotted */
	const char *type;
	const char *prefix;
	bool control;
	unsigned control_strand;
	size_t first_binding, binding_count;
	size_t first_attribute, attribute_count;
	size_t first_lock, lock_count;
	uint64_t heap_size; /* its part of the group's heap, in bytes */
	struct src_range range;
};

/* Memory that devices can reach, whose physical address the component's DMA allocator knows. */
struct model_dma {
	const struct model_map *map; /* its setvar_vaddr is the variable with the address */
	const char *physical;	     /* the variable with the physical address */
	const char *interface;	     /* dataport that it is; NULL: the component's own pool */
	bool hands_out;		     /* parts of it */
};

struct model_component {
	const char *instance; /* dotted */
	const char *type;
	bool control;	       /* has run() */
	bool has_notification; /* that its strands can wait for directly */
	VEC(struct model_strand)
	strands; /* the control strand is first; a component without `control` has it too,
		    for its start-up */
	VEC(struct model_binding) bindings;
	VEC(struct model_lock) locks;
	VEC(struct model_include) includes;
	VEC(struct model_struct *) structs;	/* of attributes; what a struct contains stands before it */
	VEC(struct model_attribute) attributes; /* as declared */
	uint64_t heap_size;			/* bytes */
	VEC(struct model_dma) dma;		/* pools */
	VEC(struct model_member) members;	/* of a group; none: one component */
	struct src_range range;
};

/* ------------------------------------------------- protection domains */

enum { MODEL_PRIORITY_MAX = 254, MODEL_PD_MAX = 63, MODEL_CHANNEL_ID_COUNT = 62 };

struct model_pd {
	unsigned index;
	const char *name;
	unsigned priority;
	bool has_budget;
	uint64_t budget; /* microseconds */
	uint64_t period; /* microseconds */
	bool passive;
	bool has_stack_size;
	uint64_t stack_size; /* bytes */
	unsigned cpu;
	bool smc;		     /* may make secure monitor calls (ARM) */
	bool no_fpu;		     /* runs without floating point */
	bool pp_legacy;		     /* said to have a protected procedure, though perhaps nobody calls it */
	struct model_domain *domain; /* NULL: the system has none */
	struct model_pd *parent;     /* takes its faults; NULL: the monitor does */
	unsigned child_id;	     /* as its parent knows it */
	const char *setvar_id;	     /* symbol of the parent that gets child_id, or NULL */
	VEC(struct model_pd *) children;
	const char *program_image; /* path as in program_image */
	const char *symbols_image; /* ELF with the symbols of a stripped program_image, or NULL */
	VEC(struct model_map *) maps;
	VEC(struct model_irq *) irqs;
	VEC(struct model_ioport *) ioports;
	VEC(struct model_setvar *) setvars;
	VEC(struct model_cap *) caps;
	struct model_vm *vm;		   /* or NULL */
	struct model_component *component; /* NULL: a hand-written protection domain */
	struct src_range range;
};

/* What became of a CAmkES construct, for the migration report. */
struct model_note {
	const char *construct; /* "connection seL4Notification n1" */
	const char *became;    /* "channel: ping 0 -> pong 0" */
	const char *why;
	const char *by_hand; /* what a person should look at; NULL: nothing */
	const char *section; /* of the transition guide; NULL: none */
	struct src_range range;
};

struct model {
	const char *name;	    /* what the system is called: the base name of its file */
	VEC(struct model_pd *) pds; /* children follow their parent, before its next sibling */
	VEC(struct model_region *) regions;
	VEC(struct model_channel *) channels;
	VEC(struct model_io_space *) io_spaces;
	VEC(struct model_domain *) domains;
	struct model_schedule *schedule; /* of the domains; NULL without domains */
	struct map places;		 /* the address of a field -> its struct src_range; ask model_place */
	struct map comments; /* what stood before a part of the description; sdf alone looks at it */
	unsigned dialect;    /* what it was read as, an enum sdf_dialect; sdf alone looks at it */
	bool from_camkes;
	VEC(const char *) files; /* what was read beside the specification: of the project's own connectors */
	VEC(struct model_note) notes; /* what became of what, for the migration report */
	struct src_range range;	      /* what describes the system */
};

struct model *model_create(struct compilation *compilation, const char *name);
struct model_pd *model_pd_add(struct compilation *compilation, struct model *model, const char *name);
struct model_region *model_region_add(struct compilation *compilation, struct model *model, const char *name,
				      uint64_t size);
struct model_map *model_map_add(struct compilation *compilation, struct model_pd *pd,
				struct model_region *region, uint64_t vaddr, unsigned perms);

/* A channel whose ends get the next free id of their protection domains (which differ). */
struct model_channel *model_channel_add(struct compilation *compilation, struct model *model,
					struct model_pd *a, struct model_pd *b);

/* A copy of IRQ as PD's, with the next free id. */
struct model_irq *model_irq_add(struct compilation *compilation, const struct model *model,
				struct model_pd *pd, const struct model_irq *irq);

/* Where the value of FIELD (the address of an entity's member) was written; OTHERWISE if nobody wrote it. */
struct src_range model_place(const struct model *model, const void *field, struct src_range otherwise);
void model_place_set(struct compilation *compilation, struct model *model, const void *field,
		     struct src_range range);

/* Some end of a channel may call the protected procedure of PD. */
bool model_pd_is_called(const struct model *model, const struct model_pd *pd);

#endif
