/* Takes interrupt 1 in the way that its name says. */
#include <causeway/causeway.h>
#include <causeway/timer.h>
#include <microkit.h>

#include <stdio.h>
#include <string.h>

enum { LINE = 1, OTHER = 2, TIMES = 3 };

struct device_timer *timer; /* set where a test maps it */

static unsigned deliveries;

/* Until the timer's period has been over so often. */
static void wait_for_count(uint64_t count)
{
	while (causeway_timer_count(timer) < count)
		;
}

static _Bool is(const char *name)
{
	return !strcmp(microkit_name, name);
}

void init(void)
{
	if (is("in_init")) {
		wait_for_count(1);
		while (!causeway_poll())
			;
		wait_for_count(causeway_timer_count(timer) + 2);
		printf("init ends\n");
	} else if (is("deadline")) {
		causeway_timer_set(timer, causeway_time() + 5000000);
	} else if (is("too_late")) {
		causeway_timer_set(timer, 1);
	} else if (is("replaced")) {
		causeway_timer_set(timer, UINT64_MAX);
		causeway_timer_set(timer, causeway_time() + 5000000);
	} else if (is("taken_back")) {
		causeway_timer_set(timer, causeway_time() + 5000000);
		causeway_timer_set(timer, 0);
	} else if (is("kick_nothing")) {
		static char own;
		causeway_device_kick(&own);
		causeway_device_kick(NULL);
		causeway_device_kick((void *)0x4000000);
		printf("still here\n");
	}
}

void notified(microkit_channel channel)
{
	deliveries++;
	printf("%s: interrupt %u, delivery %u\n", microkit_name, channel, deliveries);
	if (is("never"))
		return;
	if (is("late")) {
		/* Many more come, which are one. */
		wait_for_count(causeway_timer_count(timer) + 10);
		printf("%s: many later\n", microkit_name);
		if (deliveries < 2)
			microkit_irq_ack(channel);
	} else if (is("deferred")) {
		microkit_deferred_irq_ack(channel);
		if (deliveries < TIMES)
			return;
		printf("%s: enough\n", microkit_name);
		microkit_irq_ack(OTHER); /* is reported: there is no such interrupt */
		causeway_crash("done");
	} else if (is("acks") || is("spun")) {
		if (deliveries < TIMES)
			microkit_irq_ack(channel);
	} else if (is("in_init")) {
		printf("in_init: not acknowledged\n");
	} else {
		microkit_irq_ack(channel);
	}
}
