#include <camkes.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

int clk_get_time(void)
{
	return 1234567;
}

static void memory(void)
{
	static char pages[3 * 4096] __attribute__((aligned(4096)));
	unsigned char resident[3] = { 0 };
	int done = mincore(pages, sizeof pages - 42, resident);
	printf("resident: %d %d%d%d\n", done, resident[0], resident[1], resident[2]);
	printf("locked: %d %d %d %d\n", mlock(pages, 5), munlock(pages, 5), mlockall(MCL_CURRENT), munlockall());
	printf("advised: %d\n", madvise(pages, 4096, MADV_DONTNEED));
	done = madvise(pages, 4096, 77);
	printf("badly: %d %d\n", done, errno == EINVAL);
	done = mlock(pages + 1, 1);
	printf("misaligned: %d %d\n", done, errno == EINVAL);
}

int run(void)
{
	struct utsname name;
	struct timespec now;
	printf("%s: number %d, parent %d\n", get_instance_name(), getpid(), getppid());
	if (getpid() != 2)
		return 0;
	memory();
	printf("uname: %d %s %s\n", uname(&name), name.sysname, name.nodename);
	clock_gettime(CLOCK_REALTIME, &now);
	printf("time: %ld.%09ld\n", (long)now.tv_sec, now.tv_nsec);
	printf("another clock: %d\n", clock_gettime(CLOCK_MONOTONIC, &now));
	*(volatile int *)0x1008 = 1;
	return 0;
}
