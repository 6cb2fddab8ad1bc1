#include "budget.h"

#include "baton.h"
#include "event.h"

void baton_context_init(struct linux_baton *baton, unsigned pd, uint64_t budget, uint64_t period)
{
	baton->contexts[pd] = (struct linux_context){
		.budget = budget,
		.period = period > budget ? period : 0,
		.refills = { { 0, budget } },
		.refill_count = 1,
	};
}

static struct linux_context *context_of(struct linux_baton *baton, unsigned pd)
{
	int index = baton_index(baton, baton->pds[pd].context);
	return index < 0 ? NULL : &baton->contexts[index];
}

/* A budget that is smaller than the least refill is its own least refill. */
static uint64_t refill_min(const struct linux_context *context)
{
	return context->budget < BATON_REFILL_MIN ? context->budget : BATON_REFILL_MIN;
}

/* Used time comes back at REFILL's time. What does not fit is put together with the last one, at the later
 * time. */
static void add_refill(struct linux_context *context, struct linux_refill refill)
{
	struct linux_refill *last = &context->refills[context->refill_count - 1];
	if (last->time + last->amount >= refill.time) {
		last->amount += refill.amount;
	} else if (context->refill_count < LINUX_REFILLS) {
		context->refills[context->refill_count++] = refill;
	} else {
		last->time = refill.time - last->amount;
		last->amount += refill.amount;
	}
}

static struct linux_refill take_refill(struct linux_context *context)
{
	struct linux_refill first = context->refills[0];
	context->refill_count--;
	for (unsigned i = 0; i < context->refill_count; i++)
		context->refills[i] = context->refills[i + 1];
	return first;
}

/* USED is no more than the first refill. */
static void charge_budget(struct linux_context *context, uint64_t used)
{
	struct linux_refill *first = context->refills;
	if (used == first->amount && context->refill_count == 1) {
		first->time += context->period;
	} else if (used == first->amount) {
		struct linux_refill whole = take_refill(context);
		whole.time += context->period;
		add_refill(context, whole);
	} else if (used) {
		struct linux_refill part = { first->time + context->period, used };
		first->amount -= used;
		first->time += used;
		add_refill(context, part);
	}
	while (first->amount < refill_min(context) && context->refill_count > 1) {
		struct linux_refill rest = take_refill(context);
		first->amount += rest.amount;
		first->time -= rest.amount;
	}
}

/*
 * Who was not interrupted in time, because the host had other things to do, pays for no more than it was to
 * have. Nor does it gain: its refills come later by as much, or on a busy host they would be due before
 * anybody else had run.
 */
static void delay_refills(struct linux_context *context, uint64_t late)
{
	for (unsigned i = 0; i < context->refill_count; i++)
		context->refills[i].time += late;
}

static bool has_budget(const struct linux_context *context, uint64_t now)
{
	return !context->period ||
	       (context->refills[0].time <= now && context->refills[0].amount >= refill_min(context));
}

/* Memory that anybody can write: what is read from it must not make a loop endless or an index run away. */
static bool makes_sense(const struct linux_context *context)
{
	return context->budget && context->refill_count >= 1 && context->refill_count <= LINUX_REFILLS;
}

static enum baton_time charge(struct linux_baton *baton, uint64_t now)
{
	uint64_t used = now > baton->since ? now - baton->since : 0;
	int index = baton_index(baton, baton->charged);
	baton->since = now;
	if (index < 0 || !makes_sense(&baton->contexts[index]))
		return BATON_TIME_LEFT;
	struct linux_context *context = &baton->contexts[index];
	struct linux_refill *first = context->refills;
	context->consumed += used;
	if (context->period) {
		delay_refills(context, used > first->amount ? used - first->amount : 0);
		charge_budget(context, used < first->amount ? used : first->amount);
		return has_budget(context, now) ? BATON_TIME_LEFT : BATON_TIME_SPENT;
	}
	if (used < first->amount) {
		first->amount -= used;
		return BATON_TIME_LEFT;
	}
	first->amount = context->budget;
	return BATON_TIME_SLICE_OVER;
}

enum baton_time baton_charge(struct linux_baton *baton)
{
	return baton->accounting ? charge(baton, baton_clock(baton)) : BATON_TIME_LEFT;
}

void baton_forfeit(struct linux_baton *baton)
{
	int index = baton_index(baton, baton->charged);
	if (!baton->accounting || index < 0 || !makes_sense(&baton->contexts[index]))
		return;
	struct linux_context *context = &baton->contexts[index];
	if (charge(baton, baton_clock(baton)) == BATON_TIME_SPENT)
		return;
	if (context->period)
		charge_budget(context, context->refills[0].amount);
	else
		context->refills[0].amount = context->budget;
}

/* What can be used at once is one refill, and counts from now on. */
static void begin_use(struct linux_context *context, uint64_t now)
{
	struct linux_refill *first = context->refills;
	if (!context->period || !makes_sense(context) || first->time > now)
		return;
	first->time = now;
	while (context->refill_count > 1 && context->refills[1].time <= now + first->amount) {
		struct linux_refill due = take_refill(context);
		first->time = now;
		first->amount += due.amount;
	}
}

void baton_charge_next(struct linux_baton *baton, unsigned pd)
{
	uint32_t next = pd < LINUX_PDS_MAX ? baton->pds[pd].context : LINUX_NOBODY;
	if (!baton->accounting || next == baton->charged)
		return;
	uint64_t now = baton_clock(baton);
	charge(baton, now);
	baton->charged = next;
	if (baton_index(baton, next) >= 0)
		begin_use(&baton->contexts[next], now);
}

bool baton_has_budget(struct linux_baton *baton, unsigned pd)
{
	const struct linux_context *context = baton->accounting ? context_of(baton, pd) : NULL;
	return !context || !context->period || has_budget(context, baton_clock(baton));
}

void baton_spend(struct linux_baton *baton, unsigned pd)
{
	const struct linux_context *context = context_of(baton, pd);
	baton->pds[pd].state = LINUX_STATE_SPENT;
	baton->spent |= UINT64_C(1) << pd;
	baton_event(baton, LINUX_EVENT_SPENT, pd, baton->pds[pd].context,
		    context ? context->refills[0].time : 0);
}

static void take_refills(struct linux_baton *baton, uint64_t now)
{
	for (uint64_t spent = baton->spent; spent; spent &= spent - 1) {
		int pd = baton_index(baton, (uint32_t)__builtin_ctzll(spent));
		const struct linux_context *context = pd < 0 ? NULL : context_of(baton, (unsigned)pd);
		if (context && !has_budget(context, now))
			continue;
		baton->spent &= ~(spent & -spent);
		if (pd < 0 || baton->pds[pd].state != LINUX_STATE_SPENT)
			continue;
		baton_event(baton, LINUX_EVENT_REFILL, (unsigned)pd, baton->pds[pd].context,
			    context ? context->refills[0].amount : 0);
		baton_ready(baton, (unsigned)pd, BATON_WOKEN);
	}
}

static void begin_turn(struct linux_baton *baton, uint64_t now, bool late)
{
	uint32_t before = baton->domain;
	unsigned count = baton->turn_count < LINUX_SCHEDULE_MAX ? baton->turn_count : LINUX_SCHEDULE_MAX;
	uint64_t cycle = 0;
	for (unsigned i = 0; i < count; i++)
		cycle += baton->turns[i].duration;
	if (!cycle)
		return;
	/* Whole cycles that nobody saw need no look at each turn. */
	uint64_t end = baton->turn_end + (now - baton->turn_end) / cycle * cycle;
	/* Who ran could not be interrupted in time: the next domain has a turn all the same. */
	if (late)
		end = now;
	while (end <= now) {
		baton->turn = baton->turn + 1 < count ? baton->turn + 1 : 0;
		end += baton->turns[baton->turn].duration;
	}
	baton->turn_end = end;
	baton->domain = baton->turns[baton->turn].domain;
	if (baton->domain != before)
		baton_event(baton, LINUX_EVENT_DOMAIN, LINUX_NOBODY, LINUX_NOBODY, baton->domain);
}

void baton_catch_up(struct linux_baton *baton)
{
	if (!baton->spent && baton->turn_count < 2)
		return;
	uint64_t now = baton_clock(baton);
	if (baton->spent)
		take_refills(baton, now);
	if (baton->turn_count > 1 && now >= baton->turn_end)
		begin_turn(baton, now, baton->charged != LINUX_NOBODY);
}

static bool others_are_ready(const struct linux_baton *baton)
{
	for (unsigned i = 0; i < LINUX_DOMAINS_MAX; i++)
		for (unsigned word = 0; word < LINUX_PRIORITIES / 64; word++)
			if (i != baton->domain && baton->ready[i].bits[word])
				return true;
	return false;
}

static uint64_t earlier(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

uint64_t baton_deadline(struct linux_baton *baton, unsigned pd)
{
	uint64_t deadline = UINT64_MAX;
	const struct linux_context *context = pd < LINUX_PDS_MAX ? context_of(baton, pd) : NULL;
	if (!baton->accounting)
		return deadline;
	if (context && (context->period || baton_top(baton) >= (int)baton->pds[pd].priority))
		deadline = baton->since + context->refills[0].amount;
	for (uint64_t spent = baton->spent; spent; spent &= spent - 1) {
		int waiting = baton_index(baton, (uint32_t)__builtin_ctzll(spent));
		const struct linux_context *empty = waiting < 0 ? NULL : context_of(baton, (unsigned)waiting);
		if (empty)
			deadline = earlier(deadline, empty->refills[0].time);
	}
	if (baton->turn_count > 1 && (context || others_are_ready(baton)))
		deadline = earlier(deadline, baton->turn_end);
	return deadline;
}

void baton_donate(struct linux_baton *baton, unsigned from, unsigned to)
{
	baton_event(baton, LINUX_EVENT_DONATE, from, to, baton->pds[from].context);
	baton->pds[to].context = baton->pds[from].context;
	baton->pds[from].context = LINUX_NOBODY;
}
