#include <camkes.h>
#include <stdio.h>

enum { WORDS = 4096 };

static unsigned memory[WORDS];

int run(void)
{
	unsigned *words = shared, damaged = 0;
	for (unsigned i = 0; i < WORDS; i++)
		memory[i] = i * 2654435761u;
	words[0] = 0x5ea1;
	by_writer_wait();
	by_opener_wait();
	by_reader_wait();
	for (unsigned i = 0; i < WORDS; i++)
		damaged += memory[i] != i * 2654435761u;
	/* The writer ran first and could only read, so what is in the buffer is what this component wrote. */
	damaged += words[0] != 0x5ea1;
	puts(damaged ? "witness: my memory is damaged" : "witness: my memory is intact");
	return 0;
}
