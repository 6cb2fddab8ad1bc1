/*
 * Time: scheduling contexts with their budgets, and the turns of domains. As on seL4 (MCS), a context is
 * charged for the time that its user has the processor.
 *
 * A round robin context (the system description's budget is its period) has slices: when one is over its user
 * goes behind its equals with a new one; what is left of a slice is kept over calls, waits and preemption.
 * Another one has a budget in each period: what was used comes back a period after the use began, in at most
 * LINUX_REFILLS pieces, and who has none left cannot run until then.
 *
 * Time is read only where contexts change, and only in systems where it matters (`accounting`).
 */
#ifndef BATON_BUDGET_H
#define BATON_BUDGET_H

#include "abi/linux_baton.h"

#include <stdbool.h>
#include <stddef.h>

/* A refill with less than this would be over before it is noticed; it is added to the next one. */
#define BATON_REFILL_MIN UINT64_C(10000)

/* Now, in nanoseconds: of the host's monotonic clock, or simulated. Each builder of the scheduler has its
 * own. */
uint64_t baton_clock(const struct linux_baton *baton);

enum baton_time { BATON_TIME_LEFT, BATON_TIME_SLICE_OVER, BATON_TIME_SPENT };

/* Gives PD's context its budget. A period that is no longer than the budget makes it round robin. */
void baton_context_init(struct linux_baton *baton, unsigned pd, uint64_t budget, uint64_t period);

/* Charges the time since the last charge to the context in use, and says what that context has now. */
enum baton_time baton_charge(struct linux_baton *baton);

/* Uses up what the context in use could still use at once. */
void baton_forfeit(struct linux_baton *baton);

/* From now on PD's context is charged. Charges the one before, unless it is the same. */
void baton_charge_next(struct linux_baton *baton, unsigned pd);

/* Whether PD's context has budget now. */
bool baton_has_budget(struct linux_baton *baton, unsigned pd);

/* PD, which could run, waits for a refill of its context. */
void baton_spend(struct linux_baton *baton, unsigned pd);

/* Makes those ready again whose refill is due, and begins the turn of the next domain when it is due. */
void baton_catch_up(struct linux_baton *baton);

/*
 * When the scheduler has to look at the clock again while PD runs; LINUX_NOBODY: while nobody runs.
 * UINT64_MAX: not because of time.
 */
uint64_t baton_deadline(struct linux_baton *baton, unsigned pd);

/* FROM's context goes to TO, or back. */
void baton_donate(struct linux_baton *baton, unsigned from, unsigned to);

#endif
