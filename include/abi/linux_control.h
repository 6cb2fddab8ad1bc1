/*
 * What protection domains tell the launcher, as packets over one socket that they share. The launcher checks
 * every field: a domain that has gone wrong can send anything.
 */
#ifndef ABI_LINUX_CONTROL_H
#define ABI_LINUX_CONTROL_H

#include <stdint.h>

enum linux_packet_kind {
	LINUX_PACKET_STARTED,	   /* the last domain is ready to run */
	LINUX_PACKET_START_FAILED, /* argument: enum linux_start_step; number: errno */
	LINUX_PACKET_CONSOLE,	   /* followed by text */
	LINUX_PACKET_IDLE,	   /* nobody runs */
	LINUX_PACKET_FAULT,   /* the fault record in the domain's area is filled in; argument: its parent gets
				 it */
	LINUX_PACKET_PASSIVE, /* its init() has returned, and it is passive from now on */
	LINUX_PACKET_ALARM,   /* simulated: it is time for what the launcher waits for, which has the baton */
	LINUX_PACKET_CORRUPT, /* the scheduler's memory makes no sense */
	LINUX_PACKET_RECORDS, /* there are records of events to take (linux_watch.h) */
	LINUX_PACKET_CHILD_GONE, /* argument: a child that its parent wants to run, whose process has ended */
	LINUX_PACKET_DEVICE, /* number, argument: low and high half of an address in a device's registers */
};

/* What a domain was doing when it could not start; the launcher has the words. */
enum linux_start_step {
	LINUX_START_VERSION, /* number: the version that its runtime is of; else an errno */
	LINUX_START_BOOT_RECORD,
	LINUX_START_PARENT,
	LINUX_START_SCHEDULER,
	LINUX_START_REGION,
	LINUX_START_STACK,
	LINUX_START_PATCH,
	LINUX_START_SIGNALS,
	LINUX_START_CLOCK,
	LINUX_START_LIMITS,
	LINUX_START_FILTER,
	LINUX_START_STEPS
};

struct linux_packet {
	uint32_t kind;
	uint32_t pd;
	uint32_t argument;
	uint32_t number;
};

_Static_assert(sizeof(struct linux_packet) == 16, "a packet's header is four words");

#endif
