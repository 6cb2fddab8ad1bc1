#include "launch/clock.h"

#include "runtime/baton/budget.h"

#include <dlfcn.h>
#include <sys/auxv.h>
#include <time.h>

uint64_t baton_clock(const struct linux_baton *baton)
{
	struct timespec now;
	if (baton->simulated)
		return baton->time;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint32_t clock_vdso_offset(void)
{
	uint64_t base = getauxval(AT_SYSINFO_EHDR);
	void *vdso = dlopen("linux-vdso.so.1", RTLD_LAZY | RTLD_NOLOAD);
	const void *function = vdso ? dlsym(vdso, "__vdso_clock_gettime") : NULL;
	if (vdso)
		dlclose(vdso);
	return base && function ? (uint32_t)((uint64_t)(uintptr_t)function - base) : 0;
}
