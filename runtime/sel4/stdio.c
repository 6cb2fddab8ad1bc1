/*
 * The C library's streams (picolibc), and what it needs of a system.
 */
#include "native.h"

#include "self.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static int put(char character, FILE *stream)
{
	(void)stream;
	sel4_console_output(character);
	return (unsigned char)character;
}

static FILE output = FDEV_SETUP_STREAM(put, NULL, NULL, _FDEV_SETUP_WRITE);

FILE *const stdin = NULL;
FILE *const stdout = &output;
FILE *const stderr = &output;

_Noreturn void _exit(int status);
void _exit(int status)
{
	native_crash(status ? "ended itself with an exit status that is not 0"
			    : "ended itself with exit status 0");
}

_Noreturn void abort(void)
{
	native_crash("it called abort()");
}

/* There is no memory beyond the program's own: components have a heap of theirs. */
void *sbrk(ptrdiff_t size);
void *sbrk(ptrdiff_t size)
{
	return size ? (void *)-1 : (void *)&output;
}
