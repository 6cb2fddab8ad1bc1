#include "print.h"

#include "microkit.h"

enum { DIGITS = 21 };

static void print(uint64_t number, unsigned base)
{
	char text[DIGITS], *digit = text + sizeof text;
	*--digit = '\0';
	do
		*--digit = "0123456789abcdef"[number % base];
	while (number /= base);
	microkit_dbg_puts(digit);
}

void causeway_print_unsigned(uint64_t number)
{
	print(number, 10);
}

void causeway_print_signed(int64_t number)
{
	if (number < 0)
		microkit_dbg_puts("-");
	print(number < 0 ? -(uint64_t)number : (uint64_t)number, 10);
}

void causeway_print_address(uint64_t address)
{
	microkit_dbg_puts("0x");
	print(address, 16);
}
