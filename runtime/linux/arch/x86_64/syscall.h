/*
 * System calls without the C library: before it runs, and where errno would need its thread pointer. Results
 * are the kernel's: negative is an error number.
 */
#ifndef LINUX_ARCH_SYSCALL_H
#define LINUX_ARCH_SYSCALL_H

/* How the kernel calls this architecture's system calls (AUDIT_ARCH_X86_64). */
#define ARCH_AUDIT 0xc000003eu

static inline long arch_syscall(long number, long a, long b, long c, long d, long e, long f)
{
	long result;
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "0"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}

#endif
