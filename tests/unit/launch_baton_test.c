#include "test.h"

#include "runtime/baton/baton.h"

#include <stdlib.h>
#include <string.h>

/* A scheduler with COUNT domains of these priorities, all ready in this order. */
static struct linux_baton *create(unsigned count, const unsigned *priorities)
{
	struct linux_baton *baton = aligned_alloc(4096, sizeof *baton);
	assert_non_null(baton);
	memset(baton, 0, sizeof *baton);
	baton_init(baton, count);
	for (unsigned i = 0; i < count; i++) {
		baton->pds[i].priority = priorities[i];
		baton_ready(baton, i, BATON_WOKEN);
	}
	return baton;
}

static void expect_order(struct linux_baton *baton, const unsigned *order, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		assert_int_equal(baton_choose(baton), order[i]);
	assert_int_equal(baton_choose(baton), BATON_NOBODY);
	assert_int_equal(baton_top(baton), -1);
}

TEST(the_highest_first_then_in_turn)
{
	struct linux_baton *baton = create(6, (unsigned[]){ 0, 254, 7, 254, 63, 64 });
	assert_int_equal(baton_top(baton), 254);
	expect_order(baton, (unsigned[]){ 1, 3, 5, 4, 2, 0 }, 6);
	free(baton);
}

TEST(who_is_preempted_keeps_its_turn)
{
	struct linux_baton *baton = create(3, (unsigned[]){ 5, 5, 5 });
	assert_int_equal(baton_choose(baton), 0);
	baton_ready(baton, 0, BATON_KEEPS_TURN);
	assert_int_equal(baton_choose(baton), 0);
	baton_ready(baton, 0, BATON_TURN_OVER);
	expect_order(baton, (unsigned[]){ 1, 2, 0 }, 3);
	free(baton);
}

TEST(a_waiting_one_gets_the_badge_at_once)
{
	struct linux_baton *baton = create(1, (unsigned[]){ 5 });
	assert_int_equal(baton_choose(baton), 0);
	baton->pds[0].state = LINUX_STATE_WAITING;
	baton_notify(baton, 0, 4);
	baton_notify(baton, 0, 2);
	assert_int_equal(baton->pds[0].received, 4);
	assert_int_equal(baton->pds[0].notification, 2);
	expect_order(baton, (unsigned[]){ 0 }, 1);
	free(baton);
}

TEST(what_comes_from_outside_is_taken_in_by_the_holder)
{
	struct linux_baton *baton = create(2, (unsigned[]){ 5, 9 });
	assert_int_equal(baton_choose(baton), 1);
	baton->pds[1].state = LINUX_STATE_WAITING;
	baton_post(baton, 1, 8);
	assert_int_equal(baton->external, LINUX_EXTERNAL_POSTED);
	assert_int_equal(baton_top(baton), 5);
	baton_absorb(baton);
	assert_int_equal(baton->pds[1].received, 8);
	expect_order(baton, (unsigned[]){ 1, 0 }, 2);
	free(baton);
}

TEST(callers_wait_by_priority_then_in_turn)
{
	struct linux_baton *baton = create(5, (unsigned[]){ 100, 5, 7, 5, 7 });
	for (unsigned i = 1; i < 5; i++)
		baton_caller_push(baton, 0, i);
	assert_int_equal(baton_caller_pop(baton, 0), 2);
	assert_int_equal(baton_caller_pop(baton, 0), 4);
	baton->pds[1].dead = 1;
	assert_int_equal(baton_caller_pop(baton, 0), 3);
	assert_int_equal(baton_caller_pop(baton, 0), BATON_NOBODY);
	free(baton);
}

TEST(a_message_is_never_longer_than_the_registers)
{
	struct linux_baton *baton = create(2, (unsigned[]){ 1, 2 });
	for (unsigned i = 0; i < LINUX_MESSAGE_WORDS; i++)
		baton->areas[0].message[i] = i + 1;
	baton->areas[1].fault.kind = 99;
	baton_transfer(baton, 0, 1, 5 << 12 | 127);
	assert_int_equal(baton->pds[1].info, 5 << 12 | 64);
	assert_int_equal(baton->areas[1].message[63], 64);
	assert_int_equal(baton->areas[1].fault.kind, 99);
	free(baton);
}

TEST(queues_that_make_no_sense_are_noticed)
{
	struct linux_baton *baton = create(2, (unsigned[]){ 5, 5 });
	baton->ready[0].queues[5].head = 77;
	assert_int_equal(baton_choose(baton), BATON_CORRUPT);
	baton_rebuild(baton);
	expect_order(baton, (unsigned[]){ 0, 1 }, 2);
	baton_ready(baton, 0, BATON_TURN_OVER);
	baton->pds[0].next = 0;
	assert_int_equal(baton_choose(baton), 0);
	assert_int_equal(baton_choose(baton), BATON_CORRUPT);
	free(baton);
}

TEST(the_dead_are_passed_over)
{
	struct linux_baton *baton = create(3, (unsigned[]){ 5, 6, 7 });
	baton->pds[1].dead = 1;
	assert_int_equal(baton_choose(baton), 2);
	baton->pds[2].dead = 1;
	baton_rebuild(baton);
	expect_order(baton, (unsigned[]){ 0 }, 1);
	assert_int_equal(baton->pds[2].state, LINUX_STATE_STOPPED);
	free(baton);
}

TEST(who_is_taken_out_of_a_queue_leaves_the_others_in_order)
{
	for (unsigned gone = 0; gone < 4; gone++) {
		struct linux_baton *baton = create(4, (unsigned[]){ 5, 5, 5, 5 });
		unsigned order[4], count = 0;
		baton_stop(baton, gone);
		baton_stop(baton, gone);
		assert_int_equal(baton->pds[gone].state, LINUX_STATE_STOPPED);
		baton_release(baton, gone, LINUX_REQUEST_RESUME);
		assert_int_equal(baton->pds[gone].request, LINUX_REQUEST_RESUME);
		for (unsigned i = 0; i < 4; i++)
			if (i != gone)
				order[count++] = i;
		order[count] = gone;
		expect_order(baton, order, 4);
		free(baton);
	}
}

TEST(the_only_one_of_a_priority_is_taken_out)
{
	struct linux_baton *baton = create(2, (unsigned[]){ 9, 5 });
	baton_stop(baton, 0);
	assert_int_equal(baton_top(baton), 5);
	expect_order(baton, (unsigned[]){ 1 }, 1);
	free(baton);
}

TEST(callers_are_taken_out_of_the_queue_of_whom_they_call)
{
	struct linux_baton *baton = create(4, (unsigned[]){ 100, 5, 5, 5 });
	for (unsigned i = 0; i < 4; i++)
		assert_true(baton_choose(baton) < 4);
	for (unsigned i = 1; i < 4; i++) {
		baton->pds[i].state = LINUX_STATE_QUEUED;
		baton->pds[i].peer = 0;
		baton_caller_push(baton, 0, i);
	}
	baton_stop(baton, 3);
	baton_stop(baton, 1);
	assert_int_equal(baton_caller_pop(baton, 0), 2);
	assert_int_equal(baton_caller_pop(baton, 0), BATON_NOBODY);
	free(baton);
}

TEST(the_fault_of_a_child_and_its_answer)
{
	struct linux_baton *baton = create(2, (unsigned[]){ 9, 5 });
	assert_int_equal(baton_choose(baton), 0);
	assert_int_equal(baton_choose(baton), 1);
	struct linux_fault *fault = &baton->areas[1].fault;
	fault->info = 6 << 12 | 127;
	for (unsigned i = 0; i < LINUX_FAULT_WORDS; i++)
		fault->words[i] = 100 + i;
	baton->areas[0].message[LINUX_FAULT_WORDS] = 7;
	baton_transfer_fault(baton, 1, 0);
	assert_int_equal(baton->pds[1].state, LINUX_STATE_FAULTED);
	assert_int_equal(baton->areas[0].message[LINUX_FAULT_WORDS - 1], 100 + LINUX_FAULT_WORDS - 1);
	assert_int_equal(baton->areas[0].message[LINUX_FAULT_WORDS], 7);
	baton->areas[0].message[1] = 55;
	baton_answer_fault(baton, 0, 1, 2);
	assert_int_equal(fault->words[1], 55);
	assert_int_equal(fault->words[2], 102);
	assert_int_equal(baton->pds[1].request, LINUX_REQUEST_RESUME);
	expect_order(baton, (unsigned[]){ 1 }, 1);
	free(baton);
}
