/*
 * An agent: a process of the launcher's that does a device's input and output on the host, since that may
 * block. It has the device's registers, one descriptor, and two ways to the launcher: an eventfd that counts
 * kicks, and a socket for reports. It ends when the launcher does.
 *
 * Whether a system is at rest depends on what its agents are doing, so each report says how many kicks have
 * been acted upon and whether more will come of itself; what an agent put into the registers is there before
 * the report that speaks of it.
 */
#ifndef LAUNCH_AGENT_H
#define LAUNCH_AGENT_H

#include "launch/device.h"

struct agent_report {
	uint32_t answers; /* kicks acted upon so far */
	uint8_t raise;	  /* the interrupt is to be raised */
	uint8_t quiet;	  /* nothing more will come unless it is kicked */
	uint8_t reserved[2];
};

struct agent {
	const struct board_device *board;
	void *registers;
	int fd;
	int kick;
	int reports;
	uint32_t kicks;	  /* that it knows of, */
	uint32_t answers; /* and has told the launcher of */
	bool quiet;	  /* nothing more will come unless it is kicked, */
	bool told_quiet;  /* and the launcher knows */
};

/* Forks the agent of DEVICE; false after an error that was reported. */
bool agent_start(struct launch *launch, struct launch_device *device);

/* In the launcher: hands on a kick; takes reports, and returns false when the agent has gone. */
void agent_kick(struct launch_device *device);
bool agent_take_reports(struct launch *launch, struct launch_device *device);

/* Ends it and waits for it; the reason why it has ended already, as waitid says it. */
int agent_end(struct launch_device *device);

/*
 * In the agent: waits until FD (-1: nothing) is ready for EVENTS (of poll) or a kick comes, and returns what
 * FD is ready for. Kicks taken count as acted upon at the next report.
 */
short agent_wait(struct agent *agent, int fd, short events);

/* In the agent: reports; without need, it does nothing. */
void agent_report(struct agent *agent, bool raise);

/* In the agent: ends it with a reason, which goes to standard error. */
_Noreturn void agent_fail(const struct agent *agent, const char *what);

#endif
