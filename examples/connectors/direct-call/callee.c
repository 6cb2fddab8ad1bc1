#include <camkes.h>
#include <string.h>

const char *shown = "callee";

int r_in_place(uintptr_t address)
{
	char *text = (char *)address;
	size_t length = strlen(text);
	for (size_t i = 0; i < length / 2; i++) {
		char c = text[i];
		text[i] = text[length - 1 - i];
		text[length - 1 - i] = c;
	}
	return (int)length;
}

int run(void)
{
	printf("%s in %s: has a thread of its own, and is left alone with \"%s\"\n", shown, get_instance_name(), word);
	return 0;
}
