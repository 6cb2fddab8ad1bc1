/*
 * The C library's random numbers, in the sequence of the library that CAmkES has and that programs run with
 * on Linux (musl): some print them, and their tests know what comes. It is the linear congruential generator
 * of Knuth's MMIX, of which the upper 31 bits are used.
 */
#include <stdint.h>
#include <stdlib.h>

static uint64_t state;

/* A program may have its own. */
__attribute__((weak)) void srand(unsigned seed)
{
	state = (uint64_t)seed - 1;
}

__attribute__((weak)) int rand(void)
{
	state = state * UINT64_C(6364136223846793005) + 1;
	return (int)(state >> 33);
}
