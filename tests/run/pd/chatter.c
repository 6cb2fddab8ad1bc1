/* Prints long lines in small pieces, and lets its equals run in the middle of each. */
#include <causeway/causeway.h>
#include <microkit.h>
#include <string.h>

enum { LINES = 100, PIECES = 200 };

void init(void)
{
	int digit = microkit_name[strlen(microkit_name) - 1];
	for (int line = 0; line < LINES; line++) {
		microkit_dbg_puts(microkit_name);
		microkit_dbg_puts(": ");
		for (int piece = 0; piece < PIECES; piece++) {
			microkit_dbg_putc(digit);
			if (piece % 50 == 10)
				causeway_yield();
		}
		microkit_dbg_puts(" end\n");
	}
}

void notified(microkit_channel channel)
{
	(void)channel;
}
