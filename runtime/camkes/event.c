/*
 * seL4Notification. Under CAmkES a consumer has a notification object and a thread that receives from it:
 * emits that come before it receives are one. What it receives goes to the callback, if one is registered (it
 * is for one event only, so it is taken away before it is called), else to a counting semaphore from which
 * _wait and _poll take.
 *
 * Here a bit stands for the object and the interface's strand for its thread. _poll and _wait let that strand
 * run first: it then has received all that was emitted before, as a thread of the same priority could have.
 *
 * seL4NotificationQueue is the same with a counter in place of the object.
 */
#include "semaphore.h"
#include "strand.h"

#include "microkit.h"

#include <limits.h>

void causeway_event_notified(const void *object)
{
	const struct causeway_event *event = object;
	event->state->signalled = true;
	causeway_strand_wake(&event->state->receiver);
}

/* The emitter alone writes its counters. */
static void count_up(uint64_t *counter)
{
	__atomic_store_n(counter, *counter + 1, __ATOMIC_RELEASE);
}

void causeway_emit(const struct causeway_emitter *emitter)
{
	for (size_t i = 0; emitter->counters && i < emitter->channel_count + emitter->local_count; i++)
		count_up(emitter->counters[i]);
	for (size_t i = 0; i < emitter->channel_count; i++)
		microkit_notify(emitter->channels[i]);
	for (size_t i = 0; i < emitter->local_count; i++)
		emitter->local[i].notified(emitter->local[i].object);
}

/* Takes an event, if one is there. */
static bool take(const struct causeway_event *event)
{
	struct causeway_event_state *state = event->state;
	if (!event->counter) {
		bool signalled = state->signalled;
		state->signalled = false;
		return signalled;
	}
	uint64_t emitted = __atomic_load_n(event->counter, __ATOMIC_ACQUIRE),
		 left = emitted - state->received;
	if (!left)
		return false;
	/* Nobody emits as many as that meanwhile: the emitter wrote nonsense. */
	state->received = left > INT_MAX ? emitted : state->received + 1;
	return true;
}

static void receive(const struct causeway_event *event)
{
	while (!take(event))
		causeway_strand_block(&event->state->receiver, CAUSEWAY_WAIT_NONE, NULL);
}

void causeway_event_serve(const struct causeway_event *event)
{
	struct causeway_event_state *state = event->state;
	for (;;) {
		receive(event);
		void (*callback)(void *) = state->callback;
		state->callback = NULL;
		if (callback)
			callback(state->argument);
		else
			causeway_semaphore_post(&state->handoff);
	}
}

void causeway_event_wait(const struct causeway_event *event)
{
	causeway_strand_give_way();
	causeway_semaphore_wait(&event->state->handoff, CAUSEWAY_WAIT_EVENT, event->name);
}

int causeway_event_poll(const struct causeway_event *event)
{
	causeway_strand_give_way();
	return causeway_semaphore_try(&event->state->handoff);
}

int causeway_event_reg_callback(const struct causeway_event *event, void (*callback)(void *), void *argument)
{
	struct causeway_event_state *state = event->state;
	if (state->callback)
		return -1;
	if (causeway_semaphore_try(&state->handoff)) {
		callback(argument);
		return 0;
	}
	state->callback = callback;
	state->argument = argument;
	return 0;
}
