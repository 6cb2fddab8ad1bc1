#include <camkes.h>

int run(void)
{
	char *text = say_say("four words, one");
	printf("%s has %d characters\n", text, count_count(text));
	free(text);
	return 0;
}
