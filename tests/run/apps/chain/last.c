#include "append.h"

char *this_say(const char *text)
{
	return append(text);
}
