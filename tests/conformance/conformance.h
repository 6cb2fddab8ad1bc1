/*
 * What the programs of the conformance systems share: each line on the console starts with who prints it, so
 * that lines of kernels and monitors can be told from theirs. Only microkit.h is used.
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include <microkit.h>

static inline void say(const char *text)
{
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts(": ");
	microkit_dbg_puts(text);
	microkit_dbg_puts("\n");
}

static inline void say_number(const char *text, seL4_Word number)
{
	char digits[21], *at = digits + sizeof digits - 1;
	*at = '\0';
	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts(": ");
	microkit_dbg_puts(text);
	microkit_dbg_puts(" ");
	microkit_dbg_puts(at);
	microkit_dbg_puts("\n");
}

#endif
