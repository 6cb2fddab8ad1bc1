#include "append.h"

int both_count(const char *text)
{
	return (int)strlen(text);
}

char *both_say(const char *text)
{
	return append(text);
}
