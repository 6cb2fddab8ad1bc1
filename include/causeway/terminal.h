/*
 * A terminal of the board: a serial line with somebody at the other end. The interrupt comes when there is
 * input after there was none, and when the input has ended: take all input there is, then acknowledge.
 */
#ifndef CAUSEWAY_TERMINAL_H
#define CAUSEWAY_TERMINAL_H

#include "causeway/device.h"
#include "causeway/causeway.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What causeway_terminal_get returns when there is no character. */
enum { CAUSEWAY_TERMINAL_EMPTY = -1, CAUSEWAY_TERMINAL_END = -2 };

/* The next character, 0 to 255, or one of the above: nothing yet, or nothing any more. */
static inline int causeway_terminal_get(struct device_terminal *terminal)
{
	/* The end is written after the last character, so it is looked at first. */
	uint32_t ended = __atomic_load_n(&terminal->input_ended, __ATOMIC_SEQ_CST);
	uint32_t read = terminal->input_read;
	if (read == __atomic_load_n(&terminal->input_written, __ATOMIC_SEQ_CST))
		return ended ? CAUSEWAY_TERMINAL_END : CAUSEWAY_TERMINAL_EMPTY;
	int character = terminal->input[read % DEVICE_TERMINAL_INPUT];
	__atomic_store_n(&terminal->input_read, read + 1, __ATOMIC_SEQ_CST);
	if (__atomic_load_n(&terminal->input_stalled, __ATOMIC_SEQ_CST)) {
		__atomic_store_n(&terminal->input_stalled, 0, __ATOMIC_SEQ_CST);
		causeway_device_kick(terminal);
	}
	return character;
}

/* Shows TEXT. Returns when all of it is in the ring; a ring that is full is a kick. */
static inline void causeway_terminal_write(struct device_terminal *terminal, const char *text, size_t length)
{
	uint32_t written = terminal->output_written;
	while (length) {
		uint32_t used = written - __atomic_load_n(&terminal->output_read, __ATOMIC_SEQ_CST);
		for (; length && used < DEVICE_TERMINAL_OUTPUT; used++, length--)
			terminal->output[written++ % DEVICE_TERMINAL_OUTPUT] = (uint8_t)*text++;
		__atomic_store_n(&terminal->output_written, written, __ATOMIC_SEQ_CST);
		causeway_device_kick(terminal);
	}
}

#ifdef __cplusplus
}
#endif

#endif
