/*
 * The timer. `period` on its line raises the interrupt at fixed times from the system's beginning on; a
 * deadline in its registers raises it once. Periods that nobody took notice of are one interrupt, as on any
 * line; the registers' `count` goes on counting them.
 *
 * One of the launcher's timers is set to whichever comes first. It reads the deadline anew when it is time,
 * and takes it away only if it is still the one that is over: the domain may be writing the next one. A
 * deadline that has passed when the kick arrives is over at once, so none is lost in between.
 */
#include "launch/device.h"
#include "launch/timer.h"

#include "causeway/device.h"

#include <stddef.h>

struct timer {
	struct launch_timer alarm;
	struct launch_device *device;
	uint64_t next; /* end of the period; 0: none */
};

static uint64_t now(const struct launch *launch)
{
	return timer_now(launch) - launch->baton->epoch;
}

static uint64_t deadline(const struct launch_device *device)
{
	struct device_timer *registers = device->registers;
	return registers ? __atomic_load_n(&registers->deadline, __ATOMIC_SEQ_CST) : 0;
}

static void arm(struct launch *launch, const struct launch_device *device)
{
	struct timer *timer = device->own;
	uint64_t at = deadline(device);
	if (!at || (timer->next && timer->next < at))
		at = timer->next;
	/* Far beyond any run, so that the sum is a time. */
	if (at > UINT64_MAX / 4)
		at = UINT64_MAX / 4;
	timer_set(launch, &timer->alarm, at ? at + launch->baton->epoch : UINT64_MAX);
}

static void count(const struct launch_device *device, uint64_t more)
{
	struct device_timer *registers = device->registers;
	if (registers)
		__atomic_fetch_add(&registers->count, more, __ATOMIC_SEQ_CST);
}

static void look(struct launch *launch, struct launch_device *device)
{
	struct timer *timer = device->own;
	struct device_timer *registers = device->registers;
	uint64_t time = now(launch), over = 0, at = deadline(device);
	if (timer->next && timer->next <= time) {
		over = (time - timer->next) / device->board->period + 1;
		timer->next += over * device->board->period;
	}
	if (at && at <= time) {
		over++;
		__atomic_compare_exchange_n(&registers->deadline, &at, 0, false, __ATOMIC_SEQ_CST,
					    __ATOMIC_SEQ_CST);
	}
	arm(launch, device);
	if (!over)
		return;
	count(device, over);
	device_raise(launch, device);
}

static void expire(struct launch *launch, struct launch_timer *alarm)
{
	look(launch, ((struct timer *)(void *)((char *)alarm - offsetof(struct timer, alarm)))->device);
}

static bool timer_open(struct launch *launch, struct launch_device *device)
{
	struct timer *timer = ARENA_NEW(launch->compilation->arena, struct timer);
	timer->alarm.expire = expire;
	timer->device = device;
	device->own = timer;
	return true;
}

static void timer_begin(struct launch *launch, struct launch_device *device)
{
	struct timer *timer = device->own;
	timer->next = device->board->period;
	look(launch, device);
}

static bool timer_may_come(const struct launch *launch, const struct launch_device *device)
{
	const struct timer *timer = device->own;
	(void)launch;
	return timer->next || deadline(device);
}

const struct device_class device_timer = {
	.open = timer_open,
	.begin = timer_begin,
	.kicked = look,
	.may_come = timer_may_come,
};
