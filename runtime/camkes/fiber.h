/*
 * Tells those who watch a program's stack, where a test or a hosted program may have them: the address
 * sanitizer when it changes, valgrind which there are. Otherwise nothing.
 */
#ifndef CAMKES_FIBER_H
#define CAMKES_FIBER_H

#include <stddef.h>
#include <stdint.h>

/* The stack of the event loop, learnt when it is left. */
struct fiber {
	const void *bottom;
	size_t size;
};

#if defined(__SANITIZE_ADDRESS__) || defined(CAUSEWAY_HOSTED)
/* In a hosted program that is built without the sanitizer, these are not there. */
void __sanitizer_start_switch_fiber(void **save, const void *bottom, size_t size) __attribute__((weak));
void __sanitizer_finish_switch_fiber(void *save, const void **bottom, size_t *size) __attribute__((weak));

/* About to switch; a NULL BOTTOM is the loop's stack. */
static inline void fiber_leave(void **save, const void *bottom, size_t size, const struct fiber *loop)
{
	if (__sanitizer_start_switch_fiber)
		__sanitizer_start_switch_fiber(save, bottom ? bottom : loop->bottom,
					       bottom ? size : loop->size);
}

/* Has switched, out of the loop's stack if it is not known yet. */
static inline void fiber_arrive(void *saved, int is_loop, struct fiber *loop)
{
	const void *bottom;
	size_t size;
	if (!__sanitizer_finish_switch_fiber)
		return;
	__sanitizer_finish_switch_fiber(saved, &bottom, &size);
	if (!is_loop && !loop->bottom)
		*loop = (struct fiber){ bottom, size };
}
#else
static inline void fiber_leave(void **save, const void *bottom, size_t size, const struct fiber *loop)
{
	(void)save;
	(void)bottom;
	(void)size;
	(void)loop;
}

static inline void fiber_arrive(void *saved, int is_loop, struct fiber *loop)
{
	(void)saved;
	(void)is_loop;
	(void)loop;
}
#endif

/*
 * Without this, valgrind takes a switch between stacks that lie close together for one large frame that comes
 * or goes, and believes the other stack to be undefined. This is its request STACK_REGISTER, as valgrind.h
 * makes them: a sequence that does nothing on a processor.
 */
static inline void fiber_register_stack(const void *bottom, size_t size)
{
#if defined(CAUSEWAY_HOSTED) && defined(__x86_64__)
	enum { STACK_REGISTER = 0x1501 };
	const uintptr_t request[6] = { STACK_REGISTER, (uintptr_t)bottom, (uintptr_t)bottom + size - 1 };
	uintptr_t stack = 0;
	__asm__ volatile("rolq $3, %%rdi\n\trolq $13, %%rdi\n\trolq $61, %%rdi\n\trolq $51, %%rdi\n\t"
			 "xchgq %%rbx, %%rbx"
			 : "+d"(stack)
			 : "a"(request)
			 : "cc", "memory");
#else
	(void)bottom;
	(void)size;
#endif
}

#endif
