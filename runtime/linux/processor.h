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

/* As processor_switch, after PD, which waited, was given something to do: it is above all that are ready, so
 * if it may run now it is next. */
void processor_run(unsigned pd);

/* This domain goes on with another scheduling context: at once, if that has budget. */
void processor_change_context(void);

/* Runs whoever is above this domain now. It keeps its turn. */
void processor_let_higher_run(void);

/* Waits for the baton without having it: at the start, and for ever in a stopped domain. */
void processor_wait(void);

/* The handler of the preemption signal calls one of these: somebody outside sent it, or this domain's own
 * timer. */
void processor_preempt(void);
void processor_timer(void);

/*
 * Simulated: gives the processor to the launcher and says why. What comes from outside is the launcher's to
 * hand in, at a moment that is the same in every run.
 */
void processor_let_launcher_run(enum linux_packet_kind why, uint32_t argument, uint32_t number);

/* Simulated: the program has computed until its deadline; it has made a call that is not the scheduler's. */
void processor_time_over(void);
void processor_spend(void);

/* Simulated: lets the launcher see what was just printed, before the program goes on. */
void processor_be_watched(void);

/* Gives up what is left of the turn: of the time slice, or of the budget until the next refill. */
void processor_yield(void);

#endif
