/*
 * Time in a simulated run (causeway run --sim): it does not pass by itself. These are its prices, in
 * nanoseconds; with a seed, that of a call is between a half and three halves of this.
 */
#ifndef ABI_LINUX_SIM_H
#define ABI_LINUX_SIM_H

enum {
	LINUX_SIM_CALL = 500, /* a call of the Core Platform's API, a look at the clock, a piece of output */
	LINUX_SIM_BLOCK = 4,  /* a basic block of a program that was built for simulation */
};

/* The system call that a program built for simulation makes when its time is over: that gets it onto the
 * stack of signals, where it may wait. */
#define LINUX_SIM_TICK SYS_pause

#endif
