/*
 * Nothing is given up but what would be in the way. The sanitizers write their reports to descriptor 2.
 */
#include "confine.h"

#include "kernel.h"
#include "self.h"

enum { KERNEL_DUP2 = 33, KERNEL_CLOSE_RANGE = 436, CONTROL = 9 };

void linux_close_descriptors(void)
{
	kernel_call(KERNEL_DUP2, LINUX_CONTROL_FD, CONTROL, 0);
	linux_self.control = CONTROL;
	kernel_call(KERNEL_DUP2, LINUX_HOSTED_ERRORS_FD, 1, 0);
	kernel_call(KERNEL_DUP2, LINUX_HOSTED_ERRORS_FD, 2, 0);
	/* That descriptor itself is the one that valgrind writes to. */
	kernel_call(KERNEL_CLOSE_RANGE, LINUX_HOSTED_ERRORS_FD + 1, CONTROL - 1, 0);
	kernel_call(KERNEL_CLOSE_RANGE, CONTROL + 1, 0x7fffffff, 0);
	kernel_call(SYS_close, LINUX_CONTROL_FD, 0, 0);
}

long linux_confine(const struct linux_boot *boot, enum linux_start_step *step)
{
	(void)boot;
	*step = LINUX_START_LIMITS;
	return 0;
}
