/*
 * What a protection domain and the tool agree on, as Microkit 2.3 publishes it: where capabilities are, what
 * badges mean. The source: the Core Platform's manual and library.
 */
#ifndef ABI_SEL4_CONTRACT_H
#define ABI_SEL4_CONTRACT_H

#include <stdint.h>

enum sel4_slot {
	SEL4_SLOT_INPUT = 1, /* what it receives from: its endpoint if it has one, else its notification */
	SEL4_SLOT_VSPACE = 3,
	SEL4_SLOT_REPLY = 4,
	SEL4_SLOT_MONITOR = 5, /* passive ones: tells the monitor that init() is done */
	SEL4_SLOT_SMC = 7,
	/* Not published: its own notification, in images of this tool (causeway_own_notification says so). */
	SEL4_SLOT_OWN_NOTIFICATION = 8,
	/* Not published either: takes lines for the console (causeway_console_calls says so). */
	SEL4_SLOT_CONSOLE = 9,
	SEL4_SLOT_NOTIFY = 10, /* + channel: the peer's notification */
	SEL4_SLOT_CALL = 74,   /* + channel: the peer's endpoint */
	SEL4_SLOT_IRQ = 138,   /* + id */
	SEL4_SLOT_CHILD = 202, /* + id: its thread */
	SEL4_SLOT_END = 458,
};

/* A notification's badge is the set of the channels and interrupts that it is about. */
#define SEL4_BADGE_CALL (UINT64_C(1) << 63)  /* | channel */
#define SEL4_BADGE_FAULT (UINT64_C(1) << 62) /* | child */

/*
 * A call to the console: the label is a number of bytes, the message is the text. It is written as a whole,
 * whatever else goes on, and at the cost of who writes it out.
 */
#define SEL4_BADGE_CONSOLE (UINT64_C(1) << 61)
enum { SEL4_CONSOLE_MAX = 512 };

/*
 * Devices of the board in the shape of those that a host lends (causeway/device.h). The program's library
 * keeps their registers, which are ordinary memory, by its variable `causeway_devices`; those that are there
 * come first.
 */
enum sel4_device_kind {
	SEL4_DEVICE_NONE,
	SEL4_DEVICE_TIMER,    /* the processor's own: the physical timer of ARM's generic timer */
	SEL4_DEVICE_TERMINAL, /* a serial line: ARM's PL011 */
};

struct sel4_device {
	uint64_t registers; /* address of what the program sees */
	uint64_t hardware;  /* address of the real registers; 0 where they are no memory */
	uint32_t kind;	    /* enum sel4_device_kind */
	uint32_t irq;	    /* its id in the program */
};

enum { SEL4_DEVICES = 4 };

_Static_assert(sizeof(struct sel4_device) == 24, "patched by the tool, read by the library");

/* A program that stops itself on purpose, having said why, reads from this address. */
#define SEL4_CRASH_ADDRESS UINT64_C(0xca5e)

/* A program that the monitor let go on after a fault, to say something about it, reads from this one when it
 * has. */
#define SEL4_TOLD_ADDRESS UINT64_C(0xca5f)

/* What it is told of the fault: one of these, the address, the program counter. */
enum sel4_fault_kind { SEL4_FAULT_DATA, SEL4_FAULT_INSTRUCTION, SEL4_FAULT_EXCEPTION };

#endif
