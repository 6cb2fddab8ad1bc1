#include "conformance.h"

/* "return 42" */
#if defined(__x86_64__)
static const unsigned char instructions[] = { 0xb8, 42, 0, 0, 0, 0xc3 };
#elif defined(__aarch64__)
static const unsigned char instructions[] = { 0x40, 0x05, 0x80, 0x52, 0xc0, 0x03, 0x5f, 0xd6 };
#endif

void init(void)
{
	volatile unsigned char *bytes = (volatile unsigned char *)0x3000000;
	for (unsigned i = 0; i < sizeof instructions; i++)
		bytes[i] = instructions[i];
	__builtin___clear_cache((char *)0x3000000, (char *)0x3001000);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
