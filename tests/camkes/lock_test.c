#include "../unit/test.h"

#include "causeway/lock.h"
#include "fake.h"
#include "microkit.h"

#include <string.h>

static struct causeway_semaphore one = { 1, { NULL, NULL } }, none, two = { 2, { NULL, NULL } };
static const struct causeway_lock mutex = { "test.m", &one }, binary = { "test.b", &none },
				  counting = { "test.s", &two };

static int lock_twice(void)
{
	CHECK(causeway_mutex_lock(&mutex) == 0);
	fake_note("locked");
	causeway_mutex_lock(&mutex);
	fake_note("locked-again");
	return 0;
}

static void unlock_in_callback(void *unused)
{
	(void)unused;
	CHECK(causeway_mutex_unlock(&mutex) == 0);
	fake_note("unlocked");
}

static void register_unlock(void)
{
	causeway_event_reg_callback(&fake_a, unlock_in_callback, NULL);
}

COMPONENT_TEST(a_mutex_is_held_until_any_strand_unlocks_it)
{
	fake_program.a_init = register_unlock;
	fake_program.run = lock_twice;
	init();
	CHECK(!strcmp(fake_log, "locked "));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_MUTEX && !strcmp(fake_wait_what[0], "test.m"));
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "locked unlocked locked-again "));
	CHECK(one.count == 0);
}

static int post_twice(void)
{
	causeway_binary_post(&binary);
	causeway_binary_post(&binary);
	CHECK(causeway_binary_wait(&binary) == 0);
	causeway_mutex_unlock(&mutex);
	CHECK(one.count == 1);
	fake_note("taken");
	causeway_binary_wait(&binary);
	fake_note("never");
	return 0;
}

COMPONENT_TEST(two_posts_of_a_binary_semaphore_are_one)
{
	fake_program.run = post_twice;
	init();
	CHECK(!strcmp(fake_log, "taken "));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_SEMAPHORE && !strcmp(fake_wait_what[0], "test.b"));
}

static int count_down(void)
{
	CHECK(causeway_counting_wait(&counting) == 0);
	CHECK(causeway_counting_trywait(&counting) == 0);
	CHECK(causeway_counting_trywait(&counting) == -1);
	causeway_counting_post(&counting);
	causeway_counting_post(&counting);
	causeway_counting_wait(&counting);
	causeway_counting_wait(&counting);
	fake_note("counted");
	return 0;
}

COMPONENT_TEST(a_semaphore_counts)
{
	fake_program.run = count_down;
	init();
	CHECK(!strcmp(fake_log, "counted "));
}
