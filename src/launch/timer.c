#include "launch/timer.h"

#include "runtime/baton/budget.h"

#include <sys/timerfd.h>

uint64_t timer_now(const struct launch *launch)
{
	return baton_clock(launch->baton);
}

static uint64_t earliest(const struct launch *launch, bool background)
{
	uint64_t first = UINT64_MAX;
	for (const struct launch_timer *timer = launch->timers; timer; timer = timer->next)
		if (timer->at < first && (background || !timer->background))
			first = timer->at;
	return first;
}

uint64_t timer_next(const struct launch *launch)
{
	return earliest(launch, false);
}

/* Whoever has the processor is interrupted then, or the launcher is woken. */
static void set_alarm(struct launch *launch)
{
	uint64_t at = earliest(launch, true);
	if (launch->baton->simulated) {
		launch->baton->alarm = at;
		return;
	}
	struct itimerspec time = { .it_value = { 0, 0 } };
	if (at != UINT64_MAX)
		time.it_value = (struct timespec){ (time_t)(at / 1000000000), (long)(at % 1000000000) };
	timerfd_settime(launch->clock, TFD_TIMER_ABSTIME, &time, NULL);
}

void timer_set(struct launch *launch, struct launch_timer *timer, uint64_t at)
{
	timer->at = at;
	if (!timer->listed) {
		timer->listed = true;
		timer->next = launch->timers;
		launch->timers = timer;
	}
	set_alarm(launch);
}

void timer_expire(struct launch *launch)
{
	uint64_t now = timer_now(launch);
	for (;;) {
		struct launch_timer *due = NULL;
		for (struct launch_timer *timer = launch->timers; timer; timer = timer->next)
			if (timer->at <= now && (!due || timer->at < due->at))
				due = timer;
		if (!due)
			break;
		due->at = UINT64_MAX;
		due->expire(launch, due);
	}
	set_alarm(launch);
}
