/*
 * Tells the address sanitizer, where a test is built with it or a hosted program has it, that the stack
 * changes. Otherwise nothing.
 */
#ifndef CAMKES_FIBER_H
#define CAMKES_FIBER_H

#include <stddef.h>

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

#endif
