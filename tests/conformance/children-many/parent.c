#include "conformance.h"

enum { CHILDREN = 8, ROUNDS = 2000 };

static unsigned rounds, random_state = 12345, alive;

static unsigned random_below(unsigned limit)
{
	random_state = random_state * 1103515245 + 12345;
	return (random_state >> 16) % limit;
}

void init(void)
{
}

/* After the last round all run again, and each says so. */
static void act(void)
{
	if (rounds++ >= ROUNDS)
		return;
	if (rounds == ROUNDS) {
		for (microkit_child child = 0; child < CHILDREN; child++)
			microkit_pd_resume(child);
		say("resumes all");
		return;
	}
	microkit_child child = random_below(CHILDREN);
	switch (random_below(4)) {
	case 0:
		microkit_pd_stop(child);
		break;
	case 1:
		microkit_pd_restart(child, 0x200000);
		break;
	default:
		microkit_pd_resume(child);
	}
}

void notified(microkit_channel channel)
{
	if (channel == 60)
		act();
	else if (rounds >= ROUNDS && !(alive & 1u << channel)) {
		alive |= 1u << channel;
		if (alive == (1u << CHILDREN) - 1)
			say("all are alive");
	}
}
