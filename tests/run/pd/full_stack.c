/*
 * Computes with vector registers while its stack pointer is at the very bottom of a stack of one page, until
 * an equal has had its turn many times: every preemption finds no room for a signal's frame on this stack.
 */
#include <microkit.h>
#include <stdio.h>

enum { TURNS = 10 };

volatile unsigned long *counters; /* the other one's turns are in counters[1] */

/* The sum of four lanes that count in step with a scalar: any lost register shows. */
static unsigned long compute(unsigned long bottom)
{
	unsigned long lanes[4] = { 0, 0, 0, 0 }, ones[4] = { 1, 1, 1, 1 }, scalar = 0, saved;
	__asm__ volatile(
		"mov %%rsp, %[saved]\n\t"
		"mov %[bottom], %%rsp\n\t"
		"vpxor %%ymm0, %%ymm0, %%ymm0\n\t"
		"vmovdqu %[ones], %%ymm1\n"
		"1: vpaddq %%ymm1, %%ymm0, %%ymm0\n\t"
		"inc %[scalar]\n\t"
		"cmpq %[turns], (%[turn])\n\t"
		"jb 1b\n\t"
		"mov %[saved], %%rsp\n\t"
		"vmovdqu %%ymm0, %[lanes]\n\t"
		"vzeroupper"
		: [lanes] "=m"(lanes), [scalar] "+r"(scalar), [saved] "=&r"(saved)
		: [bottom] "r"(bottom), [ones] "m"(ones), [turns] "i"(TURNS), [turn] "r"(&counters[1])
		: "xmm0", "xmm1", "memory", "cc");
	return (lanes[0] ^ scalar) | (lanes[1] ^ scalar) | (lanes[2] ^ scalar) | (lanes[3] ^ scalar);
}

void init(void)
{
	unsigned long bottom = (unsigned long)__builtin_frame_address(0) & ~4095UL;
	unsigned long wrong = __builtin_cpu_supports("avx2") ? compute(bottom) : 0;
	counters[0] = 1;
	printf("%s: %s\n", microkit_name, wrong ? "registers were lost" : "all is well");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
