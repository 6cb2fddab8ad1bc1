/*
 * Strands: the threads of a component, as coroutines of its protection domain. A strand runs until it blocks,
 * yields or ends; those that are ready take turns in the order in which they became so. When none is ready,
 * the protection domain returns to its event loop, and the next notification goes on from there.
 */
#ifndef CAMKES_STRAND_H
#define CAMKES_STRAND_H

#include "causeway/causeway.h"
#include "causeway/component.h"

/* The index of the strand that runs, or in whose place something is called; -1: there is none (constructors,
 * the event loop). */
int causeway_strand_current(void);

/* Makes strand INDEX, which has not run yet, ready to run ENTRY. It ends when ENTRY returns. */
void causeway_strand_start(size_t index, void (*entry)(void));

/*
 * Calls FUNCTION(ARGUMENT) in place of STRAND, which has ended: on its stack and in its name. NULL: on the
 * stack there is, in nobody's name. FUNCTION cannot block. For the event loop.
 */
void causeway_strand_call(const struct causeway_strand *strand, void (*function)(void *), void *argument);

/* Suspends the running strand until someone wakes it out of QUEUE. KIND and WHAT tell what it waits for. */
void causeway_strand_block(struct causeway_strand_queue *queue, enum causeway_wait kind, const char *what);

/* Makes the strand that has waited longest in QUEUE ready. Returns whether there was one. */
bool causeway_strand_wake(struct causeway_strand_queue *queue);

/* Takes pending notifications, then lets all strands that are ready run before the running one goes on. */
void causeway_strand_give_way(void);

/* Runs strands until none is ready; for the event loop. Returns at once when called from a strand. */
void causeway_strand_run_all(void);

#endif
