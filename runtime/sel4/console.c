/*
 * The debug console: whole lines, so that lines of different domains mix as little as possible. What is left
 * of a line goes out before the domain waits for something to happen.
 */
#include "common.h"

#include "native.h"

#include "kernel.h"
#include "self.h"

#include <string.h>

seL4_Bool causeway_console_calls;

enum { LINE_SIZE = 256 };
_Static_assert((int)LINE_SIZE <= (int)SEL4_CONSOLE_MAX, "a line is one call");

static char line[LINE_SIZE];
static unsigned length;
static void (*redirection)(int character);

static void put(char character)
{
#ifdef CONFIG_PRINTING
	arch_plain((seL4_Word)seL4_SysDebugPutChar, (seL4_Word)(unsigned char)character);
#else
	(void)character;
#endif
}

/*
 * The monitor writes a text as a whole: nobody else's comes in between, and it takes none of this domain's
 * time. The program may be in the middle of filling message registers.
 */
COMMON_COLD static void write_by_monitor(unsigned count)
{
	enum { WORDS = LINE_SIZE / sizeof(seL4_Word) };
	seL4_Word *message = kernel_buffer()->message, saved[WORDS];
	seL4_Word words = (count + sizeof *message - 1) / sizeof *message;
	memcpy(saved, message, words * sizeof *message);
	memcpy(message, line, count);
	seL4_Word tag = seL4_MessageInfo_new(count, 0, 0, words).words[0];
	struct arch_message first = kernel_message();
	arch_call((seL4_Word)seL4_SysCall, SEL4_SLOT_CONSOLE, &tag, &first);
	memcpy(message, saved, words * sizeof *message);
}

COMMON_COLD static void write_out(void)
{
	unsigned count = length;
	length = 0;
	if (causeway_console_calls) {
		write_by_monitor(count);
		return;
	}
	for (unsigned i = 0; i < count; i++)
		put(line[i]);
}

void sel4_console_flush(void)
{
	if (length)
		write_out();
}

static void put_buffered(char character)
{
	line[length++] = character;
	if (character == '\n' || length == LINE_SIZE)
		sel4_console_flush();
}

void native_put(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		put_buffered(text[i]);
}

void native_console_redirect(void (*to)(int character))
{
	redirection = to;
}

void sel4_console_output(char character)
{
	if (redirection)
		redirection((unsigned char)character);
	else
		put_buffered(character);
}
