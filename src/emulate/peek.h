/*
 * What the kernel in an emulator says of itself, read out of its memory through the emulator's monitor.
 */
#ifndef EMULATE_PEEK_H
#define EMULATE_PEEK_H

#include <stdbool.h>
#include <stdint.h>

/* Physical addresses of the kernel's variables; 0: not known. */
struct emulate_kernel {
	uint64_t current; /* the thread that runs */
	uint64_t idle;	  /* the one that runs when no other can */
	uint64_t timer;	  /* a deadline that a program waits for, or 0 */
	uint64_t waiting; /* the first thread that waits for its budget to be filled up */
};

/*
 * Whether no thread can run and none will when time passes. MONITOR is a socket of the emulator's monitor.
 * True when it cannot be told.
 */
bool emulate_kernel_rests(int monitor, const struct emulate_kernel *kernel);

#endif
