#include "conformance.h"

void init(void)
{
	seL4_Word label = ((seL4_Word)1 << 52) - 1;
	microkit_msginfo info = microkit_msginfo_new(label, 64);
	say_number("label", microkit_msginfo_get_label(info) == label);
	say_number("count", microkit_msginfo_get_count(info));
	info = microkit_msginfo_new(0, 0);
	say_number("empty", microkit_msginfo_get_label(info) + microkit_msginfo_get_count(info));
	microkit_mr_set(63, 5);
	say_number("last register", microkit_mr_get(63));
	seL4_SetMR(0, 6);
	say_number("first register", microkit_mr_get(0) + seL4_GetMR(0));
	say_number("slot", microkit_cspace_root_slot_to_cptr(1) == (seL4_Word)1 << 58);
	say_number("no slot", microkit_cspace_root_slot_to_cptr(0) + microkit_cspace_root_slot_to_cptr(64));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
