/* The rules of time, on a clock of the test's own. */
#include "test.h"

#include "runtime/baton/baton.h"
#include "runtime/baton/budget.h"

#include <stdlib.h>
#include <string.h>

enum { MS = 1000000 };

/* Two equals, of which the first has this budget in this period (milliseconds), and runs. */
static struct linux_baton *create(uint64_t budget, uint64_t period)
{
	struct linux_baton *baton = aligned_alloc(4096, sizeof *baton);
	assert_non_null(baton);
	memset(baton, 0, sizeof *baton);
	baton_init(baton, 2);
	baton->simulated = 1;
	baton->accounting = 1;
	baton_context_init(baton, 0, budget * MS, period * MS);
	for (unsigned i = 0; i < 2; i++) {
		baton->pds[i].priority = 5;
		baton_ready(baton, i, BATON_WOKEN);
	}
	assert_int_equal(baton_choose(baton), 0);
	baton_charge_next(baton, 0);
	return baton;
}

/* PD, which can run, runs from BEGIN on for DURATION (milliseconds). Returns what is left then. */
static enum baton_time use(struct linux_baton *baton, unsigned pd, uint64_t begin, uint64_t duration)
{
	baton_charge_next(baton, LINUX_NOBODY);
	baton->time = begin * MS;
	baton_charge_next(baton, pd);
	baton->time += duration * MS;
	return baton_charge(baton);
}

TEST(a_slice_is_kept_until_it_is_used_up)
{
	struct linux_baton *baton = create(3, 3);
	assert_int_equal(use(baton, 0, 0, 2), BATON_TIME_LEFT);
	baton_give_way(baton, 0);
	assert_int_equal(baton_choose(baton), 0);
	assert_int_equal(baton_deadline(baton, 0), 3 * MS);
	assert_int_equal(use(baton, 0, 100, 1), BATON_TIME_SLICE_OVER);
	assert_int_equal(use(baton, 0, 200, 2), BATON_TIME_LEFT);
	free(baton);
}

TEST(whose_slice_is_over_goes_behind_its_equals)
{
	struct linux_baton *baton = create(3, 3);
	baton->time = 3 * MS;
	baton_give_way(baton, 0);
	assert_int_equal(baton_choose(baton), 1);
	assert_int_equal(baton_choose(baton), 0);
	free(baton);
}

TEST(a_slice_ends_only_if_an_equal_is_ready)
{
	struct linux_baton *baton = create(3, 3);
	assert_int_equal(baton_deadline(baton, 0), 3 * MS);
	assert_int_equal(baton_choose(baton), 1);
	assert_int_equal(baton_deadline(baton, 0), UINT64_MAX);
	free(baton);
}

TEST(a_budget_comes_back_a_period_after_its_use_began)
{
	struct linux_baton *baton = create(2, 10);
	assert_int_equal(use(baton, 0, 50, 2), BATON_TIME_SPENT);
	baton_give_way(baton, 0);
	assert_int_equal(baton->pds[0].state, LINUX_STATE_SPENT);
	assert_int_equal(baton_choose(baton), 1);
	assert_int_equal(baton_choose(baton), BATON_NOBODY);
	assert_int_equal(baton_deadline(baton, LINUX_NOBODY), 60 * MS);
	baton->time = 60 * MS - 1;
	baton_catch_up(baton);
	assert_int_equal(baton_choose(baton), BATON_NOBODY);
	baton->time = 60 * MS;
	baton_catch_up(baton);
	assert_int_equal(baton_choose(baton), 0);
	free(baton);
}

TEST(what_is_used_in_pieces_comes_back_in_pieces)
{
	struct linux_baton *baton = create(4, 20);
	assert_int_equal(use(baton, 0, 0, 1), BATON_TIME_LEFT);
	assert_int_equal(use(baton, 0, 5, 3), BATON_TIME_SPENT);
	assert_int_equal(baton->contexts[0].refills[0].time, 20 * MS);
	assert_int_equal(baton->contexts[0].refills[0].amount, 1 * MS);
	assert_int_equal(baton->contexts[0].refills[1].time, 25 * MS);
	assert_int_equal(baton->contexts[0].refills[1].amount, 3 * MS);
	free(baton);
}

/* There are two refills: a third piece is put together with the second one, at the later time. */
TEST(more_pieces_than_refills_come_back_later)
{
	struct linux_baton *baton = create(4, 20);
	use(baton, 0, 0, 1);
	use(baton, 0, 5, 1);
	use(baton, 0, 10, 1);
	const struct linux_context *context = &baton->contexts[0];
	assert_int_equal(context->refill_count, 2);
	assert_int_equal(context->refills[0].amount + context->refills[1].amount, 4 * MS);
	assert_true(context->refills[1].time + context->refills[1].amount >= 31 * MS);
	free(baton);
}

TEST(who_is_interrupted_late_gains_nothing)
{
	struct linux_baton *baton = create(2, 10);
	assert_int_equal(use(baton, 0, 0, 30), BATON_TIME_SPENT);
	assert_int_equal(baton->contexts[0].refills[0].time, 38 * MS);
	assert_int_equal(baton->contexts[0].refills[0].amount, 2 * MS);
	free(baton);
}

TEST(giving_up_a_turn_gives_up_what_could_be_used_at_once)
{
	struct linux_baton *baton = create(2, 10);
	baton->time = 1 * MS;
	baton_forfeit(baton);
	assert_false(baton_has_budget(baton, 0));
	assert_int_equal(baton->contexts[0].consumed, 1 * MS);
	free(baton);
}

TEST(a_callee_on_its_callers_time_is_charged_to_the_caller)
{
	struct linux_baton *baton = create(2, 10);
	baton->pds[1].context = LINUX_NOBODY;
	baton_donate(baton, 0, 1);
	baton->time = 2 * MS;
	baton_charge_next(baton, 1);
	assert_int_equal(baton_charge(baton), BATON_TIME_SPENT);
	baton_give_way(baton, 1);
	assert_int_equal(baton->pds[1].state, LINUX_STATE_SPENT);
	assert_int_equal(baton->contexts[0].consumed, 2 * MS);
	assert_int_equal(baton->contexts[1].consumed, 0);
	free(baton);
}

static struct linux_baton *create_domains(void)
{
	struct linux_baton *baton = create(1000, 1000);
	baton->turn_count = 3;
	for (unsigned i = 0; i < 3; i++)
		baton->turns[i] = (struct linux_turn){ .domain = i, .duration = (i + 1) * 10 * MS };
	baton->turn_end = 10 * MS;
	return baton;
}

TEST(turns_of_domains_follow_each_other_and_begin_again)
{
	static const struct {
		uint64_t time, domain;
	} expected[] = { { 9, 0 }, { 10, 1 }, { 29, 1 }, { 30, 2 }, { 60, 0 }, { 70 + 600, 1 }, { 1230, 2 } };
	struct linux_baton *baton = create_domains();
	baton_charge_next(baton, LINUX_NOBODY);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		baton->time = expected[i].time * MS;
		baton_catch_up(baton);
		assert_int_equal(baton->domain, expected[i].domain);
	}
	free(baton);
}

TEST(a_domain_has_its_turn_although_the_one_before_ended_late)
{
	struct linux_baton *baton = create_domains();
	baton->time = 35 * MS;
	baton_catch_up(baton);
	assert_int_equal(baton->domain, 1);
	assert_int_equal(baton->turn_end, 55 * MS);
	free(baton);
}

TEST(only_those_of_the_domain_whose_turn_it_is_are_chosen)
{
	struct linux_baton *baton = create_domains();
	baton_choose(baton);
	baton->pds[1].domain = 1;
	baton->pds[1].priority = 9;
	baton_ready(baton, 1, BATON_WOKEN);
	assert_int_equal(baton_top(baton), -1);
	assert_int_equal(baton_deadline(baton, LINUX_NOBODY), 10 * MS);
	baton->time = 10 * MS;
	baton_catch_up(baton);
	assert_int_equal(baton_choose(baton), 1);
	free(baton);
}

/* The order in which equals that were woken come is the seed's; who keeps its turn comes first with any. */
TEST(a_seed_decides_between_those_that_were_woken)
{
	bool seen[3] = { false };
	for (uint64_t seed = 1; seed < 50; seed++) {
		struct linux_baton *baton = create(1, 1);
		baton_choose(baton);
		baton->pd_count = 4;
		baton->seed = seed;
		baton->random = seed * UINT64_C(0x9e3779b97f4a7c15) | 1;
		for (unsigned i = 0; i < 4; i++) {
			baton->pds[i].priority = 5;
			baton_ready(baton, i, i == 3 ? BATON_KEEPS_TURN : BATON_WOKEN);
		}
		assert_int_equal(baton_choose(baton), 3);
		unsigned first = baton_choose(baton);
		assert_in_range(first, 0, 2);
		seen[first] = true;
		unsigned second = baton_choose(baton), third = baton_choose(baton);
		assert_int_equal(first + second + third, 3);
		assert_int_equal(baton_choose(baton), BATON_NOBODY);
		free(baton);
	}
	assert_true(seen[0] && seen[1] && seen[2]);
}
