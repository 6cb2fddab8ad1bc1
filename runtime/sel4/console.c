/*
 * The debug console: whole lines, so that lines of different domains mix as little as possible. What is left
 * of a line goes out before the domain waits for something to happen.
 */
#include "native.h"

#include "kernel.h"
#include "self.h"

enum { LINE_SIZE = 256 };

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

void sel4_console_flush(void)
{
	unsigned count = length;
	length = 0;
	for (unsigned i = 0; i < count; i++)
		put(line[i]);
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
