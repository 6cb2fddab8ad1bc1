/* The parent of one child, whose id is 0: deals with its faults as its own name says. */
#include <microkit.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned faults;

static _Bool is(const char *name)
{
	return !strcmp(microkit_name, name);
}

void init(void)
{
	if (is("ended"))
		exit(0);
}

void notified(microkit_channel channel)
{
	(void)channel;
	printf("parent: restarts\n");
	microkit_pd_restart(0, 0x200000);
}

/* Does for the child what a system call would have done. */
static microkit_msginfo emulate(void)
{
	for (unsigned i = seL4_UnknownSyscall_RAX; i <= seL4_UnknownSyscall_FLAGS; i++)
		microkit_mr_set((seL4_Uint8)i, microkit_mr_get((seL4_Uint8)i));
	printf("parent: call %lu with %lu\n", microkit_mr_get(seL4_UnknownSyscall_Syscall),
	       microkit_mr_get(seL4_UnknownSyscall_RDI));
	microkit_mr_set(seL4_UnknownSyscall_RAX, 1234);
	microkit_mr_set(seL4_UnknownSyscall_FaultIP, microkit_mr_get(seL4_UnknownSyscall_FaultIP) + 2);
	return microkit_msginfo_new(0, seL4_UnknownSyscall_FLAGS + 1);
}

/* ud2 has two bytes, too. */
static microkit_msginfo skip(void)
{
	printf("parent: exception %lu\n", microkit_mr_get(seL4_UserException_Number));
	microkit_mr_set(seL4_UserException_FaultIP, microkit_mr_get(seL4_UserException_FaultIP) + 2);
	return microkit_msginfo_new(0, 1);
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	printf("parent: fault %u, label %lu, words %lu\n", ++faults, microkit_msginfo_get_label(info),
	       microkit_msginfo_get_count(info));
	if (is("refuse"))
		*reply = microkit_msginfo_new(7, 0);
	else if (microkit_msginfo_get_label(info) == seL4_Fault_UnknownSyscall)
		*reply = emulate();
	else if (is("skip"))
		*reply = skip();
	else if (is("restart_at") && faults < 3)
		microkit_pd_restart(child, microkit_mr_get(seL4_VMFault_IP));
	return is("refuse") || is("emulate") || is("skip");
}
