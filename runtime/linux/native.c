/*
 * Notifications and protected procedure calls, as edits of the scheduler's memory while this domain has the
 * baton.
 */
#include "common.h"
#include "native.h"

#include "baton.h"
#include "budget.h"
#include "event.h"
#include "kernel.h"
#include "processor.h"

#include <string.h>

/* Whose call or fault was received last and not answered yet. */
static unsigned caller = LINUX_NOBODY;

static seL4_Word received(seL4_Word badge)
{
	baton_event(linux_baton(), LINUX_EVENT_RECEIVE, linux_self.index, caller, badge);
	return badge;
}

static seL4_Word take_message(unsigned from, microkit_msginfo *info)
{
	struct linux_baton *baton = linux_baton();
	seL4_Word badge = baton->pds[from].badge;
	if (badge & NATIVE_BADGE_FAULT) {
		baton_transfer_fault(baton, from, linux_self.index);
	} else {
		baton_transfer(baton, from, linux_self.index, baton->pds[from].info);
		baton->pds[from].state = LINUX_STATE_CALLING;
	}
	caller = from;
	info->words[0] = linux_slot()->info;
	return badge;
}

static seL4_Word take_notification(void)
{
	struct linux_pd *slot = linux_slot();
	if (!atomic_load_explicit(&slot->notification, memory_order_relaxed))
		return 0;
	return atomic_exchange(&slot->notification, 0) & LINUX_BADGE_NOTIFICATIONS;
}

/* The first of those who have called and wait. */
static seL4_Word take_caller(microkit_msginfo *info)
{
	struct linux_baton *baton = linux_baton();
	unsigned first = caller == LINUX_NOBODY ? baton_caller_pop(baton, linux_self.index) : BATON_NOBODY;
	if (first == BATON_NOBODY)
		return 0;
	if (linux_slot()->context == LINUX_NOBODY)
		baton_donate(baton, first, linux_self.index);
	return take_message(first, info);
}

/*
 * A passive domain has no scheduling context while it waits: its own one is kept by its notification, for
 * whoever notifies it. It begins when init() has returned.
 */
static void become_passive(void)
{
	struct linux_baton *baton = linux_baton();
	struct linux_pd *slot = linux_slot();
	if (slot->passive == LINUX_BECOMES_PASSIVE) {
		slot->passive = LINUX_PASSIVE;
		baton_event(baton, LINUX_EVENT_PASSIVE, linux_self.index, LINUX_NOBODY, 0);
		linux_tell(LINUX_PACKET_PASSIVE, 0, 0);
	}
	slot->context = LINUX_NOBODY;
}

/* Before this domain goes on with an event: if it has no scheduling context, it runs on its own one. Another
 * one than until now may have no budget. */
static seL4_Word go_on_with(seL4_Word badge)
{
	struct linux_pd *slot = linux_slot();
	if (slot->context == LINUX_NOBODY)
		slot->context = linux_self.index;
	if (slot->passive != LINUX_ACTIVE)
		processor_change_context();
	return badge;
}

static seL4_Word take_pending(microkit_msginfo *info)
{
	if (linux_slot()->passive == LINUX_BECOMES_PASSIVE)
		become_passive();
	seL4_Word badge = take_notification();
	if (!badge) {
		if (linux_slot()->passive == LINUX_PASSIVE)
			become_passive();
		badge = take_caller(info);
	}
	return badge ? go_on_with(badge) : 0;
}

static seL4_Word receive(microkit_msginfo *info)
{
	struct linux_pd *slot = linux_slot();
	seL4_Word badge = take_pending(info);
	/* Stopped by its parent meanwhile and released again, a domain waits as before. */
	while (!badge) {
		slot->received = 0;
		slot->state = LINUX_STATE_WAITING;
		baton_event(linux_baton(), LINUX_EVENT_WAIT, linux_self.index, LINUX_NOBODY, 0);
		processor_switch();
		badge = slot->received;
		if (!badge)
			badge = take_pending(info);
		else if (badge & (NATIVE_BADGE_CALL | NATIVE_BADGE_FAULT)) {
			/* The caller wrote who it is; it still waits, so its slot is not in use for anything
			 * else. */
			int from = baton_index(linux_baton(), slot->peer);
			caller = from < 0 ? LINUX_NOBODY : (unsigned)from;
			info->words[0] = slot->info;
		}
	}
	return received(badge);
}

/*
 * The one who called goes on before its equals: the call did not cost it its turn. If it lent its scheduling
 * context, it has it back.
 */
static void reply(microkit_msginfo info)
{
	struct linux_baton *baton = linux_baton();
	unsigned to = caller;
	caller = LINUX_NOBODY;
	if (to == LINUX_NOBODY || baton->pds[to].peer != linux_self.index)
		return;
	baton_event(baton, LINUX_EVENT_REPLY, linux_self.index, to, info.words[0]);
	if (baton->pds[to].context == LINUX_NOBODY && linux_slot()->passive != LINUX_ACTIVE)
		baton_donate(baton, linux_self.index, to);
	if (baton->pds[to].state == LINUX_STATE_FAULTED) {
		baton_answer_fault(baton, linux_self.index, to, info.words[0]);
	} else if (baton->pds[to].state == LINUX_STATE_CALLING) {
		baton_transfer(baton, linux_self.index, to, info.words[0]);
		baton->pds[to].received = LINUX_REPLIED;
		baton_ready(baton, to, BATON_KEEPS_TURN);
	}
}

seL4_Word native_receive(microkit_msginfo *info)
{
	processor_enter();
	seL4_Word badge = receive(info);
	processor_leave();
	return badge;
}

seL4_Word native_signal_receive(seL4_CPtr cap, microkit_msginfo *info)
{
	common_carry_out(cap);
	return native_receive(info);
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

void native_no_reply(void)
{
	processor_enter();
	struct linux_baton *baton = linux_baton();
	if (caller != LINUX_NOBODY && baton->pds[caller].state == LINUX_STATE_FAULTED &&
	    baton->pds[caller].peer == linux_self.index)
		baton->pds[caller].state = LINUX_STATE_STOPPED;
	caller = LINUX_NOBODY;
	processor_leave();
}

void linux_native_reset(void)
{
	caller = LINUX_NOBODY;
}

seL4_Word native_poll(microkit_msginfo *info)
{
	processor_enter();
	seL4_Word badge = take_notification();
	/* A passive domain would have nothing to run on once it had answered a call without receiving. */
	if (!badge && linux_slot()->passive == LINUX_ACTIVE)
		badge = take_caller(info);
	if (badge)
		received(badge);
	processor_leave();
	return badge;
}

/*
 * The end that CHANNEL is, if this domain has RIGHT to it. Without, a debug kernel says so on its console;
 * what it cannot even look up is a fault. SLOT is where the capability would be.
 */
static const struct linux_channel *find_end(microkit_channel channel, unsigned right, seL4_Word slot)
{
	if (channel >= LINUX_CHANNELS)
		linux_stop_lookup(slot + channel);
	const struct linux_channel *end = &linux_self.channels[channel];
	if (end->rights & right)
		return end;
	microkit_dbg_puts("<<kernel: '");
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts("' attempted to invoke a null cap #");
	microkit_dbg_put32((seL4_Uint32)(slot + channel));
	microkit_dbg_puts(">>\n");
	return NULL;
}

void native_notify(microkit_channel channel)
{
	const struct linux_channel *end = find_end(channel, LINUX_MAY_NOTIFY, BASE_OUTPUT_NOTIFICATION_CAP);
	if (!end)
		return;
	processor_enter();
	baton_event(linux_baton(), LINUX_EVENT_NOTIFY, linux_self.index, end->peer,
		    (uint64_t)1 << end->peer_id);
	if (baton_notify(linux_baton(), end->peer, (uint64_t)1 << end->peer_id))
		processor_let_higher_run();
	processor_leave();
}

static void call(const struct linux_channel *end, microkit_msginfo info)
{
	struct linux_baton *baton = linux_baton();
	struct linux_pd *slot = linux_slot(), *callee = &baton->pds[end->peer];
	slot->info = info.words[0];
	slot->peer = end->peer;
	slot->received = 0;
	baton_event(baton, LINUX_EVENT_CALL, linux_self.index, end->peer, info.words[0]);
	if (callee->state == LINUX_STATE_WAITING &&
	    !atomic_load_explicit(&callee->dead, memory_order_relaxed)) {
		baton_transfer(baton, linux_self.index, end->peer, info.words[0]);
		slot->state = LINUX_STATE_CALLING;
		callee->peer = linux_self.index;
		callee->received = NATIVE_BADGE_CALL | end->peer_id;
		if (callee->context == LINUX_NOBODY)
			baton_donate(baton, linux_self.index, end->peer);
		processor_run(end->peer);
	} else {
		slot->state = LINUX_STATE_QUEUED;
		slot->badge = NATIVE_BADGE_CALL | end->peer_id;
		baton_caller_push(baton, end->peer, linux_self.index);
		processor_switch();
	}
}

/* Stopped by its parent and resumed, a domain calls again. */
microkit_msginfo native_call(microkit_channel channel, microkit_msginfo info)
{
	const struct linux_channel *end = find_end(channel, LINUX_MAY_CALL, BASE_ENDPOINT_CAP);
	if (!end)
		return microkit_msginfo_new(seL4_InvalidCapability, 0);
	struct linux_pd *slot = linux_slot();
	if (linux_baton()->pds[end->peer].priority <= slot->priority)
		native_crash("called a protection domain whose priority is not above its own");
	processor_enter();
	do
		call(end, info);
	while (slot->received != LINUX_REPLIED);
	info.words[0] = slot->info;
	processor_leave();
	return info;
}

void native_irq_ack(microkit_channel id)
{
	processor_enter();
	baton_irq_ack(linux_baton(), linux_self.index, id);
	processor_leave();
}

/*
 * The launcher finds the device by where its registers are mapped. As with hardware, the device has seen the
 * write when the next instruction runs: this waits for it, and may be preempted meanwhile.
 */
void native_device_kick(const volatile void *registers)
{
	struct linux_irqs *irqs = &linux_baton()->irqs[linux_self.index];
	uint64_t address = (uint64_t)registers;
	if (linux_self.simulated) {
		irqs->kicks++;
		processor_enter();
		processor_let_launcher_run(LINUX_PACKET_DEVICE, (uint32_t)(address >> 32), (uint32_t)address);
		processor_leave();
		return;
	}
	uint32_t own = ++irqs->kicks, done;
	linux_tell(LINUX_PACKET_DEVICE, (uint32_t)(address >> 32), (uint32_t)address);
	while ((done = atomic_load(&irqs->kicks_done)) != own)
		kernel_futex_wait(&irqs->kicks_done, done);
}

uint64_t native_time(void)
{
	if (linux_self.simulated)
		processor_spend();
	return baton_clock(linux_baton()) - linux_baton()->epoch;
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
	/* The call itself: what follows one that does not return may be another function. */
	fault->pc = (uint64_t)__builtin_return_address(0) - 1;
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
