/* Repeats each line that it is told. */
#include <camkes.h>

#include <stdio.h>

enum { LINE_SIZE = 80, CHARACTERS = 0x1000 - 8 };

/* What the serial server fills: where to read and where to write next, and what has been typed. */
extern volatile struct {
	uint32_t head;
	uint32_t tail;
	char characters[CHARACTERS];
} *input_buf;

void pre_init(void)
{
	set_putchar(output_putchar);
}

static char get(void)
{
	while (input_buf->head == input_buf->tail)
		input_wait_notification();
	char character = input_buf->characters[input_buf->head];
	input_buf->head = (input_buf->head + 1) % CHARACTERS;
	return character;
}

int run(void)
{
	char line[LINE_SIZE];
	for (;;) {
		unsigned length = 0;
		char character;
		while ((character = get()) != '\r' && character != '\n')
			if (length < sizeof line - 1)
				line[length++] = character;
		line[length] = '\0';
		printf("%s was told '%s'\n", get_instance_name(), line);
	}
}
