#include <camkes.h>
#include <message.h>
#include <stdio.h>
#include <string.h>

int run(void)
{
	const struct message *received = sharedbuf_1;
	struct message *sent = sharedbuf_2;

	for (int i = 1; i <= ROUNDS; i++) {
		n1_wait();
		sharedbuf_1_acquire();
		if (received->number != i) {
			printf("pong: expected message %d, got %d\n", i, received->number);
			return -1;
		}
		printf("pong: received %s\n", received->text);

		sent->number = received->number;
		strcpy(sent->text, "thank you");
		sharedbuf_2_release();
		n2_emit();
	}
	return 0;
}
