/*
 * A domain that its parent restarts. It finds out when it gets the baton, wherever it waits for that, and
 * goes on at the entry as the kernel would make it: memory stays as it is, and so do the registers, where
 * there are any.
 */
#include "common.h"

#include "kernel.h"
#include "native.h"
#include "processor.h"
#include "self.h"

/* The linker's names for the ends of the table of constructors. */
extern void (*const __init_array_start[])(void);
extern void (*const __init_array_end[])(void);

/* Bytes below the stack pointer that a leaf function may use, and more. */
enum { RED_ZONE = 256 };

/* The C library is ready. */
static _Bool ready;

/*
 * The start of the image stands for the start of the program, as where the Core Platform has it. The C
 * library, which it does not have there, starts once.
 */
static _Bool is_beginning(uint64_t entry)
{
	return entry == LINUX_IMAGE_ADDRESS || entry == (uint64_t)causeway_entry;
}

static void begin_again(void)
{
	linux_native_reset();
	for (void (*const *constructor)(void) = __init_array_start; constructor != __init_array_end;
	     constructor++)
		(*constructor)();
	common_main();
}

static void go_to(uint64_t pc, uint64_t sp)
{
	static ucontext_t context;
	arch_context_make(&context, pc, sp, linux_self.signal_mask);
	arch_context_go(&context);
}

void linux_restart(void)
{
	uint64_t entry = linux_slot()->entry;
	ucontext_t *interrupted = linux_interrupted;
	if (!ready)
		return;
	linux_slot()->request = LINUX_REQUEST_NONE;
	linux_interrupted = NULL;
	processor_leave();
	if (is_beginning(entry))
		go_to((uint64_t)begin_again, LINUX_STACK_TOP);
	if (!interrupted)
		go_to(entry, (uint64_t)__builtin_frame_address(0) - RED_ZONE);
	arch_context_set_pc(interrupted, entry);
	arch_context_go(interrupted);
}

/* Runs before the program's own constructors; it may be asked for before that. */
__attribute__((constructor(101))) static void be_ready(void)
{
	struct linux_pd *slot = linux_slot();
	ready = 1;
	if (slot->request != LINUX_REQUEST_RESTART)
		return;
	if (is_beginning(slot->entry))
		slot->request = LINUX_REQUEST_NONE;
	else
		linux_restart();
}
