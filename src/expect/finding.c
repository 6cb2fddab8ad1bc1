#include "expect/expect.h"

#include <string.h>

/* The runtime's undefined-behaviour sanitizer; gcc's; the address sanitizer, and what it looks for at the
 * end.
 */
static const char *const marks[] = { ": undefined behaviour: ", ": runtime error: ",
				     "ERROR: AddressSanitizer", "ERROR: LeakSanitizer" };

bool expect_is_finding(const char *line)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strstr(line, marks[i]))
			return true;
	return false;
}
