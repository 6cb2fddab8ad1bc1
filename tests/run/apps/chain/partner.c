#include "append.h"

char *this_say(const char *text)
{
	char *there = back_say(text), *inside = inner_say(there);
	free(there);
	return inside;
}

char *self_say(const char *text)
{
	char *longer = append(text), *twice = append(longer);
	free(longer);
	return twice;
}
