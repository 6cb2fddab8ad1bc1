/*
 * What whoever watches a run gets to see of it: counts, and records of all events (linux_event.h). It lies
 * behind the scheduler's memory. The holder of the baton writes it, the launcher reads. A record is not
 * overwritten before the launcher has taken it: who finds no room waits for that.
 */
#ifndef ABI_LINUX_WATCH_H
#define ABI_LINUX_WATCH_H

#include "abi/linux_baton.h"
#include "abi/linux_event.h"

enum {
	LINUX_RECORDS = 32768,
	/* Room that a protection domain leaves: the launcher has the baton too, but cannot wait for itself.
	 */
	LINUX_RECORDS_SPARE = 2048,
	/* The launcher is told to take records each time that so many have been written. */
	LINUX_RECORDS_HINT = 4096,
};

struct linux_record {
	uint64_t time; /* nanoseconds of the run's clock */
	uint64_t value;
	uint8_t event; /* enum linux_event */
	uint8_t pd;
	uint8_t other;
	uint8_t reserved[5];
};

/* Of one protection domain. */
struct linux_counts {
	uint64_t events[LINUX_EVENT_COUNT];    /* about it */
	uint64_t by_others[LINUX_EVENT_COUNT]; /* in which it is the other one */
	uint64_t preempted; /* times that it lost the processor while it could have gone on */
	uint64_t slices;    /* times that it lost it to an equal because its slice was over */
	uint64_t switches;  /* times that it got it from somebody else */
	uint64_t time;	    /* nanoseconds that it had it */
};

struct linux_watch {
	_Atomic uint32_t written; /* records since the start; record i is at i modulo LINUX_RECORDS */
	_Atomic uint32_t taken;	  /* of these; a futex for who waits for room */
	_Atomic uint32_t waits;	  /* somebody does */
	uint32_t running;	  /* who has the processor, */
	uint64_t since;		  /* and since when */
	uint64_t lost;		  /* records that there was no room for */
	uint64_t waited;	  /* times that somebody waited for room */
	uint32_t last;		  /* enum linux_event */
	uint32_t reserved;
	struct linux_counts counts[LINUX_PDS_MAX];
	_Alignas(4096) struct linux_record records[LINUX_RECORDS];
};

static inline struct linux_watch *linux_watch_of(struct linux_baton *baton)
{
	return (struct linux_watch *)(baton + 1);
}

/* The memory of both. */
#define LINUX_BATON_SIZE (sizeof(struct linux_baton) + sizeof(struct linux_watch))

_Static_assert(sizeof(struct linux_record) == 24, "layout");
_Static_assert(sizeof(struct linux_watch) % 4096 == 0, "whole pages");
_Static_assert(LINUX_RECORDS % LINUX_RECORDS_HINT == 0, "hints go on when the count wraps");

#endif
