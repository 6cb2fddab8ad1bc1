/*
 * The tables of a CAmkES component that runs as a protection domain. Generated glue fills them and gives the
 * room for what changes; the component runtime (libcauseway_camkes) holds all the logic and owns the contents
 * of that room. Tables are constant. Rows are written in order, without designators, so that glue is C and
 * C++ alike.
 */
#ifndef CAUSEWAY_COMPONENT_H
#define CAUSEWAY_COMPONENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------ strands */

/* Stacks are aligned to this, and whole multiples of it. */
#define CAUSEWAY_STACK_ALIGNMENT 4096

/* What the runtime keeps of a strand (a coroutine: one thread of the component). All zero at first. */
struct causeway_strand_state {
	void *stack_pointer;
	struct causeway_strand_state *next; /* in the run queue, or in the queue of what it waits for */
	void *sanitizer;		    /* the stack as the address sanitizer knows it */
};

struct causeway_strand_queue {
	struct causeway_strand_state *first;
	struct causeway_strand_state *last;
};

struct causeway_strand {
	const char *name; /* as messages call it: "0_control", "n2" */
	/* Of an interface's strand: <interface>__init, and what it does after start-up. NULL: nothing. */
	void (*initialise)(void);
	void (*serve)(void);
	unsigned char *stack;
	size_t stack_size;
};

/* A counting semaphore between the strands of one component; all zero is one that holds nothing. */
struct causeway_semaphore {
	unsigned count;
	struct causeway_strand_queue waiters;
};

/* ------------------------------------------- events (seL4Notification, seL4NotificationQueue) */

struct causeway_event_state {
	bool signalled;			       /* the notification word: emits not received yet are one */
	struct causeway_strand_queue receiver; /* the interface's strand, while it waits for the word */
	struct causeway_semaphore handoff;     /* received while no callback was registered */
	void (*callback)(void *argument);
	void *argument;
	uint64_t received; /* of counted events */
};

/* The consuming end. */
struct causeway_event {
	const char *name; /* "ping.n2" */
	struct causeway_event_state *state;
	const uint64_t *counter; /* how many were emitted, as the emitter says; NULL: they are not counted */
};

struct causeway_channel;

/* The emitting end: other protection domains' consumers by channel, those of the component directly. */
struct causeway_emitter {
	const unsigned char *channels;
	size_t channel_count;
	const struct causeway_channel *local;
	size_t local_count;
	uint64_t *const *
		counters; /* one for each channel, then one for each of LOCAL; NULL: events are not counted */
};

void causeway_emit(const struct causeway_emitter *emitter);

/* The event has been signalled, as a row of the channel table or of an emitter says it. OBJECT is a struct
 * causeway_event. */
void causeway_event_notified(const void *object);

/* What the interface's strand does: receives, then calls the callback or hands the event off. Does not
 * return. */
void causeway_event_serve(const struct causeway_event *event);

void causeway_event_wait(const struct causeway_event *event);
int causeway_event_poll(const struct causeway_event *event);
int causeway_event_reg_callback(const struct causeway_event *event, void (*callback)(void *), void *argument);

/* -------------------------------------- interrupts (seL4HardwareInterrupt) */

struct ps_irq; /* of libplatsupport, by which a component names an interrupt */

struct causeway_interrupt_state {
	bool raised;
	struct causeway_strand_queue
		receiver; /* the interface's strand, while it waits; of a device: the first one's */
	/* What the component has registered for it (<camkes/irq.h>). */
	void (*callback)(void *data, int (*acknowledge)(void *), void *acknowledge_data);
	void *callback_data;
};

struct causeway_interrupt {
	unsigned id;	       /* among those of channels */
	unsigned type;	       /* libplatsupport's: PS_INTERRUPT, PS_IOAPIC, PS_MSI */
	long number;	       /* of the line, pin or message */
	unsigned index, count; /* among those of its device, which stand in one array */
	void (*handle)(void);  /* NULL: the component has none; of devices the other one */
	void (*device_handle)(struct ps_irq *irq);
	uint64_t badge; /* what it adds to the component's notification, which then takes it; 0: its strand
			   does */
	struct causeway_interrupt_state *state;
	const char *missing; /* what to say where nothing handles it, when it comes */
};

/* The row of the channel table, where OBJECT is a struct causeway_interrupt. */
void causeway_interrupt_notified(const void *object);

/*
 * What an interface's strand does: calls the handler for each interrupt of the device that FIRST is the first
 * one of. Does not return.
 */
void causeway_interrupt_serve(const struct causeway_interrupt *first);

/* Lets the next one come. Returns 0. */
int causeway_interrupt_acknowledge(const struct causeway_interrupt *interrupt);

/* The same for the one of the device that IRQ names; -1: it has no such one. */
int causeway_device_acknowledge(const struct causeway_interrupt *first, const struct ps_irq *irq);

/* Registers of a device, mapped at what the variable *POINTER holds (of any pointer type). */
struct causeway_registers {
	uint64_t physical;
	uint64_t size; /* bytes */
	const void *pointer;
};

/* What <camkes/io.h> and <camkes/irq.h> find. Weak in the runtime: a component without hardware has none. */
struct causeway_hardware {
	const struct causeway_registers *registers;
	size_t register_count;
	const struct causeway_interrupt *const *interrupts; /* the first one of each device */
	size_t interrupt_count;
};
extern const struct causeway_hardware causeway_g_hardware;

/* ---------------------------------------------------------- dataports */

struct causeway_dataport {
	const void *pointer; /* where the variable is that holds the dataport's address */
	size_t size;	     /* bytes that are mapped */
	int32_t id;	     /* the same number in every component that shares the memory */
};

/* A dataport's type that is larger than the mapped region must not compile: glue checks each typed one. */
#ifdef __cplusplus
#define CAUSEWAY_STATIC_ASSERT(condition, text) static_assert(condition, text)
#else
#define CAUSEWAY_STATIC_ASSERT(condition, text) _Static_assert(condition, text)
#endif

/* ---------------------------------------------------------- component */

struct causeway_rpc_caller;

/* What a notification on a channel means, and who calls there. One that means nothing has no function. */
struct causeway_channel {
	void (*notified)(const void *object);
	const void *object;
	const struct causeway_rpc_caller *caller; /* of protected procedures; NULL: nobody calls */
};

/* What an error in generated code does: CAmkES' CAmkESErrorHandlingMode. */
enum causeway_error_mode {
	CAUSEWAY_ERROR_STANDARD, /* asks the registered handlers */
	CAUSEWAY_ERROR_GUARD,	 /* ends the component, as ABORT does */
	CAUSEWAY_ERROR_ABORT,
	CAUSEWAY_ERROR_DISCARD, /* gives the operation up */
};
#ifndef CAUSEWAY_ERROR_MODE
#define CAUSEWAY_ERROR_MODE CAUSEWAY_ERROR_STANDARD
#endif

struct causeway_component {
	const char *instance; /* dotted */
	const char *type;
	int affinity;
	int number;				     /* what getpid() says */
	void (*pre_init)(void);			     /* NULL: none */
	void (*post_init)(void);		     /* NULL: none */
	int (*run)(void);			     /* NULL: without `control` */
	const struct causeway_strand *strands;	     /* the control strand first */
	struct causeway_strand_state *strand_states; /* one for each strand */
	size_t strand_count;
	const struct causeway_channel *channels; /* by channel id */
	size_t channel_count;
	const struct causeway_dataport *const *dataports;
	size_t dataport_count;
	bool is_called; /* serves protected procedure calls */
	enum causeway_error_mode error_mode;
};

/* The component of this protection domain, and its heap. All three come from the glue. */
extern const struct causeway_component causeway_g_component;
extern char *morecore_area;
extern size_t morecore_size;

#ifdef __cplusplus
}
#endif

#endif
