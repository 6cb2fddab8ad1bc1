/*
 * Whether an emulated processor has anything to do. It is asked the host's scheduler: a kernel that idles
 * still takes its timer interrupt a few hundred times a second, which is a small part of a processor; a
 * system that works takes all that it gets, and waits for more when the host is busy.
 */
#ifndef EMULATE_ACTIVITY_H
#define EMULATE_ACTIVITY_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { EMULATE_SAMPLES = 256 };

struct emulate_sample {
	int64_t time;	 /* milliseconds */
	uint64_t used;	 /* nanoseconds of the processors' threads, so far */
	uint64_t waited; /* that they were ready to run and did not, so far */
};

struct emulate_activity {
	pid_t process;
	unsigned count; /* of the samples that were taken since the last sign of life */
	struct emulate_sample samples[EMULATE_SAMPLES];
};

/* Takes a sample at TIME; whether the emulated system has been at rest for REST milliseconds now. */
bool emulate_activity_rests(struct emulate_activity *activity, int64_t time, int64_t rest);

/* There was a sign of life: what was seen before does not count. */
void emulate_activity_reset(struct emulate_activity *activity);

#endif
