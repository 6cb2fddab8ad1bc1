#include "append.h"

int run(void)
{
	for (int i = 0; i < 3; i++) {
		char *answer = next_say("through");
		printf("%s: %s\n", get_instance_name(), answer);
		free(answer);
	}
	return 0;
}

/* Called while run() waits for the reply. */
char *again_say(const char *text)
{
	return append(text);
}
