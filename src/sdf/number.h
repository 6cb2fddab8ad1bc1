/*
 * Internal to sdf: numbers as the tools write and read them. Which of a number's forms a tool reads depends
 * on the dialect and on where the number stands.
 */
#ifndef SDF_NUMBER_H
#define SDF_NUMBER_H

#include "sdf/schema.h"

struct sdf_number {
	uint64_t value;
	bool negative;
	bool overflow;	 /* does not fit in 64 bits */
	sdf_set general; /* the dialects that read it where most numbers stand */
	sdf_set channel; /* ... as the id of an end */
	sdf_set device;	 /* ... as an attribute of irq, vcpu or ioport */
};

/* False if TEXT is no number in any dialect. */
bool sdf_number_parse(const char *text, struct sdf_number *number);

/* "0x1_000", "0x200_000": digits in groups of three. */
const char *sdf_number_grouped(struct arena *arena, uint64_t value);

#endif
