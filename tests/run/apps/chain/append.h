/* Text with the instance's name behind it, in memory that is the caller's to free. */
#include <camkes.h>

#include <string.h>

static inline char *append(const char *text)
{
	char *longer = malloc(strlen(text) + strlen(get_instance_name()) + 2);
	strcpy(longer, text);
	strcat(longer, " ");
	return strcat(longer, get_instance_name());
}
