/*
 * System calls of the C library that a protection domain is not allowed, answered here: output goes to the
 * console, questions get harmless answers, memory is not to be had. What has no row is a fault.
 */
#include "native.h"

#include "budget.h"
#include "kernel.h"
#include "processor.h"
#include "self.h"

#include "abi/linux_sim.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <time.h>

typedef long answer_function(const long arguments[6]);

/* What an answer returns if the call, with these arguments, is a fault after all. No call returns it. */
#define NO_ANSWER LONG_MIN

static _Bool is_console(long fd)
{
	return fd == 1 || fd == 2;
}

static long answer_zero(const long arguments[6])
{
	(void)arguments;
	return 0;
}

static long answer_one(const long arguments[6])
{
	(void)arguments;
	return 1;
}

static long answer_no_memory(const long arguments[6])
{
	(void)arguments;
	return -ENOMEM;
}

/* The C library asks for memory; who asks for a file is after something else. */
static long answer_mmap(const long arguments[6])
{
	return arguments[3] & MAP_ANONYMOUS ? -ENOMEM : NO_ANSWER;
}

static long answer_write(const long arguments[6])
{
	if (!is_console(arguments[0]))
		return -EBADF;
	native_put((const char *)arguments[1], (size_t)arguments[2]);
	return arguments[2];
}

static long answer_writev(const long arguments[6])
{
	if (!is_console(arguments[0]))
		return -EBADF;
	const struct iovec *pieces = (const struct iovec *)arguments[1];
	long length = 0;
	for (long i = 0; i < arguments[2]; i++) {
		native_put(pieces[i].iov_base, pieces[i].iov_len);
		length += (long)pieces[i].iov_len;
	}
	return length;
}

/* The console says that it is a terminal, so that the C library writes lines as they end. */
static long answer_ioctl(const long arguments[6])
{
	if (!is_console(arguments[0]))
		return -EBADF;
	if (arguments[1] != TIOCGWINSZ)
		return -ENOTTY;
	*(struct winsize *)arguments[2] = (struct winsize){ .ws_row = 24, .ws_col = 80 };
	return 0;
}

static long answer_yield(const long arguments[6])
{
	native_yield();
	return answer_zero(arguments);
}

/* Simulated: the program's time is over. */
static long answer_tick(const long arguments[6])
{
	if (!linux_self.simulated)
		return -ENOSYS;
	processor_time_over();
	return answer_zero(arguments);
}

/* Only in a simulated run does this get here: there all clocks show the time since the start. */
static long answer_clock(const long arguments[6])
{
	enum { SECOND = 1000000000 };
	struct timespec *time = (struct timespec *)arguments[1];
	processor_spend();
	uint64_t now = baton_clock(linux_baton());
	*time = (struct timespec){ (time_t)(now / SECOND), (long)(now % SECOND) };
	return 0;
}

static long answer_exit(const long arguments[6])
{
	linux_area()->fault.number = arguments[0] & 0xff;
	linux_stop(LINUX_FAULT_EXIT);
}

/* raise(): the C library knows this thread's number, and what getpid() says. */
static long stop_by_signal(long thread, long signal)
{
	if (thread != linux_self.process && thread != answer_one(NULL))
		return NO_ANSWER;
	linux_area()->fault.signal = (uint32_t)signal;
	linux_stop(LINUX_FAULT_ABORT);
}

static long answer_tkill(const long arguments[6])
{
	return stop_by_signal(arguments[0], arguments[1]);
}

static long answer_tgkill(const long arguments[6])
{
	return stop_by_signal(arguments[1], arguments[2]);
}

static const struct {
	int number;
	answer_function *answer;
} answers[] = {
	{ SYS_write, answer_write },
	{ SYS_writev, answer_writev },
	{ SYS_ioctl, answer_ioctl },
	{ SYS_brk, answer_zero }, /* where the break is: it did not move */
	{ SYS_mmap, answer_mmap },
	{ SYS_mremap, answer_no_memory },
	{ SYS_munmap, answer_zero },
	{ SYS_madvise, answer_zero },
	{ SYS_mincore, answer_zero },
	{ SYS_mlock, answer_zero },
	{ SYS_munlock, answer_zero },
	{ SYS_mlockall, answer_zero },
	{ SYS_munlockall, answer_zero },
	{ SYS_getpid, answer_one },
	{ SYS_gettid, answer_one },
	{ SYS_getppid, answer_one },
	{ SYS_rt_sigprocmask, answer_zero }, /* nothing is blocked: abort() only wants an answer */
	{ SYS_rt_sigaction, answer_zero },
	{ SYS_sched_yield, answer_yield },
	{ LINUX_SIM_TICK, answer_tick },
	{ SYS_clock_gettime, answer_clock },
	{ SYS_tkill, answer_tkill },
	{ SYS_tgkill, answer_tgkill },
	{ SYS_exit, answer_exit },
	{ SYS_exit_group, answer_exit },
};

_Bool linux_syscall_answer(long number, const long arguments[6], long *result)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		if (answers[i].number == number) {
			*result = answers[i].answer(arguments);
			return *result != NO_ANSWER;
		}
	return 0;
}
