#include "launch/filter.h"

#include <asm/prctl.h>
#include <errno.h>
#include <seccomp.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * Sleeping and waking, packets to the launcher, setting its timer, and returning from signals is all that the
 * runtime does. The C library sets its thread pointer and identity once when it starts; the clock is mostly
 * read without a system call, but not on all machines.
 */
static const int allowed[] = {
	SCMP_SYS(futex),	   SCMP_SYS(sendto),	      SCMP_SYS(rt_sigreturn),
	SCMP_SYS(restart_syscall), SCMP_SYS(set_tid_address), SCMP_SYS(timer_settime),
};

static int add_rules(scmp_filter_ctx filter, bool clock)
{
	int error = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_TRAP);
	/* A search tree: the kernel tries the filter with each number when it is installed. */
	enum { TREE = 2 };
	if (!error)
		error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, TREE);
	/* In a simulated run, the runtime answers. */
	if (!error && clock)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clock_gettime), 0);
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed && !error; i++)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	if (!error)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(arch_prctl), 1,
					 SCMP_A0(SCMP_CMP_EQ, ARCH_SET_FS, 0));
	return error;
}

bool filter_build(struct launch *launch)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_TRAP);
	int file = launch_own(launch, memfd_create("filter", MFD_CLOEXEC));
	int error = !filter ? -ENOMEM : file < 0 ? -errno : add_rules(filter, !launch->options->simulate);
	if (!error)
		error = seccomp_export_bpf(filter, file);
	if (filter)
		seccomp_release(filter);
	uint64_t instruction;
	for (off_t at = 0; !error && pread(file, &instruction, sizeof instruction, at) == sizeof instruction;
	     at += (off_t)sizeof instruction)
		VEC_PUSH(launch->compilation->arena, &launch->filter, instruction);
	if (!error && launch->filter.count)
		return true;
	errno = error ? -error : EIO;
	return launch_refused(launch, "cannot make the filter of system calls");
}

const char *filter_syscall_name(struct launch *launch, int64_t number)
{
	if (number < 0)
		return "through another architecture's entry";
	char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, (int)number);
	const char *copy = name ? arena_strdup(launch->compilation->arena, name)
				: arena_format(launch->compilation->arena, "number %lld", (long long)number);
	free(name);
	return copy;
}
