/*
 * As the stubs of CAmkES own memory: the procedure gets its own copy of a string or an array, which is freed after the
 * call. What comes from the caller is checked.
 */
#include <microkit.h>

#include <stdlib.h>

#include "work.h"

enum { ADD, MEASURE, SUM, ROOM = 8192 };

char *messages;

static char heap[1 << 20] __attribute__((aligned(4096)));
char *morecore_area = heap;
size_t morecore_size = sizeof heap;

static char *copy(size_t size)
{
	char *memory = size <= ROOM ? malloc(size ? size : 1) : NULL;
	return memory ? memcpy(memory, messages, size) : NULL;
}

static int measure(size_t size)
{
	char *text = copy(size);
	int result = text && size && !text[size - 1] ? work_measure(text) : -1;
	free(text);
	return result;
}

static int sum(size_t count)
{
	char *bytes = copy(count);
	int result = bytes ? work_sum(count, bytes) : -1;
	free(bytes);
	return result;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	int result = -1;
	switch (microkit_msginfo_get_label(info)) {
	case ADD:
		result = work_add((int)microkit_mr_get(0), (int)microkit_mr_get(1));
		break;
	case MEASURE:
		result = measure(microkit_mr_get(0));
		break;
	case SUM:
		result = sum(microkit_mr_get(0));
		break;
	}
	microkit_mr_set(0, (seL4_Word)result);
	return microkit_msginfo_new(0, 1);
}

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
}
