/*
 * Faults of this protection domain. Its parent gets them as a message, in turn with the calls of others;
 * without a parent the launcher, which is told in any case, reports them. The domain waits, in the signal
 * handler or wherever it was: only its parent can let it go on.
 */
#include "kernel.h"
#include "native.h"
#include "processor.h"
#include "self.h"

#include "baton.h"
#include "budget.h"
#include "event.h"

#include "causeway/causeway.h"

#include <signal.h>
#include <string.h>

ucontext_t *linux_interrupted;

/* Ending oneself is no fault. */
static _Bool is_for_parent(enum linux_fault_kind kind)
{
	return linux_self.parent != LINUX_NO_PARENT &&
	       !(kind == LINUX_FAULT_EXIT && !linux_area()->fault.number) &&
	       !atomic_load_explicit(&linux_baton()->pds[linux_self.parent].dead, memory_order_relaxed);
}

/* As a call, but that its answer is a decision. */
static void give_to_parent(void)
{
	struct linux_baton *baton = linux_baton();
	struct linux_pd *slot = linux_slot(), *parent = &baton->pds[linux_self.parent];
	slot->badge = NATIVE_BADGE_FAULT | linux_self.id;
	slot->peer = linux_self.parent;
	if (parent->state != LINUX_STATE_WAITING) {
		slot->state = LINUX_STATE_QUEUED;
		baton_caller_push(baton, linux_self.parent, linux_self.index);
		return;
	}
	baton_transfer_fault(baton, linux_self.index, linux_self.parent);
	parent->peer = linux_self.index;
	parent->received = slot->badge;
	/* A passive parent deals with it on the child's scheduling context. */
	if (parent->context == LINUX_NOBODY)
		baton_donate(baton, linux_self.index, linux_self.parent);
	baton_ready(baton, linux_self.parent, BATON_WOKEN);
}

static _Bool may_go_on(uint64_t fault_info, uint64_t reply_info)
{
	seL4_MessageInfo_t fault = { { fault_info } }, reply = { { reply_info } };
	seL4_Word label = seL4_MessageInfo_get_label(fault);
	/* To these two a parent may reply that the child is to stay stopped. */
	return !(label == seL4_Fault_UnknownSyscall || label == seL4_Fault_UserException) ||
	       !seL4_MessageInfo_get_label(reply);
}

/* The program's own words, if it has any. What it did itself (a crash, a system call) it has words for
 * already. */
static void say(const struct linux_fault *fault)
{
	_Bool memory = fault->signal == SIGSEGV || fault->signal == SIGBUS;
	struct causeway_fault seen = { CAUSEWAY_FAULT_EXCEPTION, fault->address, fault->pc };
	if (memory)
		seen.kind = fault->access == LINUX_ACCESS_EXECUTE ? CAUSEWAY_FAULT_INSTRUCTION
								  : CAUSEWAY_FAULT_DATA;
	causeway_fault_seen(&seen);
}

void linux_fault(enum linux_fault_kind kind, ucontext_t *context)
{
	struct linux_fault *fault = &linux_area()->fault;
	struct linux_pd *slot = linux_slot();
	_Bool told = is_for_parent(kind);
	processor_enter();
	if (context && !told && (kind == LINUX_FAULT_SIGNAL || kind == LINUX_FAULT_CRASH))
		say(fault);
	linux_console_flush();
	fault->kind = (uint32_t)kind;
	arch_fault_message(fault, context);
	uint64_t info = fault->info;
	linux_tell(LINUX_PACKET_FAULT, told, 0);
	/* A signal from outside, or a fault before the start: the queues are somebody else's to edit. */
	if (atomic_load(&linux_baton()->current) != linux_self.index)
		processor_wait();
	baton_event(linux_baton(), LINUX_EVENT_FAULT, linux_self.index, LINUX_NOBODY, kind);
	slot->request = LINUX_REQUEST_NONE;
	slot->state = LINUX_STATE_STOPPED;
	if (told)
		give_to_parent();
	do {
		processor_switch();
		/* Whoever was let run by mistake stops again. */
		slot->state = LINUX_STATE_STOPPED;
	} while (slot->request != LINUX_REQUEST_RESUME || !may_go_on(info, fault->info));
	slot->request = LINUX_REQUEST_NONE;
	slot->state = LINUX_STATE_RUNNING;
	if (context)
		arch_fault_answer(fault, info, context);
	processor_leave();
}

/* What cannot go on faults again at once, as on seL4, where the library stops itself by a bad access. */
void linux_stop(enum linux_fault_kind kind)
{
	for (;;)
		linux_fault(kind, NULL);
}

void linux_stop_lookup(uint64_t slot)
{
	struct linux_fault *fault = &linux_area()->fault;
	fault->pc = (uint64_t)__builtin_return_address(0) - 1;
	fault->address = slot;
	linux_stop(LINUX_FAULT_LOOKUP);
}
