#include "crash.h"

#include "causeway/causeway.h"

#include <stddef.h>

enum { TEXT_SIZE = 160 };

static size_t append(char *text, size_t length, const char *more)
{
	while (*more && length < TEXT_SIZE - 1)
		text[length++] = *more++;
	text[length] = '\0';
	return length;
}

void causeway_component_crash(const char *message, const char *detail)
{
	static char text[TEXT_SIZE]; /* the stack may be full */
	size_t length = append(text, 0, message);
	if (detail) {
		length = append(text, length, " (");
		length = append(text, length, detail);
		append(text, length, ")");
	}
	causeway_crash(text);
}
