/*
 * The scheduler's rules, as functions over its shared memory, without any system call: the runtime in a
 * protection domain and the launcher are built from the same source. The caller holds the baton unless a
 * comment says otherwise.
 *
 * Strict priorities; first in, first out among equals. A domain that is preempted by a higher one keeps its
 * turn (the head of its queue), one that is woken or whose slice is over goes to the tail. Nobody runs
 * without budget, or out of its scheduling domain's turn (budget.h).
 */
#ifndef BATON_BATON_H
#define BATON_BATON_H

#include "abi/linux_baton.h"

#include <stdbool.h>

/* What baton_choose returns besides an index. */
enum { BATON_NOBODY = LINUX_NOBODY, BATON_CORRUPT = 256 };

void baton_init(struct linux_baton *baton, unsigned pd_count);

/* INDEX, or -1 when it is no protection domain's. */
static inline int baton_index(const struct linux_baton *baton, uint32_t index)
{
	return index < baton->pd_count && index < LINUX_PDS_MAX ? (int)index : -1;
}

/* Where among its equals a domain that can run comes. */
enum baton_place {
	BATON_KEEPS_TURN, /* first: it was preempted, or called somebody who has answered */
	BATON_TURN_OVER,  /* last */
	BATON_WOKEN,	  /* last, and in any order with those woken before who have not run since */
};

/* PD can run: it is ready, or waits for a refill of its scheduling context. */
void baton_ready(struct linux_baton *baton, unsigned pd, enum baton_place place);

/* PD, which runs, gives way to others; its turn is over only if its time slice is. */
void baton_give_way(struct linux_baton *baton, unsigned pd);

/* The highest priority that is ready in the scheduling domain whose turn it is, or -1. */
int baton_top(const struct linux_baton *baton);

/*
 * Decides between COUNT ways that are all allowed: every choice that the scheduler is free to make is made
 * here. Without a seed it is the first, which is what is first come.
 */
unsigned baton_pick(struct linux_baton *baton, unsigned count);

/*
 * Who runs next. Takes the domain out of its
 * queue and makes it RUNNING; BATON_NOBODY when none is ready, BATON_CORRUPT when the queues make no sense.
 */
unsigned baton_choose(struct linux_baton *baton);

/* Adds notifications. Returns whether the domain waited for them and is ready now. */
bool baton_notify(struct linux_baton *baton, unsigned pd, uint64_t bits);

/* Takes in what came from outside. */
void baton_absorb(struct linux_baton *baton);

/* Puts a caller into the callee's queue, or takes the first out of it: BATON_NOBODY when there is none. */
void baton_caller_push(struct linux_baton *baton, unsigned callee, unsigned caller);
unsigned baton_caller_pop(struct linux_baton *baton, unsigned callee);

/* Takes a domain out of the queue that it is in, if it is in one. Its state is the caller's to change. */
void baton_remove(struct linux_baton *baton, unsigned pd);

/*
 * What a parent decides about a child. Stopped, it is in no queue and runs no more; released, it is ready and
 * does what REQUEST says when it runs.
 */
void baton_stop(struct linux_baton *baton, unsigned pd);
void baton_release(struct linux_baton *baton, unsigned pd, enum linux_request request);

/* Gives the fault of a child, whose record is filled in, to its parent, which receives it with this. */
void baton_transfer_fault(struct linux_baton *baton, unsigned child, unsigned parent);

/* Gives a parent's reply to a fault to the child, which is released. */
void baton_answer_fault(struct linux_baton *baton, unsigned parent, unsigned child, uint64_t info);

/* Copies a message (its tag and as many words as that says) from one domain's area to another's. */
void baton_transfer(struct linux_baton *baton, unsigned from, unsigned to, uint64_t info);

/* Makes the queues anew from the states, after the holder died while it may have been editing them. */
void baton_rebuild(struct linux_baton *baton);

/* Not for the holder: leaves notifications from outside. The caller then makes the holder look, or wakes the
 * idle. */
void baton_post(struct linux_baton *baton, unsigned pd, uint64_t bits);

/*
 * Not for the holder: interrupt line ID of PD is raised. Returns whether that was delivered, which is a
 * baton_post; else the line is masked, and the interrupt is pending.
 */
bool baton_irq_raise(struct linux_baton *baton, unsigned pd, unsigned id);

/* PD acknowledges line ID: what is pending is delivered now. */
void baton_irq_ack(struct linux_baton *baton, unsigned pd, unsigned id);

#endif
