#include <camkes.h>

#include "work.h"

int w_add(int a, int b)
{
	return work_add(a, b);
}

int w_measure(const char *text)
{
	return work_measure(text);
}

int w_sum(size_t bytes_sz, const char *bytes)
{
	return work_sum(bytes_sz, bytes);
}
