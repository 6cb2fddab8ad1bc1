/*
 * Slots, badges and sizes that Microkit 2.3 publishes (its manual and library): programs linked with the
 * SDK's library rely on them.
 */
#include "abi/sel4_contract.h"
#include "abi/sel4_spec.h"
#include "test.h"

TEST(slots_are_the_published_ones)
{
	assert_int_equal(SEL4_SLOT_INPUT, 1);
	assert_int_equal(SEL4_SLOT_VSPACE, 3);
	assert_int_equal(SEL4_SLOT_REPLY, 4);
	assert_int_equal(SEL4_SLOT_MONITOR, 5);
	assert_int_equal(SEL4_SLOT_SMC, 7);
	assert_int_equal(SEL4_SLOT_NOTIFY, 10);
	assert_int_equal(SEL4_SLOT_CALL, 10 + 64);
	assert_int_equal(SEL4_SLOT_IRQ, 10 + 2 * 64);
	assert_int_equal(SEL4_SLOT_CHILD, 10 + 3 * 64);
}

TEST(our_own_slots_are_none_of_the_published_ones)
{
	static const int taken[] = {
		0, SEL4_SLOT_INPUT, SEL4_SLOT_VSPACE, SEL4_SLOT_REPLY, SEL4_SLOT_MONITOR, SEL4_SLOT_SMC
	};
	for (unsigned i = 0; i < sizeof taken / sizeof *taken; i++) {
		assert_int_not_equal(SEL4_SLOT_OWN_NOTIFICATION, taken[i]);
		assert_int_not_equal(SEL4_SLOT_CONSOLE, taken[i]);
	}
	assert_true(SEL4_SLOT_OWN_NOTIFICATION < SEL4_SLOT_NOTIFY && SEL4_SLOT_CONSOLE < SEL4_SLOT_NOTIFY);
}

TEST(badges_are_the_published_ones)
{
	assert_true(SEL4_BADGE_CALL == UINT64_C(0x8000000000000000));
	assert_true(SEL4_BADGE_FAULT == UINT64_C(0x4000000000000000));
}
