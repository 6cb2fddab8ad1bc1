/* Takes over the C library's output, with a function that itself polls and prints when it has a line. */
#include <causeway/causeway.h>
#include <microkit.h>

#include <stdio.h>

static char line[100];
static unsigned length;

static void put(int character)
{
	causeway_poll();
	line[length++] = (char)character;
	if (character != '\n' && length < sizeof line - 1)
		return;
	line[length] = '\0';
	microkit_dbg_puts("<");
	microkit_dbg_puts(line);
	length = 0;
}

void init(void)
{
	printf("console\n");
	causeway_console_redirect(put);
	volatile double half = 0.5;
	int written = printf("%d %.2f %s\n", 42, half * 3, "text");
	printf("%d\n", written);
	fprintf(stderr, "error\n");
	causeway_console_redirect(NULL);
	printf("%.1f console\n", half);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
