/*
 * What happens where a program leaves out an entry point, and the variables that the system description fills
 * in. The weak definitions give way to the program's own.
 */
#include "common.h"

#include "native.h"

#include "causeway/causeway.h"

char microkit_name[MICROKIT_PD_NAME_LENGTH] = "";
seL4_Bool microkit_passive;
seL4_Word microkit_irqs;
seL4_Word microkit_notifications;
seL4_Word microkit_pps;
seL4_Word microkit_ioports;
seL4_Bool causeway_library_checks = seL4_True;
seL4_Word causeway_first_acks;

__attribute__((weak)) microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	if (!causeway_library_checks)
		return microkit_msginfo_new(0, 0);
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts(" is missing the 'protected' entry point\n");
	native_crash("called, but it has no entry point 'protected'");
}

__attribute__((weak)) void causeway_fault_seen(const struct causeway_fault *fault)
{
	(void)fault;
}

/* The entry point of the older spelling has no reply: a child that faulted stays stopped. */
__attribute__((weak)) void sel4cp_fault(unsigned child, microkit_msginfo info);

__attribute__((weak)) seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)reply;
	if (sel4cp_fault) {
		sel4cp_fault(child, info);
		return seL4_False;
	}
	if (!causeway_library_checks)
		return seL4_False;
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts(" is missing the 'fault' entry point\n");
	native_crash("a child of it faulted, but it has no entry point 'fault'");
}
