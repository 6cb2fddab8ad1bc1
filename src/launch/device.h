/*
 * The devices of a run: what stands behind interrupts and behind the regions that a board names as registers.
 *
 *   class     file                what it is on the host           served by
 *   timer     device_timer.c      the monotonic clock              the launcher
 *   signal    device_signal.c     a signal to the launcher         the launcher
 *   terminal  device_terminal.c   standard input and output        an agent, output by the launcher
 *             device_typed.c      the same in simulated time       the launcher
 *   network   device_network.c    a UNIX socket or a TAP interface an agent
 *   disk      device_disk.c       a file                           an agent
 *
 * A protection domain never gets a descriptor: it shares registers (a memory region) with the device, writes
 * them, and kicks the device, which is a packet to the launcher. An agent is a fork of the launcher that may
 * block; it shares the registers, hears of kicks, and asks the launcher for interrupts (agent.h). Lines are
 * masked and acknowledged in the scheduler's memory (runtime/baton), by the launcher and the domain alone.
 */
#ifndef LAUNCH_DEVICE_H
#define LAUNCH_DEVICE_H

#include "launch/state.h"

#include "board/board.h"

struct agent;
struct launch_device;

struct device_class {
	/* Why a simulated run cannot have it, as a sentence; NULL: it can. */
	const char *live;
	/* Opens what it is on the host; false after an error that was reported. */
	bool (*open)(struct launch *launch, struct launch_device *device);
	/* Fills in its registers before anybody else has them. NULL: they are zero. */
	void (*prepare)(struct launch *launch, struct launch_device *device);
	/* In its agent's process, for ever. NULL: it has no agent. */
	void (*serve)(struct agent *agent);
	/* In the launcher: the system begins; registers were written; the device's descriptor can be read. */
	void (*begin)(struct launch *launch, struct launch_device *device);
	void (*kicked)(struct launch *launch, struct launch_device *device);
	void (*ready)(struct launch *launch, struct launch_device *device);
	/* Without an agent: whether its interrupt may come although nobody runs. */
	bool (*may_come)(const struct launch *launch, const struct launch_device *device);
	/* Puts back what `open` changed. NULL: nothing. */
	void (*close)(struct launch_device *device);
};

extern const struct device_class device_timer, device_terminal, device_typed, device_network, device_disk,
	device_signal;

struct launch_device {
	const struct board_device *board;
	const struct device_class *class;
	const char *name; /* "disk at interrupt 40" */
	void *registers;  /* shared with protection domains, or NULL */
	int fd;		  /* what it is on the host, or -1 */
	void *own;	  /* the class's */
	/* Of its agent. */
	pid_t agent;	  /* 0: none */
	int kick;	  /* an eventfd */
	int reports;	  /* a socket: struct agent_report */
	int agent_end;	  /* of that socket, until the agent has it */
	uint32_t kicks;	  /* so far */
	uint32_t answers; /* kicks that the agent has acted on */
	bool quiet;	  /* nothing comes from it of itself any more */
	bool ended;	  /* the agent has gone */
};

/* Opens the devices that belong to the system, before anything starts; false after errors that were
 * reported. */
bool device_open_all(struct launch *launch);

/* Maps and fills their registers, starts their agents, and makes them sources of events FIRST, FIRST + 1, ...
 */
bool device_start_all(struct launch *launch, uint32_t first);

/* The system begins. */
void device_begin_all(struct launch *launch);

/* PD has kicked the device at ADDRESS. An address that is no device's is ignored, as hardware would. */
void device_kicked(struct launch *launch, size_t pd, uint64_t address);

/* Something happened to device INDEX. */
void device_ready(struct launch *launch, size_t index);

/* Raises the device's interrupt, if it is somebody's. */
void device_raise(struct launch *launch, const struct launch_device *device);

/* Whether an interrupt may still come although nobody runs. */
bool device_is_awaited(const struct launch *launch);

/* The watcher of a simulated run has typed. */
void device_typed_more(struct launch *launch);

/* Says which interrupts of a system at rest cannot come, and why. */
void device_report(struct launch *launch);

/* Ends the agents and puts the host back. */
void device_close_all(struct launch *launch);

#endif
