#include "confine.h"

#include "kernel.h"
#include "self.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/* The kernel's numbers, which musl's headers lack. */
enum {
	KERNEL_PR_SET_NO_NEW_PRIVS = 38,
	KERNEL_PR_SET_SECCOMP = 22,
	KERNEL_SECCOMP_MODE_FILTER = 2,
	KERNEL_CLOSE_RANGE = 436,
	DESCRIPTORS_WITHOUT_CLOSE_RANGE = 4096,
};

void linux_close_descriptors(void)
{
	if (kernel_call(KERNEL_CLOSE_RANGE, LINUX_CONTROL_FD + 1, 0x7fffffff, 0) < 0)
		for (long fd = LINUX_CONTROL_FD + 1; fd < DESCRIPTORS_WITHOUT_CLOSE_RANGE; fd++)
			kernel_call(SYS_close, fd, 0, 0);
}

long linux_confine(const struct linux_boot *boot, enum linux_start_step *step)
{
	struct {
		uint64_t soft, hard;
	} no_core = { 0, 0 };
	*step = LINUX_START_LIMITS;
	long error = arch_syscall(SYS_prlimit64, 0, RLIMIT_CORE, (long)&no_core, 0, 0, 0);
	if (error >= 0)
		error = arch_syscall(SYS_prctl, KERNEL_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0);
	if (error < 0)
		return error;
	*step = LINUX_START_FILTER;
	struct kernel_filter filter = { (uint16_t)boot->filter_count, linux_baton()->boot };
	return kernel_call(SYS_prctl, KERNEL_PR_SET_SECCOMP, KERNEL_SECCOMP_MODE_FILTER, (long)&filter);
}
