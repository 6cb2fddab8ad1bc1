#include <camkes.h>

#include <string.h>

int counter_weigh(const char *goods)
{
	return (int)strlen(goods);
}
