#include "../unit/test.h"

#include "camkes/instance.h"
#include "causeway/notification.h"
#include "fake.h"
#include "microkit.h"

#include <string.h>
#include <sys/wait.h>

static struct causeway_notification object = { CAUSEWAY_NOTIFICATION_MARK, "test", 0, { NULL, NULL }, false };
static const struct causeway_signal third = { &object, 3 }, fifth = { &object, 5 };

static seL4_CPtr capability(void)
{
	return causeway_notification_cap(&object);
}

static int wait_once(void)
{
	seL4_Word badge;
	seL4_Wait(capability(), &badge);
	CHECK(badge == 3);
	fake_note("signalled");
	seL4_Wait(capability(), NULL);
	fake_note("again");
	return 0;
}

COMPONENT_TEST(a_wait_blocks_until_a_signal_comes)
{
	fake_listen(9, (struct causeway_channel){ causeway_signalled, &third, NULL });
	fake_program.run = wait_once;
	init();
	CHECK(!strcmp(fake_log, ""));
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_EVENT && !strcmp(fake_wait_what[0], "test"));
	fake_deliver(9);
	CHECK(!strcmp(fake_log, "signalled "));
	fake_deliver(9);
	CHECK(!strcmp(fake_log, "signalled again "));
}

static int take_both(void)
{
	seL4_Word badge = 99;
	seL4_Poll(capability(), &badge);
	CHECK(badge == 0);
	causeway_signal(&third);
	causeway_signal(&fifth);
	causeway_signal(&fifth);
	seL4_Wait(capability(), &badge);
	CHECK(badge == 7);
	seL4_Poll(capability(), &badge);
	CHECK(badge == 0);
	fake_pend(1 << 9);
	seL4_Poll(capability(), &badge);
	CHECK(badge == 3);
	fake_note("taken");
	return 0;
}

COMPONENT_TEST(badges_that_have_come_are_taken_together)
{
	fake_listen(9, (struct causeway_channel){ causeway_signalled, &third, NULL });
	fake_program.run = take_both;
	init();
	CHECK(!strcmp(fake_log, "taken "));
}

static void wait_for_nothing(void)
{
	seL4_Wait(0, NULL);
}

static void wait_for_something_else(void)
{
	static uint64_t other[8];
	seL4_Poll((seL4_CPtr)(uintptr_t)other, NULL);
}

TEST(a_capability_that_is_no_notification_stops_the_component)
{
	assert_true(WIFSIGNALED(fake_isolate(wait_for_nothing)));
	assert_true(WIFSIGNALED(fake_isolate(wait_for_something_else)));
}
