#include <camkes.h>
#include <string.h>

static char text[16];
const char *shown = "caller";

void pre_init(void)
{
	strcpy(text, word);
}

int run(void)
{
	int length = r_in_place((uintptr_t)text);
	printf("%s in %s: %s, %d letters\n", shown, get_instance_name(), text, length);
	return 0;
}
