/*
 * A script on its way. The output that has not been consumed is what patterns see; a match consumes all up to
 * its end. Like expect, only so much is kept: the older part of more is forgotten.
 */
#include "expect/expect.h"
#include "expect/tail.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { UNCONSUMED_MAX = 1 << 18, PART = 1 << 12 };

struct expect_progress {
	struct arena *arena;
	const struct expect_script *script;
	size_t at;	 /* the step that it is in */
	double timeout;	 /* negative: none */
	double deadline; /* of that step */
	struct expect_tail unconsumed;
	size_t fresh; /* bytes at its end that the step's pattern was not looked for in */
	VEC(char) typed;
	bool ended; /* the program prints nothing more */
	bool over;
};

static const struct expect_step *current(const struct expect_progress *progress)
{
	return progress->at < progress->script->steps.count ? &progress->script->steps.items[progress->at]
							    : NULL;
}

/* The next step begins, at NOW. */
static void begin_step(struct expect_progress *progress, double now)
{
	const struct expect_step *step = current(progress);
	double seconds = !step				? -1
			 : step->kind == EXPECT_SLEEP	? fmax(step->seconds, 0)
			 : step->kind == EXPECT_TIMEOUT ? 0
							: progress->timeout;
	progress->deadline = seconds < 0 ? INFINITY : now + seconds;
	progress->fresh = SIZE_MAX;
}

struct expect_progress *expect_progress_create(struct arena *arena, const struct expect_script *script,
					       double timeout, double now)
{
	struct expect_progress *progress = ARENA_NEW(arena, struct expect_progress);
	progress->arena = arena;
	progress->script = script;
	progress->timeout = timeout;
	progress->unconsumed = expect_tail_create(arena, UNCONSUMED_MAX);
	begin_step(progress, now);
	return progress;
}

void expect_progress_see(struct expect_progress *progress, const char *bytes, size_t length)
{
	char seen[2 * PART];
	size_t count = 0;
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == '\n')
			seen[count++] = '\r';
		seen[count++] = bytes[i];
		if (count >= PART || i + 1 == length) {
			expect_tail_add(&progress->unconsumed, seen, count);
			if (progress->fresh < SIZE_MAX - count)
				progress->fresh += count;
			count = 0;
		}
	}
}

void expect_progress_end(struct expect_progress *progress)
{
	progress->ended = true;
}

enum going { GOES_ON, STAYS, STOPS };

/* Where a match may begin: one of a pattern of fixed length ends in what is fresh. */
static size_t first_place(const struct expect_progress *progress, const struct expect_step *step)
{
	size_t length = progress->unconsumed.length;
	if (memchr(step->text, '*', step->length) || memchr(step->text, '^', step->length) ||
	    progress->fresh >= length || step->length >= length - progress->fresh)
		return 0;
	return length - progress->fresh - step->length;
}

static enum going look_for(struct expect_progress *progress, const struct expect_step *step, double now,
			   struct expect_result *result)
{
	struct expect_tail *text = &progress->unconsumed;
	size_t from = first_place(progress, step);
	long length = expect_match(step->text, step->length, text->bytes + from, text->length - from);
	progress->fresh = 0;
	if (length >= 0) {
		expect_tail_consume(text, from + (size_t)length);
		return GOES_ON;
	}
	if (!progress->ended && now < progress->deadline)
		return STAYS;
	if (step->kind == EXPECT_MAY_COME)
		return GOES_ON;
	result->outcome = progress->ended ? EXPECT_ENDED : EXPECT_TIMED_OUT;
	result->step = step;
	result->timeout = progress->timeout;
	return STOPS;
}

static enum going try_step(struct expect_progress *progress, const struct expect_step *step, double now,
			   struct expect_result *result)
{
	switch (step->kind) {
	case EXPECT_WAIT_FOR:
	case EXPECT_MAY_COME:
		return look_for(progress, step, now, result);
	case EXPECT_SEND:
		for (size_t i = 0; i < step->length; i++)
			VEC_PUSH(progress->arena, &progress->typed, step->text[i]);
		return GOES_ON;
	case EXPECT_TIMEOUT:
		progress->timeout = step->seconds;
		return GOES_ON;
	case EXPECT_SLEEP:
		return progress->ended || now >= progress->deadline ? GOES_ON : STAYS;
	case EXPECT_EXIT:
		if (step->seconds != 0) {
			result->outcome = EXPECT_FAILED;
			result->step = step;
		}
		return STOPS;
	}
	return STOPS;
}

bool expect_progress_advance(struct expect_progress *progress, double now, struct expect_result *result)
{
	enum going going = GOES_ON;
	while (!progress->over && going == GOES_ON) {
		const struct expect_step *step = current(progress);
		going = step ? try_step(progress, step, now, result) : STOPS;
		if (going == GOES_ON) {
			progress->at++;
			begin_step(progress, now);
		}
		progress->over = going == STOPS;
	}
	if (progress->over)
		progress->deadline = INFINITY;
	return !progress->over;
}

double expect_progress_deadline(const struct expect_progress *progress)
{
	return progress->deadline;
}

bool expect_progress_may_type(const struct expect_progress *progress)
{
	for (size_t i = progress->at; !progress->over && i < progress->script->steps.count; i++)
		if (progress->script->steps.items[i].kind == EXPECT_SEND)
			return true;
	return false;
}

size_t expect_progress_typed(struct expect_progress *progress, const char **bytes)
{
	size_t length = progress->typed.count;
	*bytes = progress->typed.items;
	progress->typed.count = 0;
	return length;
}
