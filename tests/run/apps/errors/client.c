#include <camkes.h>

#include <string.h>

static char large[8192];

static camkes_error_action_t discard(camkes_error_t *error)
{
	printf("%s of %s: %s\n", error->interface, error->instance, error->description);
	return error->type == CE_BUFFER_LENGTH_EXCEEDED ? CEA_DISCARD : CEA_HALT;
}

static camkes_error_action_t discard_for_all(camkes_error_t *error)
{
	printf("the component's handler: ");
	return discard(error);
}

static void call(const char *what)
{
	static int numbers[4096];
	char *text = e_echo(large), *kept = strdup("kept");
	int number = e_first(4096, numbers, &kept);
	printf("%s: %s and %d\n", what, text ? text : "nothing", number);
	free(text);
	free(kept);
}

int run(void)
{
	memset(large, 'x', sizeof large - 1);
	camkes_error_handler_t first = camkes_register_error_handler(discard_for_all);
	call("by the component's handler");
	if (e_register_error_handler(discard))
		printf("there was a handler before\n");
	call("by the interface's handler");
	if (e_register_error_handler(NULL) != discard)
		printf("another handler comes back\n");
	char *text = e_echo("a call that is well");
	printf("%s\n", text);
	free(text);
	camkes_register_error_handler(first);
	call("without a handler");
	return 0;
}
