#include "strand.h"

#include "context.h"
#include "crash.h"
#include "fiber.h"

#include <stdint.h>
#include <stdlib.h>

/*
 * Where a substrate has no guard page below a stack (struct causeway_guard), nothing stops a strand that
 * overruns it. So the lowest words hold a pattern that is checked whenever a strand stops running: an
 * overflow is found there, at the latest. Each call writes a return address, so one has to leave large arrays
 * unwritten to step over the pattern.
 */
static const uint64_t guard_pattern = 0x57ac4e4dc0ffee42;
enum { GUARD_WORDS = 4, STACK_SIZE_MIN = 1024 };

static struct causeway_strand_state *current;
static const struct causeway_strand *acting; /* in whose place something is called */
static struct causeway_strand_queue ready;
static void *loop_stack_pointer;
static struct fiber loop_fiber;

static size_t index_of(const struct causeway_strand_state *state)
{
	return (size_t)(state - causeway_g_component.strand_states);
}

static const struct causeway_strand *strand_of(const struct causeway_strand_state *state)
{
	return &causeway_g_component.strands[index_of(state)];
}

static void append(struct causeway_strand_queue *queue, struct causeway_strand_state *state)
{
	state->next = NULL;
	if (queue->last)
		queue->last->next = state;
	else
		queue->first = state;
	queue->last = state;
}

static struct causeway_strand_state *take(struct causeway_strand_queue *queue)
{
	struct causeway_strand_state *state = queue->first;
	if (!state)
		return NULL;
	queue->first = state->next;
	if (!queue->first)
		queue->last = NULL;
	state->next = NULL;
	return state;
}

#ifdef CAUSEWAY_HOSTED
/* The sanitizers and the host's C library need far more than the stacks that a component declares. */
enum { HOSTED_STACK_SIZE = 1 << 20 };

static unsigned char *stack_of(const struct causeway_strand *strand)
{
	static unsigned char *stacks[CAUSEWAY_STRANDS_MAX];
	unsigned char **stack = &stacks[strand - causeway_g_component.strands];
	if (*stack)
		return *stack;
	*stack = aligned_alloc(CAUSEWAY_STACK_ALIGNMENT, HOSTED_STACK_SIZE);
	if (!*stack)
		causeway_component_crash("there is no memory for the stack of this thread", strand->name);
	fiber_register_stack(*stack, HOSTED_STACK_SIZE);
	return *stack;
}

static size_t stack_size_of(const struct causeway_strand *strand)
{
	(void)strand;
	return HOSTED_STACK_SIZE;
}
#else
static unsigned char *stack_of(const struct causeway_strand *strand)
{
	return strand->stack;
}

static size_t stack_size_of(const struct causeway_strand *strand)
{
	return strand->stack_size;
}
#endif

static uint64_t *guard_of(const struct causeway_strand *strand)
{
	return (uint64_t *)(void *)stack_of(strand);
}

static void check_stack(const struct causeway_strand *strand)
{
	const uint64_t *guard = guard_of(strand);
	uintptr_t depth = (uintptr_t)__builtin_frame_address(0) - (uintptr_t)stack_of(strand);
	uint64_t changed = 0;
	for (int i = 0; i < GUARD_WORDS; i++)
		changed |= guard[i] ^ guard_pattern;
	if (changed || depth >= stack_size_of(strand))
		causeway_component_crash("stack overflow: raise the stack size of this thread", strand->name);
}

/* Goes on with NEXT; NULL: the event loop. The caller has put the running strand where it can be found again,
 * or not. */
static void switch_to(struct causeway_strand_state *next)
{
	struct causeway_strand_state *self = current;
	if (self == next)
		return;
	void **save = self ? &self->stack_pointer : &loop_stack_pointer;
	void *ended = NULL;
	if (self)
		check_stack(strand_of(self));
	current = next;
	fiber_leave(self ? &self->sanitizer : &ended, next ? stack_of(strand_of(next)) : NULL,
		    next ? stack_size_of(strand_of(next)) : 0, &loop_fiber);
	causeway_context_switch(save, next ? next->stack_pointer : loop_stack_pointer);
	fiber_arrive(self ? self->sanitizer : ended, self == NULL, &loop_fiber);
}

static void (*entries[CAUSEWAY_STRANDS_MAX])(void);

static void begin(void)
{
	fiber_arrive(NULL, 0, &loop_fiber);
	entries[index_of(current)]();
	switch_to(take(&ready));
	causeway_component_crash("a strand that has ended was resumed", NULL);
}

int causeway_strand_current(void)
{
	if (current)
		return (int)index_of(current);
	return acting ? (int)(acting - causeway_g_component.strands) : -1;
}

void causeway_strand_start(size_t index, void (*entry)(void))
{
	const struct causeway_strand *strand = &causeway_g_component.strands[index];
	struct causeway_strand_state *state = &causeway_g_component.strand_states[index];
	if (index >= CAUSEWAY_STRANDS_MAX)
		causeway_component_crash("a component can have 64 threads", strand->name);
	if (strand->stack_size < STACK_SIZE_MIN)
		causeway_component_crash("the stack of this thread is too small", strand->name);
	for (int i = 0; i < GUARD_WORDS; i++)
		guard_of(strand)[i] = guard_pattern;
	entries[index] = entry;
	state->stack_pointer = causeway_context_make(stack_of(strand), stack_size_of(strand), begin);
	append(&ready, state);
}

/* Of another stack the sanitizers would have to know; the host's own is as large. */
static bool lends_stack(const struct causeway_strand *strand)
{
#ifdef CAUSEWAY_HOSTED
	(void)strand;
	return false;
#else
	return strand != NULL;
#endif
}

void causeway_strand_call(const struct causeway_strand *strand, void (*function)(void *), void *argument)
{
	acting = strand;
	if (lends_stack(strand))
		causeway_context_call(strand->stack + strand->stack_size, function, argument);
	else
		function(argument);
	acting = NULL;
}

void causeway_strand_block(struct causeway_strand_queue *queue, enum causeway_wait kind, const char *what)
{
	if (!current)
		causeway_component_crash(acting ? "a protected procedure waits for something"
						: "waited before the component has started",
					 what);
	unsigned index = (unsigned)index_of(current);
	append(queue, current);
	if (kind != CAUSEWAY_WAIT_NONE)
		causeway_wait_note(index, kind, what);
	switch_to(take(&ready));
	if (kind != CAUSEWAY_WAIT_NONE)
		causeway_wait_note(index, CAUSEWAY_WAIT_NONE, "");
}

bool causeway_strand_wake(struct causeway_strand_queue *queue)
{
	struct causeway_strand_state *state = take(queue);
	if (state)
		append(&ready, state);
	return state != NULL;
}

/*
 * causeway_poll() calls notified(), which finds that a strand is running and only makes others ready; so
 * strands run nowhere but from their queue, however deep the calls are. A component that serves protected
 * procedures has no events to take, and a poll could bring the next call before this one is answered.
 */
void causeway_strand_give_way(void)
{
	if (!current)
		return;
	if (!causeway_g_component.is_called)
		causeway_poll();
	if (!ready.first)
		return;
	append(&ready, current);
	switch_to(take(&ready));
}

void causeway_strand_run_all(void)
{
	if (!current)
		switch_to(take(&ready));
}
