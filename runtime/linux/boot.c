/*
 * From the first instruction to the C library's start: maps what the boot record says, puts the values of
 * symbols into the image, gives up every right that is not needed, and waits for the processor.
 */
#include "clock.h"
#include "confine.h"
#include "guard.h"
#include "kernel.h"
#include "processor.h"
#include "self.h"
#include "simulate.h"

#include "abi/linux_watch.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>

struct linux_self linux_self;

/* Numbers that musl's headers lack. */
enum {
	KERNEL_PR_SET_PTRACER = 0x59616d61,
	EXIT_START_FAILED = 70,
};

static void check(long result, enum linux_start_step step)
{
	if (result >= 0)
		return;
	linux_tell(LINUX_PACKET_START_FAILED, (uint32_t)step, (uint32_t)-result);
	kernel_call(SYS_exit_group, EXIT_START_FAILED, 0, 0);
}

/* The launcher looked at the program's version before it started it: this is for one that could not. */
static void check_version(const struct linux_baton *baton)
{
	enum { INVALID = 22 };
	if (baton->magic != LINUX_BATON_MAGIC)
		check(-INVALID, LINUX_START_SCHEDULER);
	if (baton->version != LINUX_BOOT_VERSION)
		check(-LINUX_BOOT_VERSION, LINUX_START_VERSION);
}

/* The launcher knows which process is to be which domain. */
static const struct linux_boot *find_record(const struct linux_baton *baton, int process)
{
	enum { NO_ENTRY = 2 };
	unsigned pd = 0;
	while (pd < LINUX_PDS_MAX && atomic_load(&baton->boot_entries[pd].process) != process)
		pd++;
	if (pd == LINUX_PDS_MAX)
		check(-NO_ENTRY, LINUX_START_BOOT_RECORD);
	linux_self.index = pd;
	linux_self.process = process;
	return (const void *)(baton->boot + baton->boot_entries[pd].offset);
}

static void read_family(const struct linux_boot *boot)
{
	const struct linux_child *children = (const void *)((const char *)boot + boot->child_offset);
	memset(linux_self.children, LINUX_NOBODY, sizeof linux_self.children);
	for (uint32_t i = 0; i < boot->child_count; i++)
		linux_self.children[children[i].id] = children[i].pd;
	linux_self.parent = boot->parent;
	linux_self.id = boot->id;
}

/* If the launcher dies, so does this process. It may have died before that was asked for. */
static void tie_to_launcher(int launcher)
{
	enum { KILL = 9, NO_PROCESS = 3 };
	check(kernel_call(SYS_prctl, PR_SET_PDEATHSIG, KILL, 0), LINUX_START_PARENT);
	if (kernel_call(SYS_getppid, 0, 0, 0) != launcher)
		check(-NO_PROCESS, LINUX_START_PARENT);
}

static void map_memory(const struct linux_boot *boot)
{
	const struct linux_map *maps = (const void *)((const char *)boot + boot->map_offset);
	for (uint32_t i = 0; i < boot->map_count; i++)
		check(kernel_mmap(maps[i].address, maps[i].size, (int)maps[i].protection,
				  MAP_SHARED | MAP_FIXED_NOREPLACE, maps[i].fd),
		      LINUX_START_REGION);
	check(kernel_mmap(LINUX_STACK_TOP - boot->stack_size, boot->stack_size, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1),
	      LINUX_START_STACK);
}

static long protect(const struct linux_patch *patch, int protection)
{
	uint64_t first = patch->address & ~(LINUX_PAGE - 1);
	uint64_t end = (patch->address + patch->size + LINUX_PAGE - 1) & ~(LINUX_PAGE - 1);
	return kernel_call(SYS_mprotect, (long)first, (long)(end - first), protection);
}

static void patch_image(const struct linux_boot *boot)
{
	const struct linux_patch *patches = (const void *)((const char *)boot + boot->patch_offset);
	for (uint32_t i = 0; i < boot->patch_count; i++) {
		const struct linux_patch *patch = &patches[i];
		_Bool constant = !(patch->protection & LINUX_PROT_WRITE);
		if (constant)
			check(protect(patch, PROT_READ | PROT_WRITE), LINUX_START_PATCH);
		memcpy((void *)patch->address, (const char *)boot + patch->offset, patch->size);
		if (constant)
			check(protect(patch, (int)patch->protection), LINUX_START_PATCH);
	}
}

/* Where the Yama module restricts debuggers to their own children, a process can allow others. Without it: no
 * matter. */
static void allow_debugger(void)
{
	kernel_call(SYS_prctl, KERNEL_PR_SET_PTRACER, -1, 0);
}

static void confine(const struct linux_boot *boot)
{
	enum linux_start_step step;
	long error = linux_confine(boot, &step);
	check(error, step);
}

/* All that is read first is so close together that one page fault brings all of it. */
static const struct linux_boot *map_baton(void)
{
	check(kernel_mmap(LINUX_BATON_ADDRESS, LINUX_BATON_SIZE, PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_FIXED_NOREPLACE, LINUX_BATON_FD),
	      LINUX_START_SCHEDULER);
	check_version(linux_baton());
	return find_record(linux_baton(), (int)kernel_call(SYS_getpid, 0, 0, 0));
}

void linux_boot_start(const uint64_t *process)
{
	linux_self.control = LINUX_CONTROL_FD;
	const struct linux_boot *boot = map_baton();
	linux_self.launcher = boot->launcher;
	linux_self.stack_size = boot->stack_size;
	linux_self.simulated = boot->simulated;
	memcpy(linux_self.channels, boot->channels, sizeof linux_self.channels);
	read_family(boot);
	tie_to_launcher(boot->launcher);
	check(linux_signals_install(), LINUX_START_SIGNALS);
	check(boot->simulated ? simulate_start(process) : linux_clock_start(boot, process),
	      LINUX_START_CLOCK);
	map_memory(boot);
	patch_image(boot);
	check(linux_guards_protect(), LINUX_START_STACK);
	linux_close_descriptors();
	if (boot->debugged)
		allow_debugger();
	confine(boot);
	struct linux_baton *baton = linux_baton();
	if (atomic_fetch_add(&baton->started, 1) + 1 == baton->pd_count)
		linux_tell(LINUX_PACKET_STARTED, 0, 0);
	processor_wait();
	processor_leave();
}
