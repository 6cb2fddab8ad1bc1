/*
 * Output that a program takes over. Its function may do anything, block included, so it cannot run in the
 * handler of the trapped system call, whose stack the next signal uses: the handler diverts the program to
 * linux_redirected instead.
 */
#include "native.h"

#include "kernel.h"
#include "self.h"

#include <sys/uio.h>

static void (*redirection)(int character);

void native_console_redirect(void (*put)(int character))
{
	redirection = put;
}

_Bool linux_is_redirected(long number, const long arguments[6])
{
	return redirection && (number == SYS_write || number == SYS_writev) &&
	       (arguments[0] == 1 || arguments[0] == 2);
}

/* The function may be replaced while it writes. */
static long put_all(const char *text, size_t length)
{
	for (size_t i = 0; i < length && redirection; i++)
		redirection((unsigned char)text[i]);
	return (long)length;
}

long linux_redirected(long fd, const void *what, unsigned long count, long number)
{
	(void)fd;
	if (number == SYS_write)
		return put_all(what, count);
	const struct iovec *pieces = what;
	long length = 0;
	for (unsigned long i = 0; i < count; i++)
		length += put_all(pieces[i].iov_base, pieces[i].iov_len);
	return length;
}
