#include <camkes.h>
#include <message.h>
#include <stdio.h>
#include <string.h>

int run(void)
{
	struct message *sent = sharedbuf_1;
	const struct message *received = sharedbuf_2;

	for (int i = 1; i <= ROUNDS; i++) {
		sent->number = i;
		snprintf(sent->text, sizeof sent->text, "message %d from ping", i);
		sharedbuf_1_release();
		n1_emit();

		n2_wait();
		sharedbuf_2_acquire();
		if (received->number != i || strcmp(received->text, "thank you") != 0) {
			printf("ping: expected an answer to message %d, got \"%s\" (%d)\n", i, received->text,
			       received->number);
			return -1;
		}
		printf("ping: received the answer to message %d\n", i);
	}
	printf("ping: all %d messages came back\n", ROUNDS);
	return 0;
}
