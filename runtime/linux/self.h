/*
 * What the runtime knows about the protection domain that it is in. Filled in from the boot record before the
 * C library starts, constant afterwards.
 */
#ifndef LINUX_SELF_H
#define LINUX_SELF_H

#include "abi/linux_baton.h"
#include "abi/linux_boot.h"
#include "abi/linux_control.h"

struct linux_self {
	unsigned index;
	int launcher; /* process id */
	uint64_t stack_size;
	struct linux_channel channels[LINUX_CHANNELS];
};

extern struct linux_self linux_self;

static inline struct linux_baton *linux_baton(void)
{
	return (struct linux_baton *)LINUX_BATON_ADDRESS;
}

static inline struct linux_pd *linux_slot(void)
{
	return &linux_baton()->pds[linux_self.index];
}

static inline struct linux_area *linux_area(void)
{
	return &linux_baton()->areas[linux_self.index];
}

/* The ELF entry point's C half. */
void linux_boot_start(void);

/* Sends a packet without text. */
void linux_tell(enum linux_packet_kind kind, uint32_t argument, uint32_t number);

/* Writes what is buffered of the console's last line, complete or not. */
void linux_console_flush(void);

/* Installs the handlers and their stack; 0 or -errno. */
long linux_signals_install(void);

/* Ends this protection domain: the fault record is filled in but for KIND. It never runs again. */
_Noreturn void linux_stop(enum linux_fault_kind kind);

/* Answers a trapped system call; false when a protection domain must not make it. */
_Bool linux_syscall_answer(long number, const long arguments[6], long *result);

/* Whether a trapped system call is output that the program has redirected; then linux_redirected answers it.
 */
_Bool linux_is_redirected(long number, const long arguments[6]);

/* Writes as write() and writev() do, in the program's own context. */
long linux_redirected(long fd, const void *what, unsigned long count, long number);

#endif
