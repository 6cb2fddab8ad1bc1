#include "../unit/test.h"

#include "camkes/instance.h"
#include "fake.h"
#include "microkit.h"

#include <string.h>

static int wait_twice(void)
{
	causeway_event_wait(&fake_a);
	fake_note("first");
	causeway_event_wait(&fake_a);
	fake_note("second");
	return 0;
}

COMPONENT_TEST(a_wait_takes_one_event_each)
{
	fake_program.run = wait_twice;
	init();
	CHECK(!strcmp(fake_log, ""));
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "first "));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_EVENT && !strcmp(fake_wait_what[0], "test.a"));
	fake_deliver(5);
	CHECK(!strcmp(fake_log, "first "));
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "first second "));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_NONE);
}

COMPONENT_TEST(received_events_are_counted_until_they_are_taken)
{
	init();
	fake_deliver(3);
	fake_deliver(3);
	fake_deliver(3);
	CHECK(fake_a.state->handoff.count == 3);
}

static int spin_without_yielding(void)
{
	/* Nobody received between these, so they are one. */
	causeway_event_notified(&fake_b);
	causeway_event_notified(&fake_b);
	causeway_event_notified(&fake_b);
	CHECK(causeway_event_poll(&fake_b) == 1);
	CHECK(causeway_event_poll(&fake_b) == 0);
	return 0;
}

COMPONENT_TEST(unread_emits_coalesce)
{
	fake_program.run = spin_without_yielding;
	init();
}

static int poll_in_a_loop(void)
{
	for (int i = 0; i < 3; i++)
		CHECK(causeway_event_poll(&fake_a) == 0);
	fake_pend(1 << 3);
	CHECK(causeway_event_poll(&fake_a) == 1);
	CHECK(causeway_event_poll(&fake_a) == 0);
	fake_note("polled");
	return 0;
}

COMPONENT_TEST(a_strand_that_polls_sees_events)
{
	fake_program.run = poll_in_a_loop;
	init();
	CHECK(!strcmp(fake_log, "polled "));
}

static char called[] = "called", again[] = "again", at_once[] = "at-once", later[] = "later";

static void note_text(void *text)
{
	fake_note(text);
}

static void register_callback(void)
{
	CHECK(causeway_event_reg_callback(&fake_a, note_text, called) == 0);
	CHECK(causeway_event_reg_callback(&fake_a, note_text, again) == -1);
}

COMPONENT_TEST(a_callback_is_called_once_in_the_interface_strand)
{
	fake_program.a_init = register_callback;
	init();
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "called "));
	CHECK(fake_a.state->handoff.count == 0);
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "called "));
	CHECK(fake_a.state->handoff.count == 1);
}

static unsigned rounds;

static void register_again(void *unused)
{
	(void)unused;
	rounds++;
	CHECK(causeway_event_reg_callback(&fake_a, register_again, NULL) == 0);
}

static void register_first(void)
{
	register_again(NULL);
}

COMPONENT_TEST(a_callback_may_register_itself_again)
{
	fake_program.a_init = register_first;
	init();
	for (int i = 0; i < 100; i++)
		fake_deliver(3);
	CHECK(rounds == 101);
}

static int register_with_one_pending(void)
{
	causeway_event_notified(&fake_a);
	causeway_component_yield();
	CHECK(fake_a.state->handoff.count == 1);
	CHECK(causeway_event_reg_callback(&fake_a, note_text, at_once) == 0);
	CHECK(!strcmp(fake_log, "at-once "));
	/* It was not registered. */
	CHECK(causeway_event_reg_callback(&fake_a, note_text, later) == 0);
	return 0;
}

COMPONENT_TEST(a_pending_event_calls_back_at_once_and_registers_nothing)
{
	fake_program.run = register_with_one_pending;
	init();
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "at-once later "));
}

static int emit_to_self(void)
{
	causeway_emit(&fake_emitter);
	CHECK(fake_notified[7] == 1);
	causeway_event_wait(&fake_b);
	fake_note("own");
	return 0;
}

COMPONENT_TEST(an_emit_reaches_channels_and_the_own_component)
{
	fake_program.run = emit_to_self;
	init();
	CHECK(!strcmp(fake_log, "own "));
}

static void block_in_callback(void *unused)
{
	(void)unused;
	fake_note("in");
	causeway_event_wait(&fake_b);
	fake_note("out");
}

static void register_blocking(void)
{
	causeway_event_reg_callback(&fake_a, block_in_callback, NULL);
}

COMPONENT_TEST(a_callback_may_block_for_another_event)
{
	fake_program.a_init = register_blocking;
	init();
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "in "));
	CHECK(fake_wait_kind[1] == CAUSEWAY_WAIT_EVENT);
	fake_deliver(3); /* received by nobody: the strand is in the callback */
	fake_deliver(3);
	fake_deliver(5);
	CHECK(!strcmp(fake_log, "in out "));
	CHECK(fake_a.state->handoff.count == 1);
}

static void ticking(void *unused)
{
	(void)unused;
	fake_note("tick");
	causeway_event_reg_callback(&fake_b, ticking, NULL);
}

static void register_ticking(void)
{
	causeway_event_reg_callback(&fake_b, ticking, NULL);
}

static int yield_thrice(void)
{
	for (int i = 0; i < 3; i++) {
		fake_pend(1 << 5);
		seL4_Yield();
		fake_note("run");
	}
	return 0;
}

COMPONENT_TEST(a_yield_lets_the_other_strands_and_protection_domains_run)
{
	fake_program.b_init = register_ticking;
	fake_program.run = yield_thrice;
	init();
	CHECK(!strcmp(fake_log, "tick run tick run tick run "));
	CHECK(fake_yields == 3);
}

static int first_waiter(void)
{
	causeway_event_wait(&fake_a);
	fake_note("control");
	return 0;
}

static void second_waiter(void *unused)
{
	(void)unused;
	causeway_event_wait(&fake_a);
	fake_note("callback");
}

static void register_second(void)
{
	causeway_event_reg_callback(&fake_b, second_waiter, NULL);
}

COMPONENT_TEST(waiters_are_served_in_the_order_in_which_they_came)
{
	fake_program.b_init = register_second;
	fake_program.run = first_waiter;
	init();
	fake_deliver(5);
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "control "));
	fake_deliver(3);
	CHECK(!strcmp(fake_log, "control callback "));
}

/* ------------------------------------------- events that are counted */

static uint64_t counter, remote_counter;
static struct causeway_event_state counted_state;
static const struct causeway_event counted = { "test.counted", &counted_state, &counter };
static const struct causeway_channel counted_row[] = { { causeway_event_notified, &counted, NULL } };
static const unsigned char remote_channel[] = { 8 };
static uint64_t *const counters[] = { &remote_counter, &counter };
static const struct causeway_emitter counting = { remote_channel, 1, counted_row, 1, counters };

static void serve_counted(void)
{
	causeway_event_serve(&counted);
}

static int emit_three_times(void)
{
	for (int i = 0; i < 3; i++)
		causeway_emit(&counting);
	CHECK(remote_counter == 3 && fake_notified[8] == 3);
	for (int i = 0; i < 3; i++)
		causeway_event_wait(&counted);
	CHECK(causeway_event_poll(&counted) == 0);
	fake_note("three");
	return 0;
}

COMPONENT_TEST(counted_events_do_not_become_one)
{
	fake_program.a_serve = serve_counted;
	fake_program.run = emit_three_times;
	init();
	CHECK(!strcmp(fake_log, "three "));
}

static int take_what_nonsense_means(void)
{
	counter = (uint64_t)-5;
	causeway_event_notified(&counted);
	causeway_event_wait(&counted);
	CHECK(causeway_event_poll(&counted) == 0);
	counter++;
	causeway_event_notified(&counted);
	causeway_event_wait(&counted);
	fake_note("taken");
	return 0;
}

COMPONENT_TEST(a_counter_with_nonsense_is_one_event)
{
	fake_program.a_serve = serve_counted;
	fake_program.run = take_what_nonsense_means;
	init();
	CHECK(!strcmp(fake_log, "taken "));
}
