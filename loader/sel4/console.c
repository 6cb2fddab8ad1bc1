#include "console.h"

#include "kernel.h"

void console_put(char character)
{
#ifdef CONFIG_PRINTING
	seL4_DebugPutChar(character);
#else
	(void)character;
#endif
}

void console_text(const char *text)
{
	for (; *text; text++)
		console_put(*text);
}

static void number(uint64_t value, unsigned base)
{
	char digits[21];
	unsigned at = sizeof digits - 1;
	digits[at] = '\0';
	do
		digits[--at] = "0123456789abcdef"[value % base];
	while ((value /= base) != 0);
	console_text(digits + at);
}

void console_number(uint64_t value)
{
	number(value, 10);
}

void console_address(uint64_t value)
{
	console_text("0x");
	number(value, 16);
}
