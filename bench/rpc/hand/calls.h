/* The calls, marshalled by hand. */
#ifndef BENCH_CALLS_H
#define BENCH_CALLS_H

#include "work.h"

#include <microkit.h>

enum { ADD, MEASURE, SUM };

char *messages;

static int add(int a, int b)
{
	microkit_mr_set(0, (seL4_Word)a);
	microkit_mr_set(1, (seL4_Word)b);
	microkit_ppcall(0, microkit_msginfo_new(ADD, 2));
	return (int)microkit_mr_get(0);
}

static int measure(const char *text)
{
	size_t size = strlen(text) + 1;
	if (size > 8192)
		return -1;
	memcpy(messages, text, size);
	microkit_mr_set(0, size);
	microkit_ppcall(0, microkit_msginfo_new(MEASURE, 1));
	return (int)microkit_mr_get(0);
}

static int sum(size_t count, const char *bytes)
{
	if (count > 8192)
		return -1;
	memcpy(messages, bytes, count);
	microkit_mr_set(0, count);
	microkit_ppcall(0, microkit_msginfo_new(SUM, 1));
	return (int)microkit_mr_get(0);
}

#endif
