/*
 * What the runtime knows about the protection domain that it is in. Filled in from the boot record before the
 * C library starts, constant afterwards.
 */
#ifndef LINUX_SELF_H
#define LINUX_SELF_H

#include "abi/linux_baton.h"
#include "abi/linux_boot.h"
#include "abi/linux_control.h"

#include <ucontext.h>

struct linux_self {
	unsigned index;
	int launcher; /* process id */
	int process;  /* its own */
	int control;  /* descriptor of the socket to the launcher */
	uint64_t stack_size;
	_Bool simulated;
	uint64_t signal_mask; /* while the program runs */
	struct linux_channel channels[LINUX_CHANNELS];
	uint8_t children[LINUX_CHILDREN]; /* index of the child with that id, or LINUX_NOBODY */
	unsigned parent;		  /* index, or LINUX_NO_PARENT */
	unsigned id;			  /* as the parent knows this domain */
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

/* The ELF entry point's C half. PROCESS is the stack as the kernel made it: arguments, environment, auxiliary
 * vector. */
void linux_boot_start(const uint64_t *process);

static inline struct linux_area *linux_area_of(unsigned pd)
{
	return &linux_baton()->areas[pd];
}

/* Where the kernel starts the program (arch/<processor>/entry.S). */
void causeway_entry(void);

/* Sends a packet without text. */
void linux_tell(enum linux_packet_kind kind, uint32_t argument, uint32_t number);

/* Writes what is buffered of the console's last line, complete or not. */
void linux_console_flush(void);

/* Installs the handlers and their stack; 0 or -errno. */
long linux_signals_install(void);

/*
 * Stops this protection domain: the fault record is filled in but for KIND. It only runs again if its parent
 * restarts it.
 */
_Noreturn void linux_stop(enum linux_fault_kind kind);

/* The same for a capability that it does not have: SLOT is its number. */
_Noreturn void linux_stop_lookup(uint64_t slot);

/*
 * What was interrupted by the signal handler that this domain is in, or NULL. A handler that may wait sets
 * it: a domain that is restarted while it waits there goes on with those registers.
 */
extern ucontext_t *linux_interrupted;

/* Tells the parent, or the launcher, about a fault of the program that CONTEXT (NULL: the runtime) was in.
 * Returns when the parent wants the domain to go on; CONTEXT is then changed as its reply says. */
void linux_fault(enum linux_fault_kind kind, ucontext_t *context);

/* Goes on where the parent wants it, if the program has got to where that is possible. */
void linux_restart(void);

/* No call or fault is unanswered. */
void linux_native_reset(void);

/* Answers a trapped system call; false when a protection domain must not make it. */
_Bool linux_syscall_answer(long number, const long arguments[6], long *result);

/* Whether a trapped system call is output that the program has redirected; then linux_redirected answers it.
 */
_Bool linux_is_redirected(long number, const long arguments[6]);

/* Writes as write() and writev() do, in the program's own context. */
long linux_redirected(long fd, const void *what, unsigned long count, long number);

#endif
