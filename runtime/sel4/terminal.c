/*
 * A serial line behind the registers of a terminal: ARM's PL011. Output waits for room in the line's queue.
 * Input that the program has no room for stays in the line's queue, and its interrupt off, until the program
 * has made room and says so.
 */
#include "device.h"

struct pl011 {
	volatile uint32_t data;
	uint32_t reserved[5];
	const volatile uint32_t flags;
	uint32_t reserved2[5];
	volatile uint32_t control; /* 0x30 */
	uint32_t reserved3;
	volatile uint32_t interrupts; /* 0x38: those that may come */
	uint32_t reserved4[2];
	volatile uint32_t clear; /* 0x44 */
};

enum {
	RECEIVE_EMPTY = 1 << 4,
	SEND_FULL = 1 << 5,
	ENABLED = 1 << 0 | 1 << 8 | 1 << 9, /* the line, sending and receiving */
	RECEIVED = 1 << 4 | 1 << 6,	    /* a queue half full, or something in it for a while */
};

_Static_assert(__builtin_offsetof(struct pl011, control) == 0x30 &&
		       __builtin_offsetof(struct pl011, clear) == 0x44,
	       "as the hardware has them");

/* Input waits in the line's queue. */
static seL4_Bool stalled;

static void take_input(struct device_terminal *terminal, struct pl011 *line)
{
	uint32_t written = terminal->input_written;
	line->clear = RECEIVED;
	stalled = seL4_False;
	while (!(line->flags & RECEIVE_EMPTY)) {
		if (written - __atomic_load_n(&terminal->input_read, __ATOMIC_SEQ_CST) >=
		    DEVICE_TERMINAL_INPUT) {
			stalled = seL4_True;
			break;
		}
		terminal->input[written++ % DEVICE_TERMINAL_INPUT] = (uint8_t)line->data;
	}
	__atomic_store_n(&terminal->input_written, written, __ATOMIC_SEQ_CST);
	__atomic_store_n(&terminal->input_stalled, stalled, __ATOMIC_SEQ_CST);
}

void sel4_terminal_interrupt(struct device_terminal *terminal, void *hardware)
{
	take_input(terminal, hardware);
}

/* Also called for the first time when the program has initialised itself. */
void sel4_terminal_acknowledged(void *hardware)
{
	struct pl011 *line = hardware;
	line->control |= ENABLED;
	line->interrupts = stalled ? 0 : RECEIVED;
}

void sel4_terminal_kicked(struct device_terminal *terminal, void *hardware)
{
	struct pl011 *line = hardware;
	uint32_t written = terminal->output_written, read = terminal->output_read;
	for (; read != written; read++) {
		while (line->flags & SEND_FULL)
			;
		line->data = terminal->output[read % DEVICE_TERMINAL_OUTPUT];
	}
	__atomic_store_n(&terminal->output_read, read, __ATOMIC_SEQ_CST);
	/* The program is reading, or it would not have made room: it finds what is added. */
	if (stalled && !terminal->input_stalled) {
		take_input(terminal, line);
		line->interrupts = stalled ? 0 : RECEIVED;
	}
}
