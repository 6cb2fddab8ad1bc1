/*
 * What the measurements on seL4 share: virtual time as instructions (an emulator that counts one instruction as a
 * nanosecond, and a counter of 62.5 MHz), and a serial line, since release kernels have no console.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <microkit.h>

enum { ROUNDS = 10000, INSTRUCTIONS_PER_TICK = 16 };

/* The serial line's registers (PL011), mapped by the system description. */
extern volatile unsigned *serial;

static inline unsigned long measure_now(void)
{
	unsigned long ticks;
	__asm__ volatile("isb; mrs %0, cntpct_el0" : "=r"(ticks) : : "memory");
	return ticks;
}

static inline void measure_put(const char *text)
{
	while (*text)
		*serial = (unsigned char)*text++;
}

static inline void measure_number(const char *name, unsigned long value)
{
	char digits[24];
	unsigned at = sizeof digits - 1;
	digits[at] = '\0';
	do
		digits[--at] = (char)('0' + value % 10);
	while ((value /= 10) != 0);
	measure_put(name);
	measure_put(digits + at);
	measure_put("\n");
}

/* Instructions of a round, of ROUNDS that took TICKS. */
static inline void measure_report(const char *name, unsigned long ticks)
{
	measure_number(name, ticks * INSTRUCTIONS_PER_TICK / ROUNDS);
}

#endif
