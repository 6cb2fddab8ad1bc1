/*
 * The capability specification: what the initialiser (the kernel's first program) makes of the memory that
 * the kernel hands it. The tool decides which objects there are, what is mapped where and who holds which
 * capability; where in memory an object lies is decided at boot, but for those with a physical address.
 * Tables follow the header at the offsets that it names; all are little endian.
 *
 * Objects are numbered in the order of the runs. A run is a number of alike objects, made with few kernel
 * calls.
 */
#ifndef ABI_SEL4_SPEC_H
#define ABI_SEL4_SPEC_H

#include <stdint.h>

#define SEL4_SPEC_MAGIC 0x63657073

/* In the initial task's memory: its program, the pages of the image (programs, prefilled regions), this. */
#define SEL4_PAGE UINT64_C(0x1000)

enum sel4_type {
	SEL4_TYPE_TCB,
	SEL4_TYPE_ENDPOINT,
	SEL4_TYPE_NOTIFICATION,
	SEL4_TYPE_REPLY,
	SEL4_TYPE_SCHEDULING_CONTEXT,
	SEL4_TYPE_CNODE,
	SEL4_TYPE_FRAME,
	SEL4_TYPE_PAGE_TABLE,
	SEL4_TYPE_VSPACE,
	SEL4_TYPE_VCPU,
	SEL4_TYPE_COUNT
};

#define SEL4_NO_ADDRESS UINT64_MAX

struct sel4_run {
	uint64_t address; /* physical, of the first; SEL4_NO_ADDRESS: anywhere */
	uint32_t count;
	uint8_t type;  /* enum sel4_type */
	uint8_t bits;  /* log2 of an object's size in bytes; of a CNode: of its number of slots */
	uint16_t name; /* of whom they are for */
};

enum sel4_rights {
	SEL4_RIGHT_READ = 1,
	SEL4_RIGHT_WRITE = 2,
	SEL4_RIGHT_EXECUTE = 4,
	SEL4_RIGHT_GRANT = 8,
	SEL4_RIGHT_GRANT_REPLY = 16,
	SEL4_RIGHT_ALL = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE | SEL4_RIGHT_GRANT | SEL4_RIGHT_GRANT_REPLY,
};

/* A page table of VSPACE for ADDRESS; those nearer to the root come first. */
struct sel4_table {
	uint64_t address;
	uint32_t vspace;
	uint32_t table;
};

enum sel4_map_flags {
	SEL4_MAP_UNCACHED = 1,
	SEL4_MAP_IMAGE = 2, /* FRAME is a page of the images behind the specification */
	SEL4_MAP_COPY = 4,  /* the frames are mapped elsewhere, too */
};

/* COUNT frames of 1 << BITS bytes in a row. */
struct sel4_map {
	uint64_t address;
	uint32_t vspace;
	uint32_t frame;
	uint32_t count;
	uint8_t bits;
	uint8_t rights; /* of enum sel4_rights: read, write, execute */
	uint8_t flags;	/* enum sel4_map_flags */
	uint8_t reserved;
};

/* Special objects of struct sel4_cap. */
#define SEL4_CAP_SMC UINT32_C(0xffffffff)

/* A capability in a slot of a CNode. */
struct sel4_cap {
	uint64_t badge; /* of a CNode: its guard's size */
	uint32_t object;
	uint16_t slot;
	uint8_t rights;
	uint8_t reserved;
	uint32_t cnode;
	uint32_t reserved2;
};

/* An interrupt: its handler goes to SLOT of CNODE, and it raises BADGE of NOTIFICATION. */
struct sel4_irq {
	uint64_t badge;
	uint32_t number;
	uint32_t notification;
	uint32_t cnode;
	uint16_t slot;
	uint8_t edge;
	uint8_t cpu;
	uint16_t name; /* of whom it is for */
	uint16_t reserved[3];
};

#define SEL4_NO_OBJECT UINT32_C(0xffffffff)

enum sel4_thread_flags {
	SEL4_THREAD_START = 1,	/* runs from the beginning */
	SEL4_THREAD_NO_FPU = 2, /* may not use floating point */
};

struct sel4_thread {
	uint64_t entry;
	uint64_t stack;	 /* initial stack pointer */
	uint64_t buffer; /* address of its IPC buffer */
	uint64_t budget; /* microseconds */
	uint64_t period;
	uint64_t fault_badge;
	uint64_t scheduling_badge;
	uint32_t tcb;
	uint32_t cnode;
	uint32_t vspace;
	uint32_t buffer_frame;
	uint32_t scheduling_context; /* or SEL4_NO_OBJECT */
	uint32_t fault_endpoint;
	uint32_t notification; /* bound to it, or SEL4_NO_OBJECT */
	uint32_t vcpu;	       /* or SEL4_NO_OBJECT */
	uint8_t guard;	       /* size of its CNode's guard, bits */
	uint8_t priority;
	uint8_t domain;
	uint8_t cpu;
	uint16_t flags; /* enum sel4_thread_flags */
	uint16_t name;
};

/* One entry of the schedule of domains. */
struct sel4_slice {
	uint64_t ticks; /* of the kernel's timer; 0 ends the schedule */
	uint8_t domain;
	uint8_t reserved[7];
};

/* COUNT entries at OFFSET from the header. */
struct sel4_span {
	uint32_t offset;
	uint32_t count;
};

struct sel4_spec {
	uint32_t magic;
	uint32_t image_page; /* the first page of images, in pages behind the start of the initial task's
				memory */
	uint32_t object_count;
	uint32_t slice_start; /* the entry of the schedule to start with, of SLICES */
	uint32_t slice_base;  /* the index in the kernel's schedule of the first of SLICES */
	uint32_t reserved;
	struct sel4_span runs;
	struct sel4_span tables;
	struct sel4_span maps;
	struct sel4_span caps;
	struct sel4_span irqs;
	struct sel4_span threads;
	struct sel4_span slices;
	struct sel4_span names; /* offsets (32 bits, from the header) of the names of whom objects are for */
};

_Static_assert(sizeof(struct sel4_run) == 16, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_table) == 16, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_map) == 24, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_cap) == 24, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_irq) == 32, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_thread) == 96, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_slice) == 16, "packed by the tool, read by the initialiser");
_Static_assert(sizeof(struct sel4_spec) == 88, "packed by the tool, read by the initialiser");

/* The monitor's capabilities, by the index of the protection domain. */
enum sel4_monitor_slot {
	SEL4_MONITOR_FAULT = 1,
	SEL4_MONITOR_REPLY = 4,
	SEL4_MONITOR_TCB = 10,
	SEL4_MONITOR_SCHEDULING_CONTEXT = 138,
	SEL4_MONITOR_NOTIFICATION = 202,
};

/* What the monitor knows of a protection domain; its variable `monitor_pds` is patched. */
enum { SEL4_MONITOR_PDS = 64, SEL4_NAME_SIZE = 64 };
struct sel4_monitor_pd {
	uint64_t stack_bottom;
	uint64_t stack_size;
	uint64_t fault_entry; /* where the domain wants to go on when it faulted; 0: nowhere */
	uint32_t first_place; /* its places, of the table below */
	uint32_t place_count;
	char name[SEL4_NAME_SIZE];
};

/*
 * What is mapped where in a protection domain, to say where an access went. The table is mapped in the
 * monitor, and the names of regions follow it.
 */
#define SEL4_MONITOR_PLACES UINT64_C(0x40000000)
struct sel4_monitor_place {
	uint64_t begin;
	uint64_t end;
	uint32_t name;	 /* offset from the table's beginning; 0: the domain's own program */
	uint32_t rights; /* of enum sel4_rights: read, write, execute */
};

_Static_assert(sizeof(struct sel4_monitor_pd) == 96, "patched by the tool, read by the monitor");
_Static_assert(sizeof(struct sel4_monitor_place) == 24, "packed by the tool, read by the monitor");

#endif
