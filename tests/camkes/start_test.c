#include "../unit/test.h"

#include "camkes/dataport.h"
#include "camkes/instance.h"
#include "fake.h"
#include "microkit.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static void note_pre_init(void)
{
	fake_note("pre_init");
}

static void note_post_init(void)
{
	fake_note("post_init");
}

static void note_a_init(void)
{
	fake_note("a__init");
}

static void note_b_init(void)
{
	fake_note("b__init");
}

static int note_run(void)
{
	fake_note("run");
	return 0;
}

static const struct fake_program noting = { note_pre_init, note_post_init, note_run,
					    note_a_init,   note_b_init,	   NULL };

COMPONENT_TEST(a_component_starts_in_the_order_of_camkes)
{
	fake_program = noting;
	init();
	CHECK(!strcmp(fake_log, "pre_init a__init b__init post_init run "));
}

static void b_init_waits_for_a(void)
{
	fake_note("b-waits");
	while (!causeway_event_poll(&fake_a)) {
		seL4_Yield();
		fake_pend(1 << 5); /* anything: it must not hang */
		if (fake_yields > 3)
			return;
	}
}

COMPONENT_TEST(post_init_waits_for_every_init)
{
	fake_program = noting;
	fake_program.a_init = b_init_waits_for_a;
	init();
	CHECK(!strcmp(fake_log, "pre_init b-waits b__init post_init run "));
}

static void pre_init_blocks(void)
{
	causeway_event_wait(&fake_a);
}

COMPONENT_TEST(init_returns_when_all_strands_block)
{
	fake_program = noting;
	fake_program.pre_init = pre_init_blocks;
	init();
	CHECK(!strcmp(fake_log, ""));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_EVENT);
	CHECK(!strcmp(fake_wait_what[0], "test.a"));
}

static int overflowing_run(void)
{
	/* What an overflow leaves behind: the lowest words of the stack are written. */
	memset(causeway_g_component.strands[0].stack, 7, 64);
	causeway_event_wait(&fake_a);
	return 0;
}

static void overflow_body(void)
{
	fake_program.run = overflowing_run;
	init();
}

TEST(a_stack_overflow_stops_the_component)
{
	int status = fake_isolate(overflow_body);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void early_wait_body(void)
{
	causeway_event_wait(&fake_a); /* as a constructor would */
}

TEST(waiting_before_the_component_has_started_stops_it)
{
	int status = fake_isolate(early_wait_body);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static int failing_run(void)
{
	return -1;
}

COMPONENT_TEST(what_run_returns_is_said_unless_it_is_zero)
{
	fake_program.run = note_run;
	init();
	CHECK(!strcmp(fake_console, ""));
}

COMPONENT_TEST(a_failure_of_run_is_said)
{
	fake_program.run = failing_run;
	init();
	CHECK(!strcmp(fake_console, "test: run() returned -1\n"));
}

COMPONENT_TEST(a_notification_that_means_nothing_is_ignored)
{
	init();
	fake_deliver(4);
	fake_deliver(60);
}

COMPONENT_TEST(the_component_knows_its_name)
{
	CHECK(!strcmp(get_instance_name(), "test"));
	CHECK(get_instance_affinity() == 0);
}

COMPONENT_TEST(dataport_pointers_go_there_and_back)
{
	char *start;
	memcpy(&start, causeway_g_component.dataports[1]->pointer, sizeof start);
	dataport_ptr_t pointer = dataport_wrap_ptr(start + 31);
	CHECK(pointer.id == 9 && pointer.offset == 31);
	CHECK(dataport_unwrap_ptr(pointer) == start + 31);
	CHECK(dataport_wrap_ptr(&pointer).id == -1);
	pointer.offset = 32;
	CHECK(!dataport_unwrap_ptr(pointer));
	pointer.id = -1;
	CHECK(!dataport_unwrap_ptr(pointer));
	CHECK(causeway_dataport_wrap(causeway_g_component.dataports[0], &pointer, start) == -1);
}

static int fault_in_run(void)
{
	causeway_fault_seen(&(struct causeway_fault){ CAUSEWAY_FAULT_DATA, 0x1234, 0x200000 });
	return 0;
}

static void fault_in_init(void)
{
	causeway_fault_seen(&(struct causeway_fault){ CAUSEWAY_FAULT_EXCEPTION, 0, 0x200010 });
}

COMPONENT_TEST(a_fault_is_told_in_the_words_of_camkes_with_the_thread_s_name)
{
	fake_program.run = fault_in_run;
	fake_program.a_init = fault_in_init;
	init();
	CHECK(!strcmp(fake_console,
		      "FAULT HANDLER: user exception from test.test_a_0000, pc = 0x200010\n"
		      "FAULT HANDLER: data fault from test.test_0_control on address 0x1234, pc = "
		      "0x200000\n"));
}
