#include "baton.h"

enum { INFO_LENGTH_MASK = 127 };

void baton_init(struct linux_baton *baton, unsigned pd_count)
{
	baton->magic = LINUX_BATON_MAGIC;
	baton->pd_count = pd_count;
	atomic_store(&baton->current, LINUX_LAUNCHER);
	for (unsigned i = 0; i < LINUX_PRIORITIES; i++)
		baton->ready[i] = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
	for (unsigned i = 0; i < LINUX_PDS_MAX; i++) {
		baton->pds[i].next = LINUX_NOBODY;
		baton->pds[i].peer = LINUX_NOBODY;
		baton->pds[i].callers = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
	}
}

static unsigned priority_of(const struct linux_baton *baton, unsigned pd)
{
	return baton->pds[pd].priority % LINUX_PRIORITIES;
}

void baton_push_head(struct linux_baton *baton, unsigned pd)
{
	unsigned priority = priority_of(baton, pd);
	struct linux_queue *queue = &baton->ready[priority];
	baton->pds[pd].state = LINUX_STATE_READY;
	baton->pds[pd].next = queue->head;
	if (baton_index(baton, queue->head) < 0)
		queue->tail = pd;
	queue->head = pd;
	baton->ready_bits[priority / 64] |= UINT64_C(1) << priority % 64;
}

void baton_push_tail(struct linux_baton *baton, unsigned pd)
{
	unsigned priority = priority_of(baton, pd);
	struct linux_queue *queue = &baton->ready[priority];
	int tail = baton_index(baton, queue->tail);
	if (baton_index(baton, queue->head) < 0 || tail < 0) {
		baton_push_head(baton, pd);
		return;
	}
	baton->pds[pd].state = LINUX_STATE_READY;
	baton->pds[pd].next = LINUX_NOBODY;
	baton->pds[tail].next = pd;
	queue->tail = pd;
}

int baton_top(const struct linux_baton *baton)
{
	for (int word = LINUX_PRIORITIES / 64 - 1; word >= 0; word--)
		if (baton->ready_bits[word])
			return word * 64 + 63 - __builtin_clzll(baton->ready_bits[word]);
	return -1;
}

unsigned baton_choose(struct linux_baton *baton)
{
	/* Each turn takes one domain out of a queue, so more turns than domains mean a queue that bites its
	 * tail. */
	for (unsigned turns = 0; turns <= LINUX_PDS_MAX; turns++) {
		int priority = baton_top(baton);
		if (priority < 0)
			return BATON_NOBODY;
		struct linux_queue *queue = &baton->ready[priority];
		int pd = baton_index(baton, queue->head);
		if (pd < 0 || baton->pds[pd].state != LINUX_STATE_READY)
			return BATON_CORRUPT;
		queue->head = baton->pds[pd].next;
		if (baton_index(baton, queue->head) < 0)
			baton->ready_bits[priority / 64] &= ~(UINT64_C(1) << priority % 64);
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
	baton_push_tail(baton, pd);
}

void baton_notify(struct linux_baton *baton, unsigned pd, uint64_t bits)
{
	if (baton->pds[pd].state == LINUX_STATE_WAITING)
		wake(baton, pd, bits);
	else
		atomic_fetch_or(&baton->pds[pd].notification, bits);
}

void baton_absorb(struct linux_baton *baton)
{
	uint64_t posted = atomic_exchange(&baton->posted, 0);
	for (; posted; posted &= posted - 1) {
		int pd = baton_index(baton, (uint32_t)__builtin_ctzll(posted));
		if (pd >= 0 && baton->pds[pd].state == LINUX_STATE_WAITING)
			wake(baton, (unsigned)pd, 0);
	}
}

void baton_post(struct linux_baton *baton, unsigned pd, uint64_t bits)
{
	atomic_fetch_or(&baton->pds[pd].notification, bits);
	atomic_fetch_or(&baton->posted, UINT64_C(1) << pd);
	atomic_fetch_or(&baton->external, LINUX_EXTERNAL_POSTED);
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
	if (slot->state == LINUX_STATE_QUEUED && callee >= 0)
		unlink_from(baton, &baton->pds[callee].callers, pd);
	if (slot->state != LINUX_STATE_READY)
		return;
	unsigned priority = priority_of(baton, pd);
	struct linux_queue *queue = &baton->ready[priority];
	if (unlink_from(baton, queue, pd) && baton_index(baton, queue->head) < 0)
		baton->ready_bits[priority / 64] &= ~(UINT64_C(1) << priority % 64);
}

void baton_stop(struct linux_baton *baton, unsigned pd)
{
	baton_remove(baton, pd);
	baton->pds[pd].state = LINUX_STATE_STOPPED;
}

void baton_release(struct linux_baton *baton, unsigned pd, enum linux_request request)
{
	baton_remove(baton, pd);
	baton->pds[pd].request = (uint32_t)request;
	baton->pds[pd].received = 0;
	baton_push_tail(baton, pd);
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
	for (unsigned i = 0; i < LINUX_PRIORITIES / 64; i++)
		baton->ready_bits[i] = 0;
	for (unsigned i = 0; i < LINUX_PRIORITIES; i++)
		baton->ready[i] = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
	unsigned count = baton->pd_count < LINUX_PDS_MAX ? baton->pd_count : LINUX_PDS_MAX;
	for (unsigned i = 0; i < count; i++)
		baton->pds[i].callers = (struct linux_queue){ LINUX_NOBODY, LINUX_NOBODY };
	for (unsigned i = 0; i < count; i++) {
		struct linux_pd *slot = &baton->pds[i];
		int callee = baton_index(baton, slot->peer);
		if (atomic_load(&slot->dead))
			slot->state = LINUX_STATE_STOPPED;
		else if (slot->state == LINUX_STATE_READY || slot->state == LINUX_STATE_RUNNING)
			baton_push_tail(baton, i);
		else if (slot->state == LINUX_STATE_QUEUED && callee >= 0)
			baton_caller_push(baton, (unsigned)callee, i);
		else if (slot->state == LINUX_STATE_WAITING)
			wake(baton, i, 0);
	}
}
