/*
 * What the parts of the launcher share during one run. Descriptors that are opened for the run are owned here
 * and closed at its end.
 */
#ifndef LAUNCH_STATE_H
#define LAUNCH_STATE_H

#include "launch/launch.h"
#include "launch/program.h"

#include "abi/linux_baton.h"
#include "abi/linux_boot.h"

#include <sched.h>
#include <sys/types.h>

/* Bytes that go into a protection domain's image before it runs. */
struct launch_patch {
	struct linux_patch patch;
	const void *bytes;
};

struct launch_timer;

struct launch_pd {
	const struct model_pd *model;
	struct launch_program *program;
	VEC(struct program_symbol) symbols; /* of the program: those that get a value */
	VEC(struct launch_patch) patches;
	pid_t pid; /* 0: not started */
	int pidfd;
	const char *valgrind; /* the program to run it with, or NULL */
	bool debugged;	      /* a debugger is attached to it */
	bool gone;	      /* the process has ended */
	bool stopped;	      /* a fault, or its own end, was reported */
	bool failed;	      /* that was a fault */
	char *line;	      /* text of a line that is not complete yet */
	size_t line_length;
};

/* A region and its memory file; the second descriptor cannot be used to write. */
struct launch_region {
	uint64_t size;
	bool has_physical;
	uint64_t physical;   /* address, as programs are told; see region.c */
	const char *prefill; /* path of the file that it starts with, or NULL */
	uint64_t prefill_size;
	int fd;
	int read_only_fd; /* only if it has a reader */
	bool has_reader;
};

struct debugger;
struct trace;
struct launch_device;

enum launch_phase { LAUNCH_STARTING, LAUNCH_RUNNING, LAUNCH_FINISHED };

struct launch {
	struct compilation *compilation;
	const struct model *model;
	const struct launch_options *options;
	struct launch_pd *pds;
	size_t pd_count;
	struct launch_region *regions;
	struct launch_device *devices; /* those that the system has */
	size_t device_count;
	VEC(int) descriptors;
	VEC(uint64_t) filter;

	struct linux_baton *baton;
	size_t boot_used;	   /* bytes of its space for boot records */
	struct trace *trace;	   /* NULL: none is written */
	struct debugger *debugger; /* NULL: none */
	int baton_fd;
	uint32_t clock_offset; /* clock_vdso_offset() */
	int control;	       /* where packets arrive */
	int control_child;     /* what protection domains write to */
	int signals;
	int timeout;
	int tick;
	int clock; /* goes off for `timers` */
	struct launch_timer *timers;
	struct launch_timer *wake; /* when somebody has budget again although nobody runs */
	int events;

	struct launch_timer *look; /* when options->watcher wants to look next */
	uint64_t shown_at;	   /* simulated: when what is shown now was printed */
	VEC(char) typed;	   /* by the watcher */
	size_t typed_taken;	   /* by the terminal */

	enum launch_phase phase;
	int status;		 /* once finished */
	bool hurry;		 /* stopped from outside: do not wait long for who reads standard output */
	bool silent;		 /* nobody took the output although the run ends: drop it */
	int console_pd;		 /* whose incomplete line is on standard output, or -1 */
	cpu_set_t processors;	 /* that this process had, */
	bool pinned;		 /* before it was pinned to one */
	bool settling;		 /* packets are being taken to see whether the system is at rest */
	bool device_failed;	 /* an agent ended before the run did */
	uint64_t begin;		 /* when the run was asked for */
	unsigned tick_pd;	 /* who ran at the last tick, */
	uint64_t tick_switches;	 /* after how many switches, */
	uint64_t tick_used;	 /* how much processor time it had used, */
	unsigned tick_asleep;	 /* at how many ticks in a row it slept, */
	uint64_t tick_processor; /* and how much processor time it had when it first did not react, or 0 */
};

/* Takes over FD (or a negative result, which it returns): moved above the standard ones, closed at the end.
 */
int launch_own(struct launch *launch, int fd);

/* Ends the run with STATUS, unless it has ended already. */
void launch_finish(struct launch *launch, int status);

/* Reports that the host refused something, with errno's text, and ends the run. Returns false. */
bool launch_refused(struct launch *launch, const char *format, ...) BASE_PRINTF(2, 3);

/* A line of news or a report on standard error: "causeway: ...". LAUNCH is NULL in an agent. */
void launch_say(struct launch *launch, const char *format, ...) BASE_PRINTF(2, 3);

/* The file NAME of a system description: along the search paths, then beside it. In the arena; it need not
 * exist. */
const char *launch_find_file(const struct launch *launch, const char *name);

uint64_t launch_now(void);

#endif
