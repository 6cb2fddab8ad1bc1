/*
 * The system calls of the runtime, by name. musl's headers lack the kernel's own structures; these are the
 * ones used.
 */
#ifndef LINUX_KERNEL_H
#define LINUX_KERNEL_H

#if defined(__x86_64__)
#include "arch/x86_64/context.h"
#include "arch/x86_64/syscall.h"
#else
#error "the Linux substrate has no code for this processor yet: add runtime/linux/arch/<processor>"
#endif

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

struct kernel_sigaction {
	uint64_t handler;
	unsigned long flags;
	void (*restorer)(void);
	uint64_t mask;
};

struct kernel_filter {
	uint16_t length;
	const void *instructions;
};

static inline long kernel_call(long number, long a, long b, long c)
{
	return arch_syscall(number, a, b, c, 0, 0, 0);
}

static inline void kernel_futex_wait(_Atomic uint32_t *word, uint32_t value)
{
	enum { FUTEX_WAIT = 0 };
	arch_syscall(SYS_futex, (long)word, FUTEX_WAIT, (long)value, 0, 0, 0);
}

static inline void kernel_futex_wake(_Atomic uint32_t *word)
{
	enum { FUTEX_WAKE = 1 };
	arch_syscall(SYS_futex, (long)word, FUTEX_WAKE, 1, 0, 0, 0);
}

static inline long kernel_send(int fd, const void *bytes, size_t length)
{
	return arch_syscall(SYS_sendto, fd, (long)bytes, (long)length, 0, 0, 0);
}

/* -errno, or the address */
static inline long kernel_mmap(uint64_t address, uint64_t size, int protection, int flags, int fd)
{
	return arch_syscall(SYS_mmap, (long)address, (long)size, protection, flags, fd, 0);
}

#endif
