#include "../unit/test.h"

#include "fake.h"
#include "microkit.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

enum { LINE = 4 };

static void handle(void);

static struct causeway_interrupt_state line_state;
static const struct causeway_interrupt interrupt = { LINE, handle, &line_state, "nobody" };
static const struct causeway_interrupt unhandled = { LINE, NULL, &line_state, "interrupt 'a' came for nobody" };

static void handle(void)
{
	fake_note("handled");
	causeway_event_wait(&fake_b);
	fake_note("acknowledges");
	CHECK(causeway_interrupt_acknowledge(&interrupt) == 0);
}

static void serve(void)
{
	causeway_interrupt_serve(&interrupt);
}

static void serve_unhandled(void)
{
	causeway_interrupt_serve(&unhandled);
}

/* The handler may block: what comes meanwhile is handled after it. */
COMPONENT_TEST(the_interface_strand_handles_interrupts)
{
	fake_program.a_serve = serve;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &interrupt, NULL });
	init();
	CHECK(!strcmp(fake_log, ""));
	fake_deliver(LINE);
	fake_deliver(LINE);
	CHECK(!strcmp(fake_log, "handled "));
	CHECK(fake_acknowledged[LINE] == 0);
	fake_deliver(5);
	CHECK(!strcmp(fake_log, "handled acknowledges handled "));
	CHECK(fake_acknowledged[LINE] == 1);
}

COMPONENT_TEST(an_interrupt_that_came_before_start_up_was_over_is_handled)
{
	fake_program.a_serve = serve;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &interrupt, NULL });
	causeway_interrupt_notified(&interrupt);
	init();
	CHECK(!strcmp(fake_log, "handled "));
}

static void take_unhandled(void)
{
	fake_program.a_serve = serve_unhandled;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &unhandled, NULL });
	init();
	fake_deliver(LINE);
}

TEST(an_interrupt_without_a_handler_is_a_fault)
{
	int status = fake_isolate(take_unhandled);
	assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
