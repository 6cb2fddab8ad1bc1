/* Counting and keeping events, over memory of the test's own. Here, as in the launcher, nobody can be waited
 * for. */
#include "test.h"

#include "runtime/baton/baton.h"
#include "runtime/baton/event.h"

#include "abi/linux_watch.h"

#include <stdlib.h>
#include <string.h>

static struct linux_baton *create(unsigned watch)
{
	struct linux_baton *baton = aligned_alloc(4096, LINUX_BATON_SIZE);
	assert_non_null(baton);
	memset(baton, 0, LINUX_BATON_SIZE);
	baton_init(baton, 2);
	baton->watch = watch;
	baton->simulated = 1;
	linux_watch_of(baton)->running = LINUX_NOBODY;
	return baton;
}

static void at(struct linux_baton *baton, uint64_t time, enum linux_event event, unsigned pd)
{
	baton->time = time;
	baton_event(baton, event, pd, LINUX_NOBODY, 0);
}

TEST(time_goes_to_who_has_the_processor)
{
	struct linux_baton *baton = create(LINUX_WATCH_COUNT);
	const struct linux_counts *counts = linux_watch_of(baton)->counts;
	at(baton, 100, LINUX_EVENT_RUN, 0);
	at(baton, 150, LINUX_EVENT_WAIT, 0);
	at(baton, 160, LINUX_EVENT_RUN, 1);
	at(baton, 200, LINUX_EVENT_RUN, 1);
	at(baton, 230, LINUX_EVENT_IDLE, LINUX_NOBODY);
	at(baton, 500, LINUX_EVENT_RUN, 0);
	at(baton, 501, LINUX_EVENT_IDLE, LINUX_NOBODY);
	assert_int_equal(counts[0].time, 61);
	assert_int_equal(counts[1].time, 70);
	assert_int_equal(counts[0].switches, 2);
	assert_int_equal(counts[1].switches, 1);
	free(baton);
}

TEST(losing_the_processor_has_three_causes)
{
	struct linux_baton *baton = create(LINUX_WATCH_COUNT);
	const struct linux_counts *counts = linux_watch_of(baton)->counts;
	at(baton, 0, LINUX_EVENT_READY, 0);
	at(baton, 1, LINUX_EVENT_RUN, 0);
	at(baton, 2, LINUX_EVENT_READY, 1);
	at(baton, 3, LINUX_EVENT_READY, 0);
	at(baton, 4, LINUX_EVENT_RUN, 0);
	at(baton, 5, LINUX_EVENT_YIELD, 0);
	at(baton, 5, LINUX_EVENT_READY, 0);
	at(baton, 6, LINUX_EVENT_RUN, 0);
	at(baton, 7, LINUX_EVENT_SLICE, 0);
	at(baton, 7, LINUX_EVENT_READY, 0);
	assert_int_equal(counts[0].preempted, 1);
	assert_int_equal(counts[0].slices, 1);
	assert_int_equal(counts[0].events[LINUX_EVENT_YIELD], 1);
	assert_int_equal(counts[1].preempted, 0);
	free(baton);
}

TEST(what_comes_from_outside_is_seen_when_it_is_taken_in)
{
	struct linux_baton *baton = create(LINUX_WATCH_KEEP | LINUX_WATCH_COUNT);
	struct linux_watch *watch = linux_watch_of(baton);
	baton_post(baton, 1, 4);
	assert_int_equal(atomic_load(&watch->written), 0);
	baton_absorb(baton);
	assert_int_equal(watch->records[0].event, LINUX_EVENT_POST);
	assert_int_equal(watch->records[0].pd, 1);
	assert_int_equal(watch->records[0].other, LINUX_LAUNCHER);
	assert_int_equal(watch->records[0].value, 4);
	assert_int_equal(watch->counts[1].events[LINUX_EVENT_POST], 1);
	free(baton);
}

TEST(what_has_no_room_is_counted_and_overwrites_nothing)
{
	struct linux_baton *baton = create(LINUX_WATCH_KEEP);
	struct linux_watch *watch = linux_watch_of(baton);
	atomic_store(&watch->written, UINT32_MAX - 5);
	atomic_store(&watch->taken, UINT32_MAX - 5);
	for (uint64_t i = 0; i < LINUX_RECORDS + 7; i++)
		at(baton, i, LINUX_EVENT_READY, 1);
	assert_int_equal(watch->lost, 7);
	assert_int_equal(atomic_load(&watch->written), (uint32_t)(UINT32_MAX - 5 + LINUX_RECORDS));
	for (uint32_t i = 0; i < LINUX_RECORDS; i++)
		assert_int_equal(watch->records[(UINT32_MAX - 5 + i) % LINUX_RECORDS].time, i);
	free(baton);
}
