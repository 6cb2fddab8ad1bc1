#include "conformance.h"

volatile char *sized, *fitting;
seL4_Word sized_size, sized_fill, fitting_size, fitting_fill;

void init(void)
{
	say_number("sized", sized_size);
	say_number("filled", sized_fill);
	say_number("fitting", fitting_size);
	say_number("filled", fitting_fill);
	say_number("first byte", (seL4_Word)sized[0]);
	say_number("last byte", (seL4_Word)fitting[fitting_fill - 1]);
	say_number("after it", (seL4_Word)sized[sized_fill]);
	sized[0] = 'x';
	say_number("another region", (seL4_Word)fitting[0]);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
