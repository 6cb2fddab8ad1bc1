/*
 * The two reasons for which the kernel interrupts a protection domain: preemption (SIGURG), and faults.
 * Handlers run on a stack of their own, so that a full stack of one page can be preempted, with any vector
 * registers in use.
 *
 * No handler touches the C library's thread state, so all work from the first instruction of a program on.
 */
#include "budget.h"
#include "guard.h"
#include "kernel.h"
#include "native.h"
#include "processor.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>

/* The flag is not in the C library's headers: there, handlers always return through the library. */
enum { KERNEL_SA_RESTORER = 0x04000000 };

static void record_context(struct linux_fault *fault, const siginfo_t *info, const ucontext_t *context)
{
	fault->signal = (uint32_t)info->si_signo;
	fault->code = (uint32_t)info->si_code;
	fault->access = arch_context_access(context);
	fault->address = (uint64_t)info->si_addr;
	fault->pc = arch_context_pc(context);
	fault->sp = arch_context_sp(context);
}

static void append(struct linux_fault *fault, const char *text)
{
	size_t length = strnlen(fault->text, sizeof fault->text - 1);
	strncpy(fault->text + length, text, sizeof fault->text - 1 - length);
}

/* In a simulated run the processor's counter is no other clock. */
static _Bool read_counter(ucontext_t *context)
{
	processor_spend();
	return arch_context_read_counter(context, baton_clock(linux_baton()));
}

static void on_fault(int number, siginfo_t *info, void *context)
{
	struct linux_fault *fault = &linux_area()->fault;
	if (linux_self.simulated && number == SIGSEGV && info->si_code == SI_KERNEL && read_counter(context))
		return;
	const char *strand =
		number == SIGSEGV && info->si_code > 0 ? linux_guard_strand((uint64_t)info->si_addr) : NULL;
	ucontext_t *outer = linux_interrupted;
	linux_interrupted = context;
	record_context(fault, info, context);
	if (strand) {
		fault->text[0] = '\0';
		append(fault, "overflowed the stack of strand '");
		append(fault, strand);
		append(fault, "'");
	}
	linux_fault(strand ? LINUX_FAULT_CRASH : LINUX_FAULT_SIGNAL, context);
	linux_interrupted = outer;
}

static void answer(const siginfo_t *info, ucontext_t *context)
{
	long arguments[6], result = 0;
	for (unsigned i = 0; i < 6; i++)
		arguments[i] = arch_context_argument(context, i);
	if (linux_is_redirected(info->si_syscall, arguments)) {
		arch_context_divert(context, info->si_syscall);
		return;
	}
	/* The record is complete before the answer is sought: exit and abort stop in there. */
	record_context(&linux_area()->fault, info, context);
	/* Through another entry (int 0x80), the same number is another call. */
	_Bool native = info->si_arch == ARCH_AUDIT;
	linux_area()->fault.number = native ? info->si_syscall : -1;
	if (native && linux_syscall_answer(info->si_syscall, arguments, &result))
		arch_context_set_result(context, result);
	else
		linux_fault(LINUX_FAULT_SYSCALL, context);
}

static void on_syscall(int number, siginfo_t *info, void *context)
{
	(void)number;
	ucontext_t *outer = linux_interrupted;
	linux_interrupted = context;
	answer(info, context);
	linux_interrupted = outer;
}

static void on_preempt(int number, siginfo_t *info, void *context)
{
	(void)number;
	ucontext_t *outer = linux_interrupted;
	linux_interrupted = context;
	if (info->si_code == SI_TIMER)
		processor_timer();
	else
		processor_preempt();
	linux_interrupted = outer;
}

/* Signals that end the run are blocked from the start: the launcher acts on them. */
static const struct {
	int number;
	void (*handler)(int number, siginfo_t *info, void *context);
} handlers[] = {
	{ SIGSEGV, on_fault }, { SIGBUS, on_fault },   { SIGILL, on_fault },   { SIGFPE, on_fault },
	{ SIGTRAP, on_fault }, { SIGSYS, on_syscall }, { SIGURG, on_preempt },
};

static long install_stack(void)
{
	uint64_t bottom = LINUX_SIGNAL_STACK_TOP - LINUX_SIGNAL_STACK_SIZE;
	long address = kernel_mmap(bottom, LINUX_SIGNAL_STACK_SIZE, PROT_READ | PROT_WRITE,
				   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1);
	if (address < 0)
		return address;
	stack_t stack = { .ss_sp = (void *)bottom, .ss_size = LINUX_SIGNAL_STACK_SIZE };
	return kernel_call(SYS_sigaltstack, (long)&stack, 0, 0);
}

long linux_signals_install(void)
{
	long error = install_stack();
	arch_syscall(SYS_rt_sigprocmask, 0, 0, (long)&linux_self.signal_mask, sizeof linux_self.signal_mask,
		     0, 0);
	for (size_t i = 0; i < sizeof handlers / sizeof *handlers && !error; i++) {
		/* Preemption waits until a system call is answered; a fault in a handler is still reported.
		 */
		struct kernel_sigaction action = {
			.handler = (uint64_t)handlers[i].handler,
			.flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER | KERNEL_SA_RESTORER,
			.restorer = arch_signal_return,
			.mask = (uint64_t)1 << (SIGURG - 1),
		};
		error = arch_syscall(SYS_rt_sigaction, handlers[i].number, (long)&action, 0,
				     sizeof action.mask, 0, 0);
	}
	return error;
}
