/* Notified, it does something at random. */
#include "stress.h"

volatile struct stress *stress;

void init(void)
{
}

static void call(void)
{
	seL4_Word number = chance(1000000);
	microkit_mr_set(0, number);
	stress->calls[own_index()]++;
	microkit_ppcall(SERVER, microkit_msginfo_new(1, 1));
	if (microkit_mr_get(0) != number + 1)
		printf("%s: a wrong answer\n", microkit_name);
}

void notified(microkit_channel channel)
{
	take(channel);
	if (causeway_time() > stress->end)
		return;
	/* Less than one new notification for each: what the clock and the terminal begin comes to an end. */
	switch (chance(8)) {
	case 0:
	case 1:
		call();
		break;
	case 2:
		call();
		tell(WORKERS + (own_index() - WORKERS + 1 + chance(WORKER_COUNT - 1)) % WORKER_COUNT);
		break;
	case 3:
		tell(SERVER + chance(2));
		break;
	case 4:
		compute(chance(2000000));
		break;
	case 5:
		causeway_yield();
		break;
	default:
		compute(chance(50000));
	}
}
