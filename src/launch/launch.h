/*
 * Running a system on the Linux substrate: a confined process for each protection domain, the shared memory
 * of the scheduler between them, and this process as their launcher, console and last resort. Needs no
 * privileges.
 */
#ifndef LAUNCH_LAUNCH_H
#define LAUNCH_LAUNCH_H

#include "base/compilation.h"
#include "board/board.h"
#include "model/model.h"

enum launch_status {
	LAUNCH_DONE = 0,
	LAUNCH_DIAGNOSTICS = 1, /* could not be started, or the timeout passed */
	LAUNCH_IO = 3,
	LAUNCH_DEADLOCK = 4,
	LAUNCH_FAULT = 5,
	LAUNCH_INTERNAL = 70,
	LAUNCH_SIGNAL = 128, /* plus the signal that stopped the run */
};

/* Figures of a run, in nanoseconds since launch_run was called. */
struct launch_stats {
	uint64_t started;  /* every protection domain is ready to run init */
	uint64_t rest;	   /* nobody had anything to do for the first time */
	uint64_t switches; /* times that the processor went from one protection domain to another */
};

/*
 * Who follows a simulated run: sees all that is shown, types at its terminal, and says when it is enough.
 * Moments are simulated, in nanoseconds; equal runs show the same at the same moments.
 */
struct launch_watcher {
	void *context;
	unsigned patience; /* real seconds after which the run is stopped; 0: as for other runs */
	/* At NOW, the console or a report has shown BYTES. Whether the run is to end. */
	bool (*shown)(void *context, uint64_t now, const char *bytes, size_t length);
	/*
	 * It is NOW, and all that was printed by then has been shown. Returns when to look again at the
	 * latest (UINT64_MAX: not for the sake of time), or 0 to end the run; *MAY_TYPE says whether to look
	 * whenever something was shown.
	 */
	uint64_t (*look)(void *context, uint64_t now, bool *may_type);
	/* What it has typed by then: the length, and in *BYTES the text, which is there until the next call.
	 */
	size_t (*typed)(void *context, const char **bytes);
};

struct launch_options {
	const char *directory;	   /* program_image paths are relative to it, */
	const char *const *search; /* unless they are found in one of these, */
	size_t search_count;	   /* which come first */
	unsigned timeout;	   /* seconds; 0: none */
	bool kernel_checks;	   /* as before Microkit 2.0: nobody but the kernel checks ids, and a missing
				      entry point is an empty answer */
	bool unpinned;		   /* let the kernel choose processors; else all run on one */
	bool verbose;		   /* say what happens */
	const char *debug;	   /* a protection domain to attach gdb to, or NULL */
	const char *valgrind;	   /* a protection domain to run with valgrind, or NULL */
	bool simulate;		   /* time is simulated, and so is the timeout */
	const struct launch_watcher *watcher; /* simulated; or NULL */
	uint64_t seed;		    /* simulated: of the choices that are free; 0: first come, first served */
	bool trace_hash;	    /* simulated: say the hash of all events at the end */
	const char *trace;	    /* the file for a trace, or NULL */
	bool table;		    /* print what each protection domain did, at the end */
	bool acks_first;	    /* interrupts are acknowledged once after init(): model_rules has it */
	const struct board *board;  /* bound to the model; NULL: no devices */
	struct launch_stats *stats; /* or NULL */
};

/*
 * Runs MODEL until it comes to rest, is stopped or runs out of time. What the system prints goes to standard
 * output, what there is to report about it to standard error. Returns an exit status (enum launch_status).
 */
int launch_run(struct compilation *compilation, const struct model *model,
	       const struct launch_options *options);

#endif
