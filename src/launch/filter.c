#include "launch/filter.h"

#include <asm/prctl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

/*
 * Besides sleeping and waking, packets to the launcher, setting its timer, and returning from signals is all
 * that the runtime does. The C library sets its thread pointer and identity once when it starts; the clock is
 * mostly read without a system call, but not on all machines.
 */
static const unsigned allowed[] = {
	SYS_sendto, SYS_timer_settime, SYS_rt_sigreturn, SYS_restart_syscall, SYS_set_tid_address,
};

/* Offsets of what a filter looks at. */
enum {
	NUMBER = offsetof(struct seccomp_data, nr),
	ARCHITECTURE = offsetof(struct seccomp_data, arch),
	ARGUMENT_LOW = offsetof(struct seccomp_data, args[0]),
	ARGUMENT_HIGH = ARGUMENT_LOW + 4,
};

/* Where a jump leads: to the next instruction, or to one of the last ones. */
enum target { NEXT, CHECK_ENTRY, TRAP, ALLOW };

/* An instruction whose jumps are enum target yet. */
static void add(struct launch *launch, struct sock_filter instruction)
{
	uint64_t bytes;
	_Static_assert(sizeof bytes == sizeof instruction, "an instruction is 8 bytes");
	memcpy(&bytes, &instruction, sizeof bytes);
	VEC_PUSH(launch->compilation->arena, &launch->filter, bytes);
}

static void load(struct launch *launch, unsigned offset)
{
	add(launch, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
}

/* Whether what was loaded is VALUE decides where it goes on. */
static void compare(struct launch *launch, unsigned value, enum target same, enum target other)
{
	add(launch,
	    (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, (uint8_t)same, (uint8_t)other));
}

/* The numbers are those of this processor's own entry; through another, each is another call. */
static void check_entry(struct launch *launch, enum target same)
{
	load(launch, ARCHITECTURE);
	compare(launch, AUDIT_ARCH_X86_64, same, TRAP);
}

/* arch_prctl(ARCH_SET_FS, ...); the number has been loaded. */
static void allow_thread_pointer(struct launch *launch)
{
	compare(launch, SYS_arch_prctl, NEXT, TRAP);
	load(launch, ARGUMENT_HIGH);
	compare(launch, 0, NEXT, TRAP);
	load(launch, ARGUMENT_LOW);
	compare(launch, ARCH_SET_FS, ALLOW, TRAP);
}

/* The ends that jumps lead to. */
static void end(struct launch *launch)
{
	size_t targets[ALLOW + 1] = { [CHECK_ENTRY] = launch->filter.count };
	check_entry(launch, ALLOW);
	targets[TRAP] = launch->filter.count;
	add(launch, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP));
	targets[ALLOW] = launch->filter.count;
	add(launch, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
	for (size_t i = 0; i < launch->filter.count; i++) {
		struct sock_filter instruction;
		memcpy(&instruction, &launch->filter.items[i], sizeof instruction);
		if (instruction.jt != NEXT)
			instruction.jt = (uint8_t)(targets[instruction.jt] - i - 1);
		if (instruction.jf != NEXT)
			instruction.jf = (uint8_t)(targets[instruction.jf] - i - 1);
		memcpy(&launch->filter.items[i], &instruction, sizeof instruction);
	}
}

/*
 * Written by hand because of what a start costs: when a filter is installed, the kernel tries it with every
 * number of every architecture, to find those that it need not be asked about later. That takes longer than
 * most else that a process does to start, so the trial is ended once the one call is through that has to be
 * fast: by an instruction that it does not understand, and that does nothing here (TAX).
 */
void filter_build(struct launch *launch)
{
	load(launch, NUMBER);
	compare(launch, SYS_futex, CHECK_ENTRY, NEXT);
	add(launch, (struct sock_filter)BPF_STMT(BPF_MISC | BPF_TAX, 0));
	check_entry(launch, NEXT);
	load(launch, NUMBER);
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		compare(launch, allowed[i], ALLOW, NEXT);
	/* In a simulated run, the runtime answers. */
	if (!launch->options->simulate)
		compare(launch, SYS_clock_gettime, ALLOW, NEXT);
	allow_thread_pointer(launch);
	end(launch);
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
