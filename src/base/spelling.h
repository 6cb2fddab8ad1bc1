/*
 * "Did you mean": the nearest of several words to one that was not found.
 */
#ifndef BASE_SPELLING_H
#define BASE_SPELLING_H

/* Collects candidates; keeps the first of the nearest ones. Start with { .wanted = name }. */
struct spelling {
	const char *wanted;
	const char *nearest; /* NULL: none is near enough */
	unsigned distance;
};

void spelling_try(struct spelling *spelling, const char *candidate);

#endif
