/*
 * Where the C library hands over. There is no filter that would catch its system calls, so what they are to
 * be answered with is put in its way: its standard streams write to the console, and its end is the
 * protection domain's.
 */
#include "common.h"

#include "kernel.h"
#include "native.h"
#include "self.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The address sanitizer has to know of the change of stacks; without it these are not there. */
void __sanitizer_start_switch_fiber(void **save, const void *bottom, size_t size) __attribute__((weak));
void __sanitizer_finish_switch_fiber(void *save, const void **bottom, size_t *size) __attribute__((weak));

static ssize_t write_console(void *cookie, const char *text, size_t length)
{
	const long arguments[6] = { 1, (long)text, (long)length, 0, 0, 0 };
	(void)cookie;
	if (linux_is_redirected(SYS_write, arguments))
		linux_redirected(1, text, length, SYS_write);
	else
		native_put(text, length);
	return (ssize_t)length;
}

static FILE *open_console(int buffering)
{
	FILE *stream = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = write_console });
	if (!stream)
		native_crash("the C library cannot have its standard streams");
	setvbuf(stream, NULL, buffering, BUFSIZ);
	return stream;
}

/* Before the program's own constructors, which may print. */
__attribute__((constructor(102))) static void open_streams(void)
{
	stdout = open_console(_IOLBF);
	stderr = open_console(_IONBF);
}

static void end(int status, void *unused)
{
	(void)unused;
	fflush(NULL);
	linux_area()->fault.number = status & 0xff;
	linux_stop(LINUX_FAULT_EXIT);
}

static void begin(void)
{
	if (__sanitizer_finish_switch_fiber)
		__sanitizer_finish_switch_fiber(NULL, NULL, NULL);
	common_main();
}

int main(void)
{
	static void *process_stack;
	on_exit(end, NULL);
	if (__sanitizer_start_switch_fiber)
		__sanitizer_start_switch_fiber(&process_stack,
					       (void *)(LINUX_STACK_TOP - linux_self.stack_size),
					       linux_self.stack_size);
	arch_call_on_stack(begin, LINUX_STACK_TOP);
}
