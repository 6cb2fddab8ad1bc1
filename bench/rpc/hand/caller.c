#include <microkit.h>

#include "work.h"

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

void init(void)
{
	static char text[STRING], bytes[ARRAY];
	memset(text, 'x', STRING - 1);
	memset(bytes, 1, ARRAY);
	BENCH("hand add", add(i, 1 - i), 1);
	BENCH("hand string", measure(text), STRING - 1);
	BENCH("hand array", sum(ARRAY, bytes), 2);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
