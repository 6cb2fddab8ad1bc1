#ifndef MESSAGE_H
#define MESSAGE_H

enum { ROUNDS = 5 };

/* What the buffers hold. */
struct message {
	int number;
	char text[64];
};

#endif
