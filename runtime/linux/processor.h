/*
 * Having and giving up the processor: this protection domain's side of the baton.
 *
 * Between processor_enter and processor_leave the domain edits the scheduler's memory, and the preemption
 * signal does nothing: leave looks again for what came meanwhile.
 */
#ifndef LINUX_PROCESSOR_H
#define LINUX_PROCESSOR_H

#include "self.h"

void processor_enter(void);
void processor_leave(void);

/* Lets the domains that are ready run. The caller has put itself where its state says; returns when it runs
 * again. */
void processor_switch(void);

/* As processor_switch, to a domain that the caller made RUNNING (it is above all that are ready). */
void processor_hand_over(unsigned pd);

/* Runs whoever is above this domain now. It keeps its turn. */
void processor_let_higher_run(void);

/* Waits for the baton without having it: at the start, and for ever in a stopped domain. */
void processor_wait(void);

/* The handler of the preemption signal calls this. */
void processor_preempt(void);

/* Lets equals run. */
void processor_yield(void);

#endif
