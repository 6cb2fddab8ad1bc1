#include "../unit/test.h"

#include "causeway/lock.h"
#include "camkes/instance.h"
#include "camkes/sync.h"
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

static void *drivers_mutex;
static ps_mutex_ops_t mutex_ops;

static void take_drivers_mutex(void)
{
	CHECK(!ps_mutex_lock(&mutex_ops, drivers_mutex));
	fake_note("second");
	CHECK(!ps_mutex_unlock(&mutex_ops, drivers_mutex));
}

static int hold_drivers_mutex(void)
{
	causeway_component_yield();
	fake_note("first");
	CHECK(!ps_mutex_unlock(&mutex_ops, drivers_mutex));
	causeway_component_yield();
	CHECK(ps_mutex_unlock(&mutex_ops, drivers_mutex) == EINVAL);
	CHECK(!ps_mutex_destroy(&mutex_ops, drivers_mutex));
	fake_note("gone");
	return 0;
}

static void lock_drivers_mutex(void)
{
	CHECK(!init_camkes_mutex_ops(&mutex_ops));
	drivers_mutex = ps_mutex_new(&mutex_ops);
	CHECK(drivers_mutex && !ps_mutex_lock(&mutex_ops, drivers_mutex));
}

COMPONENT_TEST(a_drivers_mutex_makes_strands_wait)
{
	fake_program.pre_init = lock_drivers_mutex;
	fake_program.a_serve = take_drivers_mutex;
	fake_program.run = hold_drivers_mutex;
	init();
	CHECK(!strcmp(fake_log, "first second gone "));
}
