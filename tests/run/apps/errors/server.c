#include <camkes.h>

#include <string.h>

char *e_echo(const char *text)
{
	return strdup(text);
}

int e_first(size_t items_sz, const int *items, char **text)
{
	(void)text;
	return items_sz ? items[0] : -1;
}
