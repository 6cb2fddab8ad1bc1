#include "launch/watch.h"

#include "launch/device.h"
#include "launch/timer.h"

static const struct launch_watcher *watcher_of(const struct launch *launch)
{
	return launch->phase == LAUNCH_RUNNING ? launch->options->watcher : NULL;
}

static void look_again(struct launch *launch, struct launch_timer *timer)
{
	(void)timer;
	watch_look(launch);
}

void watch_begin(struct launch *launch)
{
	if (!watcher_of(launch))
		return;
	launch->look = ARENA_NEW(launch->compilation->arena, struct launch_timer);
	launch->look->expire = look_again;
	watch_look(launch);
}

void watch_show(struct launch *launch, const char *bytes, size_t length)
{
	const struct launch_watcher *watcher = watcher_of(launch);
	if (watcher && watcher->shown(watcher->context, launch->shown_at, bytes, length))
		launch_finish(launch, LAUNCH_DONE);
}

void watch_look(struct launch *launch)
{
	const struct launch_watcher *watcher = watcher_of(launch);
	const char *bytes;
	bool may_type = false;
	if (!watcher)
		return;
	launch->shown_at = timer_now(launch);
	uint64_t next = watcher->look(watcher->context, launch->shown_at, &may_type);
	if (!next) {
		launch_finish(launch, LAUNCH_DONE);
		return;
	}
	/* The end of a run that is written down is a part of it. */
	launch->baton->watched = may_type || launch->options->trace_hash || launch->options->trace;
	size_t length = watcher->typed(watcher->context, &bytes);
	for (size_t i = 0; i < length; i++)
		VEC_PUSH(launch->compilation->arena, &launch->typed, bytes[i]);
	if (length)
		device_typed_more(launch);
	timer_set(launch, launch->look, next);
}

bool watch_take_typed(struct launch *launch, uint8_t *character)
{
	if (launch->typed_taken == launch->typed.count)
		return false;
	*character = (uint8_t)launch->typed.items[launch->typed_taken++];
	return true;
}
