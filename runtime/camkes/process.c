/*
 * What POSIX asks a process about itself, as CAmkES answers it: a component's number follows from the order
 * of instances, its parent is the initialiser, and its memory is all there and stays. Pages are of 4 KiB.
 */
#include "causeway/component.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

enum { PAGE_SIZE = 4096, INITIALISER = 1 };

pid_t getpid(void)
{
	return causeway_g_component.number;
}

pid_t getppid(void)
{
	return INITIALISER;
}

static int fail(int error)
{
	errno = error;
	return -1;
}

/* Whether a range begins with a page and does not wrap round; *PAGES is how many pages it has a part of. */
static int check_range(const void *address, size_t size, size_t *pages)
{
	size_t end;
	if ((uintptr_t)address % PAGE_SIZE)
		return EINVAL;
	if (__builtin_add_overflow((uintptr_t)address, size, &end) || size > SIZE_MAX - PAGE_SIZE)
		return ENOMEM;
	*pages = (size + PAGE_SIZE - 1) / PAGE_SIZE;
	return 0;
}

static int check(const void *address, size_t size)
{
	size_t pages;
	int error = check_range(address, size, &pages);
	return error ? fail(error) : 0;
}

int madvise(void *address, size_t size, int advice)
{
	return advice < MADV_NORMAL || advice > MADV_DONTNEED ? fail(EINVAL) : check(address, size);
}

int mincore(void *address, size_t size, unsigned char *resident)
{
	size_t pages;
	int error = check_range(address, size, &pages);
	if (error || !resident)
		return fail(error ? error : EFAULT);
	memset(resident, 1, pages);
	return 0;
}

int mlock(const void *address, size_t size)
{
	return check(address, size);
}

int munlock(const void *address, size_t size)
{
	return check(address, size);
}

int mlockall(int flags)
{
	return !flags || flags & ~(MCL_CURRENT | MCL_FUTURE) ? fail(EINVAL) : 0;
}

int munlockall(void)
{
	return 0;
}

int uname(struct utsname *name)
{
	memset(name, 0, sizeof *name);
	strcpy(name->sysname, "CAmkES/seL4");
	strncpy(name->nodename, causeway_g_component.instance, sizeof name->nodename - 1);
	return 0;
}

/* A component that knows the time says so by defining this, as under CAmkES; milliseconds. */
__attribute__((weak)) int clk_get_time(void);

int clock_gettime(clockid_t clock, struct timespec *time)
{
	enum { MILLISECONDS = 1000, NANOSECONDS = 1000000 };
	if (clock != CLOCK_REALTIME || !clk_get_time)
		return fail(EINVAL);
	int now = clk_get_time();
	time->tv_sec = now / MILLISECONDS;
	time->tv_nsec = (long)(now % MILLISECONDS) * NANOSECONDS;
	return 0;
}
