/*
 * seL4Notification. Under CAmkES a consumer has a notification object and a thread that receives from it:
 * emits that come before it receives are one. What it receives goes to the callback, if one is registered (it
 * is for one event only, so it is taken away before it is called), else to a counting semaphore from which
 * _wait and _poll take.
 *
 * Here a bit stands for the object and the interface's strand for its thread. _poll and _wait let that strand
 * run first: it then has received all that was emitted before, as a thread of the same priority could have.
 */
#include "semaphore.h"
#include "strand.h"

#include "microkit.h"

void causeway_event_notified(const void *object)
{
	const struct causeway_event *event = object;
	event->state->signalled = true;
	causeway_strand_wake(&event->state->receiver);
}

void causeway_emit(const struct causeway_emitter *emitter)
{
	for (size_t i = 0; i < emitter->channel_count; i++)
		microkit_notify(emitter->channels[i]);
	for (size_t i = 0; i < emitter->local_count; i++)
		emitter->local[i].notified(emitter->local[i].object);
}

static void receive(struct causeway_event_state *state)
{
	while (!state->signalled)
		causeway_strand_block(&state->receiver, CAUSEWAY_WAIT_NONE, NULL);
	state->signalled = false;
}

void causeway_event_serve(const struct causeway_event *event)
{
	struct causeway_event_state *state = event->state;
	for (;;) {
		receive(state);
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
