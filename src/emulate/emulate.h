/*
 * Runs a boot image in an emulator.
 */
#ifndef EMULATE_EMULATE_H
#define EMULATE_EMULATE_H

#include "base/compilation.h"
#include "emulate/peek.h"

#include <stdbool.h>

struct emulate_options {
	const char *const *command; /* NULL-terminated */
	struct emulate_kernel kernel;
	unsigned timeout; /* seconds; 0: none */
	unsigned rest;	  /* milliseconds without any activity after which the system is at rest */
	bool announced;	  /* the kernel has a console: the system's own output begins when it says so */
	bool verbose;	  /* show what the kernel says, too */
};

/* How a run ended; as launch_run's. */
enum emulate_status { EMULATE_AT_REST = 0, EMULATE_STOPPED = 1, EMULATE_FAULTED = 5 };

/*
 * What the system prints goes to standard output; what the initialiser, the monitor and the kernel say goes
 * to standard error. Returns an exit status.
 */
int emulate_run(struct compilation *compilation, const struct emulate_options *options);

#endif
