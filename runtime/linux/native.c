/*
 * Notifications and protected procedure calls, as edits of the scheduler's memory while this domain has the
 * baton.
 */
#include "native.h"

#include "baton.h"
#include "processor.h"

#include <string.h>

/* The caller whose call was received last and not answered yet. */
static unsigned caller = LINUX_NOBODY;

static seL4_Word take_call(unsigned from, unsigned id, microkit_msginfo *info)
{
	struct linux_baton *baton = linux_baton();
	baton_transfer(baton, from, linux_self.index, baton->pds[from].info);
	baton->pds[from].state = LINUX_STATE_CALLING;
	caller = from;
	info->words[0] = linux_slot()->info;
	return NATIVE_BADGE_CALL | id;
}

/* What is there already: notifications, then callers; 0 when nothing is. */
static seL4_Word take_pending(microkit_msginfo *info)
{
	struct linux_pd *slot = linux_slot();
	if (atomic_load_explicit(&slot->notification, memory_order_relaxed)) {
		seL4_Word bits = atomic_exchange(&slot->notification, 0) & LINUX_BADGE_NOTIFICATIONS;
		if (bits)
			return bits;
	}
	if (caller != LINUX_NOBODY)
		return 0;
	unsigned first = baton_caller_pop(linux_baton(), linux_self.index);
	if (first == BATON_NOBODY)
		return 0;
	return take_call(first, linux_baton()->pds[first].call_id % LINUX_CHANNELS, info);
}

static seL4_Word receive(microkit_msginfo *info)
{
	seL4_Word badge = take_pending(info);
	if (badge)
		return badge;
	struct linux_pd *slot = linux_slot();
	slot->state = LINUX_STATE_WAITING;
	processor_switch();
	badge = slot->received;
	if (badge & NATIVE_BADGE_CALL) {
		/* The caller wrote who it is; it still waits, so its slot is not in use for anything else. */
		int from = baton_index(linux_baton(), slot->peer);
		caller = from < 0 ? LINUX_NOBODY : (unsigned)from;
		info->words[0] = slot->info;
	}
	return badge;
}

/* The one who called goes on before its equals: the call did not cost it its turn. */
static void reply(microkit_msginfo info)
{
	struct linux_baton *baton = linux_baton();
	unsigned to = caller;
	caller = LINUX_NOBODY;
	if (to == LINUX_NOBODY || baton->pds[to].state != LINUX_STATE_CALLING ||
	    baton->pds[to].peer != linux_self.index)
		return;
	baton_transfer(baton, linux_self.index, to, info.words[0]);
	baton_push_head(baton, to);
}

seL4_Word native_receive(microkit_msginfo *info)
{
	processor_enter();
	seL4_Word badge = receive(info);
	processor_leave();
	return badge;
}

seL4_Word native_reply_receive(microkit_msginfo answer, microkit_msginfo *info)
{
	processor_enter();
	reply(answer);
	seL4_Word badge = receive(info);
	processor_leave();
	return badge;
}

void native_reply(microkit_msginfo answer)
{
	processor_enter();
	reply(answer);
	processor_let_higher_run();
	processor_leave();
}

seL4_Word native_poll(microkit_msginfo *info)
{
	processor_enter();
	seL4_Word badge = take_pending(info);
	processor_leave();
	return badge;
}

void native_notify(microkit_channel channel)
{
	const struct linux_channel *end = &linux_self.channels[channel];
	processor_enter();
	baton_notify(linux_baton(), end->peer, (uint64_t)1 << end->peer_id);
	processor_let_higher_run();
	processor_leave();
}

microkit_msginfo native_call(microkit_channel channel, microkit_msginfo info)
{
	const struct linux_channel *end = &linux_self.channels[channel];
	struct linux_baton *baton = linux_baton();
	struct linux_pd *slot = linux_slot(), *callee = &baton->pds[end->peer];
	if (callee->priority <= slot->priority)
		native_crash("called a protection domain whose priority is not above its own");
	processor_enter();
	slot->info = info.words[0];
	slot->peer = end->peer;
	if (callee->state == LINUX_STATE_WAITING &&
	    !atomic_load_explicit(&callee->dead, memory_order_relaxed)) {
		baton_transfer(baton, linux_self.index, end->peer, info.words[0]);
		slot->state = LINUX_STATE_CALLING;
		callee->peer = linux_self.index;
		callee->received = NATIVE_BADGE_CALL | end->peer_id;
		callee->state = LINUX_STATE_RUNNING;
		processor_hand_over(end->peer);
	} else {
		slot->state = LINUX_STATE_QUEUED;
		slot->call_id = end->peer_id;
		baton_caller_push(baton, end->peer, linux_self.index);
		processor_switch();
	}
	info.words[0] = slot->info;
	processor_leave();
	return info;
}

/* Interrupt lines have no hardware behind them here: acknowledging one lets its source raise it again. */
void native_irq_ack(microkit_channel id)
{
	(void)id;
}

void native_yield(void)
{
	processor_yield();
}

seL4_Word *native_message(void)
{
	return linux_area()->message;
}

void native_crash(const char *text)
{
	struct linux_fault *fault = &linux_area()->fault;
	strncpy(fault->text, text, sizeof fault->text - 1);
	fault->pc = (uint64_t)__builtin_return_address(0);
	linux_stop(LINUX_FAULT_CRASH);
}

void native_wait_note(unsigned strand, enum causeway_wait kind, const char *what)
{
	if (strand >= LINUX_STRANDS_MAX)
		return;
	struct linux_note *note = &linux_area()->notes[strand];
	note->kind = (uint32_t)kind;
	strncpy(note->what, what ? what : "", sizeof note->what - 1);
}
