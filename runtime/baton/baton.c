#include "baton.h"

#include "budget.h"
#include "event.h"

#include "abi/linux_boot.h"

enum { INFO_LENGTH_MASK = 127 };

/* A slice of the Core Platform's default budget. */
static const uint64_t default_budget = 1000000;

static void clear_queues(struct linux_baton *baton)
{
	for (unsigned i = 0; i < LINUX_DOMAINS_MAX; i++)
		for (unsigned word = 0; word < LINUX_PRIORITIES / 64; word++)
			baton->ready[i].bits[word] = 0;
	baton->spent = 0;
}

/* The memory is zero: nobody is ready. */
void baton_init(struct linux_baton *baton, unsigned pd_count)
{
	baton->magic = LINUX_BATON_MAGIC;
	baton->version = LINUX_BOOT_VERSION;
	baton->pd_count = pd_count;
	atomic_store(&baton->current, LINUX_LAUNCHER);
	baton->charged = LINUX_NOBODY;
	baton->alarm = UINT64_MAX;
	for (unsigned i = 0; i < LINUX_PDS_MAX; i++) {
		baton->pds[i].next = LINUX_NOBODY;
		baton->pds[i].peer = LINUX_NOBODY;
		baton->pds[i].context = i;
		baton->pds[i].callers = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
		baton_context_init(baton, i, default_budget, 0);
	}
}

static unsigned priority_of(const struct linux_baton *baton, unsigned pd)
{
	return baton->pds[pd].priority % LINUX_PRIORITIES;
}

static struct linux_ready *ready_of(struct linux_baton *baton, uint32_t domain)
{
	return &baton->ready[domain % LINUX_DOMAINS_MAX];
}

/* A queue's bit says whether it has anybody: links of an empty one mean nothing. */
static bool is_empty(const struct linux_ready *ready, unsigned priority)
{
	return !(ready->bits[priority / 64] >> priority % 64 & 1);
}

static void mark_empty(struct linux_ready *ready, unsigned priority)
{
	ready->bits[priority / 64] &= ~(UINT64_C(1) << priority % 64);
}

static void push(struct linux_baton *baton, unsigned pd, bool first)
{
	unsigned priority = priority_of(baton, pd);
	struct linux_ready *ready = ready_of(baton, baton->pds[pd].domain);
	struct linux_queue *queue = &ready->queues[priority];
	int tail = is_empty(ready, priority) ? -1 : baton_index(baton, queue->tail);
	baton->pds[pd].next = tail >= 0 && first ? queue->head : LINUX_NOBODY;
	if (tail < 0 || first)
		queue->head = pd;
	if (tail < 0 || !first)
		queue->tail = pd;
	if (tail >= 0 && !first)
		baton->pds[tail].next = pd;
	ready->bits[priority / 64] |= UINT64_C(1) << priority % 64;
}

void baton_ready(struct linux_baton *baton, unsigned pd, enum baton_place place)
{
	if (!baton_has_budget(baton, pd)) {
		baton_spend(baton, pd);
		return;
	}
	baton->pds[pd].state = LINUX_STATE_READY;
	baton->pds[pd].woken = place == BATON_WOKEN;
	push(baton, pd, place == BATON_KEEPS_TURN);
	baton_event(baton, LINUX_EVENT_READY, pd, LINUX_NOBODY, 0);
}

void baton_give_way(struct linux_baton *baton, unsigned pd)
{
	enum baton_time time = baton_charge(baton);
	if (time == BATON_TIME_SLICE_OVER)
		baton_event(baton, LINUX_EVENT_SLICE, pd, LINUX_NOBODY, 0);
	baton_ready(baton, pd, time == BATON_TIME_SLICE_OVER ? BATON_TURN_OVER : BATON_KEEPS_TURN);
}

int baton_top(const struct linux_baton *baton)
{
	const struct linux_ready *ready = &baton->ready[baton->domain % LINUX_DOMAINS_MAX];
	for (int word = LINUX_PRIORITIES / 64 - 1; word >= 0; word--)
		if (ready->bits[word])
			return word * 64 + 63 - __builtin_clzll(ready->bits[word]);
	return -1;
}

unsigned baton_pick(struct linux_baton *baton, unsigned count)
{
	if (!baton->seed || count < 2)
		return 0;
	/* xorshift64*: the high bits are the good ones. */
	baton->random ^= baton->random >> 12;
	baton->random ^= baton->random << 25;
	baton->random ^= baton->random >> 27;
	return (unsigned)((baton->random * UINT64_C(0x2545f4914f6cdd1d) >> 32) % count);
}

/*
 * Takes one out of a queue: the first; or any of those at its front who were woken and have not run since,
 * whose order among themselves no program may rely on. Who was preempted is the first, and not one of these.
 * -1 when the queue makes no sense.
 */
static int take(struct linux_baton *baton, struct linux_queue *queue, struct linux_ready *ready,
		unsigned priority)
{
	unsigned woken = 0;
	int before = -1, pd = baton_index(baton, queue->head);
	for (int at = pd; at >= 0 && baton->pds[at].woken && woken < LINUX_PDS_MAX; woken++)
		at = baton_index(baton, baton->pds[at].next);
	for (unsigned skip = baton_pick(baton, woken); skip && pd >= 0; skip--) {
		before = pd;
		pd = baton_index(baton, baton->pds[pd].next);
	}
	if (pd < 0 || baton->pds[pd].state != LINUX_STATE_READY)
		return -1;
	uint32_t next = baton->pds[pd].next;
	if (before >= 0)
		baton->pds[before].next = next;
	else
		queue->head = next;
	if (baton_index(baton, next) < 0)
		queue->tail = before < 0 ? LINUX_NOBODY : (uint32_t)before;
	if (baton_index(baton, queue->head) < 0)
		mark_empty(ready, priority);
	return pd;
}

unsigned baton_choose(struct linux_baton *baton)
{
	struct linux_ready *ready = ready_of(baton, baton->domain);
	/* Each turn takes one domain out of a queue, so more turns than domains mean a queue that bites its
	 * tail. */
	for (unsigned turns = 0; turns <= LINUX_PDS_MAX; turns++) {
		int priority = baton_top(baton);
		if (priority < 0)
			return BATON_NOBODY;
		int pd = take(baton, &ready->queues[priority], ready, (unsigned)priority);
		if (pd < 0)
			return BATON_CORRUPT;
		baton->pds[pd].woken = 0;
		if (atomic_load_explicit(&baton->pds[pd].dead, memory_order_relaxed)) {
			baton->pds[pd].state = LINUX_STATE_STOPPED;
			continue;
		}
		baton->pds[pd].state = LINUX_STATE_RUNNING;
		return (unsigned)pd;
	}
	return BATON_CORRUPT;
}

/*
 * A domain that waits gets the badge at once, as on seL4: what is signalled before it runs is a second event,
 * not a part of this one. Bits that came from outside are taken along.
 */
static void wake(struct linux_baton *baton, unsigned pd, uint64_t bits)
{
	struct linux_pd *slot = &baton->pds[pd];
	if (atomic_load_explicit(&slot->notification, memory_order_relaxed))
		bits |= atomic_exchange(&slot->notification, 0);
	slot->received = bits & LINUX_BADGE_NOTIFICATIONS;
	if (!slot->received)
		return;
	/* A passive domain runs on the context that its notification keeps: its own one. */
	if (slot->context == LINUX_NOBODY)
		slot->context = pd;
	baton_ready(baton, pd, BATON_WOKEN);
}

bool baton_notify(struct linux_baton *baton, unsigned pd, uint64_t bits)
{
	if (baton->pds[pd].state == LINUX_STATE_WAITING) {
		wake(baton, pd, bits);
		return true;
	}
	atomic_fetch_or(&baton->pds[pd].notification, bits);
	return false;
}

void baton_absorb(struct linux_baton *baton)
{
	uint64_t posted = atomic_exchange(&baton->posted, 0);
	for (; posted; posted &= posted - 1) {
		int pd = baton_index(baton, (uint32_t)__builtin_ctzll(posted));
		if (pd < 0)
			continue;
		baton_event(baton, LINUX_EVENT_POST, (unsigned)pd, LINUX_LAUNCHER,
			    atomic_load(&baton->pds[pd].notification));
		if (baton->pds[pd].state == LINUX_STATE_WAITING)
			wake(baton, (unsigned)pd, 0);
	}
}

void baton_post(struct linux_baton *baton, unsigned pd, uint64_t bits)
{
	atomic_fetch_or(&baton->pds[pd].notification, bits);
	atomic_fetch_or(&baton->posted, UINT64_C(1) << pd);
	atomic_fetch_or(&baton->external, LINUX_EXTERNAL_POSTED);
}

/*
 * The source sets `pending`, then looks at `masked`; who acknowledges clears `masked`, then looks at
 * `pending`. One of the two sees the other, and whoever takes the pending bit delivers it.
 */
bool baton_irq_raise(struct linux_baton *baton, unsigned pd, unsigned id)
{
	struct linux_irqs *irqs = &baton->irqs[pd];
	uint64_t bit = UINT64_C(1) << id;
	while (atomic_fetch_or(&irqs->masked, bit) & bit) {
		atomic_fetch_or(&irqs->pending, bit);
		if (atomic_load(&irqs->masked) & bit || !(atomic_fetch_and(&irqs->pending, ~bit) & bit))
			return false;
	}
	baton_post(baton, pd, bit);
	return true;
}

void baton_irq_ack(struct linux_baton *baton, unsigned pd, unsigned id)
{
	struct linux_irqs *irqs = &baton->irqs[pd];
	uint64_t bit = UINT64_C(1) << id;
	atomic_fetch_and(&irqs->masked, ~bit);
	if (!(atomic_fetch_and(&irqs->pending, ~bit) & bit))
		return;
	/* Raised again just now: that one is delivered, and the one that was pending stays so. */
	if (atomic_fetch_or(&irqs->masked, bit) & bit)
		atomic_fetch_or(&irqs->pending, bit);
	else
		baton_notify(baton, pd, bit);
}

void baton_caller_push(struct linux_baton *baton, unsigned callee, unsigned caller)
{
	struct linux_queue *queue = &baton->pds[callee].callers;
	int before = -1, at = baton_index(baton, queue->head);
	for (unsigned steps = 0; at >= 0 && steps < LINUX_PDS_MAX; steps++) {
		if (priority_of(baton, (unsigned)at) < priority_of(baton, caller))
			break;
		before = at;
		at = baton_index(baton, baton->pds[at].next);
	}
	baton->pds[caller].next = at < 0 ? LINUX_NOBODY : (uint32_t)at;
	if (before < 0)
		queue->head = caller;
	else
		baton->pds[before].next = caller;
	if (at < 0)
		queue->tail = caller;
}

unsigned baton_caller_pop(struct linux_baton *baton, unsigned callee)
{
	struct linux_queue *queue = &baton->pds[callee].callers;
	for (unsigned steps = 0; steps < LINUX_PDS_MAX; steps++) {
		int caller = baton_index(baton, queue->head);
		if (caller < 0)
			break;
		queue->head = baton->pds[caller].next;
		if (!atomic_load_explicit(&baton->pds[caller].dead, memory_order_relaxed))
			return (unsigned)caller;
	}
	return BATON_NOBODY;
}

/* Takes PD out of QUEUE; false if it is not in there. */
static bool unlink_from(struct linux_baton *baton, struct linux_queue *queue, unsigned pd)
{
	int before = -1, at = baton_index(baton, queue->head);
	for (unsigned steps = 0; at >= 0 && (unsigned)at != pd && steps < LINUX_PDS_MAX; steps++) {
		before = at;
		at = baton_index(baton, baton->pds[at].next);
	}
	if (at < 0 || (unsigned)at != pd)
		return false;
	if (before < 0)
		queue->head = baton->pds[pd].next;
	else
		baton->pds[before].next = baton->pds[pd].next;
	if (queue->tail == pd)
		queue->tail = before < 0 ? LINUX_NOBODY : (uint32_t)before;
	return true;
}

void baton_remove(struct linux_baton *baton, unsigned pd)
{
	struct linux_pd *slot = &baton->pds[pd];
	int callee = baton_index(baton, slot->peer);
	baton->spent &= ~(UINT64_C(1) << pd);
	if (slot->state == LINUX_STATE_QUEUED && callee >= 0)
		unlink_from(baton, &baton->pds[callee].callers, pd);
	if (slot->state != LINUX_STATE_READY)
		return;
	unsigned priority = priority_of(baton, pd);
	struct linux_ready *ready = ready_of(baton, slot->domain);
	if (unlink_from(baton, &ready->queues[priority], pd) &&
	    baton_index(baton, ready->queues[priority].head) < 0)
		mark_empty(ready, priority);
}

void baton_stop(struct linux_baton *baton, unsigned pd)
{
	baton_remove(baton, pd);
	baton->pds[pd].state = LINUX_STATE_STOPPED;
	baton_event(baton, LINUX_EVENT_STOP, pd, LINUX_NOBODY, 0);
}

void baton_release(struct linux_baton *baton, unsigned pd, enum linux_request request)
{
	baton_remove(baton, pd);
	baton->pds[pd].request = (uint32_t)request;
	baton->pds[pd].received = 0;
	/* It may have waited, passive, or lent its scheduling context: it gets its own one, or it would never
	 * run. */
	if (baton->pds[pd].context == LINUX_NOBODY)
		baton->pds[pd].context = pd;
	baton_ready(baton, pd, BATON_WOKEN);
}

static unsigned fault_length(uint64_t info)
{
	unsigned count = info & INFO_LENGTH_MASK;
	return count < LINUX_FAULT_WORDS ? count : LINUX_FAULT_WORDS;
}

void baton_transfer_fault(struct linux_baton *baton, unsigned child, unsigned parent)
{
	const struct linux_fault *fault = &baton->areas[child].fault;
	for (unsigned i = 0; i < fault_length(fault->info); i++)
		baton->areas[parent].message[i] = fault->words[i];
	baton->pds[parent].info = fault->info;
	baton->pds[child].state = LINUX_STATE_FAULTED;
	baton->pds[child].peer = parent;
}

void baton_answer_fault(struct linux_baton *baton, unsigned parent, unsigned child, uint64_t info)
{
	struct linux_fault *fault = &baton->areas[child].fault;
	for (unsigned i = 0; i < fault_length(info); i++)
		fault->words[i] = baton->areas[parent].message[i];
	fault->info = info;
	baton_release(baton, child, LINUX_REQUEST_RESUME);
}

void baton_transfer(struct linux_baton *baton, unsigned from, unsigned to, uint64_t info)
{
	unsigned count = info & INFO_LENGTH_MASK;
	if (count > LINUX_MESSAGE_WORDS) {
		count = LINUX_MESSAGE_WORDS;
		info = (info & ~(uint64_t)INFO_LENGTH_MASK) | LINUX_MESSAGE_WORDS;
	}
	const uint64_t *source = baton->areas[from].message;
	uint64_t *target = baton->areas[to].message;
	for (unsigned i = 0; i < count; i++)
		target[i] = source[i];
	baton->pds[to].info = info;
}

void baton_rebuild(struct linux_baton *baton)
{
	clear_queues(baton);
	unsigned count = baton->pd_count < LINUX_PDS_MAX ? baton->pd_count : LINUX_PDS_MAX;
	for (unsigned i = 0; i < count; i++)
		baton->pds[i].callers = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
	for (unsigned i = 0; i < count; i++) {
		struct linux_pd *slot = &baton->pds[i];
		int callee = baton_index(baton, slot->peer);
		if (atomic_load(&slot->dead))
			slot->state = LINUX_STATE_STOPPED;
		else if (slot->state == LINUX_STATE_READY || slot->state == LINUX_STATE_RUNNING ||
			 slot->state == LINUX_STATE_SPENT)
			baton_ready(baton, i, BATON_TURN_OVER);
		else if (slot->state == LINUX_STATE_QUEUED && callee >= 0)
			baton_caller_push(baton, (unsigned)callee, i);
		else if (slot->state == LINUX_STATE_WAITING)
			wake(baton, i, 0);
	}
}
