#include "launch/report.h"

#include "launch/boot.h"
#include "launch/filter.h"

#include "runtime/baton/baton.h"

#include "abi/linux_control.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

typedef unsigned long long hex;

/* How far below its stack an access still counts as an overflow: a function's locals can be larger than the
 * guard. */
enum { OVERFLOW_REACH = 1 << 20 };

static const char *access_verb(unsigned access)
{
	switch ((enum linux_access)access) {
	case LINUX_ACCESS_READ:
		return "read from";
	case LINUX_ACCESS_WRITE:
		return "wrote to";
	case LINUX_ACCESS_EXECUTE:
		return "executed";
	case LINUX_ACCESS_UNKNOWN:
		break;
	}
	return "accessed";
}

static const char *perms_text(struct launch *launch, unsigned perms)
{
	return arena_format(launch->compilation->arena, "%s%s%s", perms & MODEL_PERM_READ ? "r" : "",
			    perms & MODEL_PERM_WRITE ? "w" : "", perms & MODEL_PERM_EXECUTE ? "x" : "");
}

static const struct model_map *map_at(const struct launch *launch, const struct model_pd *pd,
				      uint64_t address)
{
	for (size_t i = 0; i < pd->maps.count; i++)
		if (address >= pd->maps.items[i]->vaddr &&
		    address - pd->maps.items[i]->vaddr <
			    launch->regions[pd->maps.items[i]->region->index].size)
			return pd->maps.items[i];
	return NULL;
}

/* What lies at an address that could not be accessed. */
static const char *place(struct launch *launch, const struct launch_pd *pd, uint64_t address)
{
	struct arena *arena = launch->compilation->arena;
	uint64_t stack =
		(pd->program->hosted ? LINUX_HOSTED_STACK_TOP : LINUX_STACK_TOP) - boot_stack_size(pd);
	const struct model_map *map = map_at(launch, pd->model, address);
	const struct program_segment *segment = program_segment_at(pd->program, address);
	if (map)
		return arena_format(arena, "in region '%s', which is mapped %s", map->region->name,
				    perms_text(launch, map->perms));
	if (segment)
		return arena_format(arena, "in its own program, which is mapped %s there",
				    perms_text(launch, segment->protection));
	if (address < stack && stack - address <= OVERFLOW_REACH)
		return arena_format(arena, "below its stack of 0x%llx bytes (stack overflow)",
				    (hex)boot_stack_size(pd));
	return "where nothing is mapped";
}

/* "pc 0x201234 (notified+0x14)" */
static const char *pc_text(struct launch *launch, const struct launch_pd *pd, uint64_t pc)
{
	const char *function = program_function_at(launch->compilation, pd->program, pc);
	if (!function)
		return arena_format(launch->compilation->arena, "pc 0x%llx", (hex)pc);
	return arena_format(launch->compilation->arena, "pc 0x%llx (%s)", (hex)pc, function);
}

static const char *exception_text(struct launch *launch, const struct launch_pd *pd,
				  const struct linux_fault *fault)
{
	/* The kernel's own signals have a positive code. */
	if ((int32_t)fault->code <= 0) {
		const char *name = sigabbrev_np((int)fault->signal);
		return arena_format(launch->compilation->arena, "was sent SIG%s from outside",
				    name ? name : "???");
	}
	switch (fault->signal) {
	case SIGILL:
		return "executed an instruction that does not exist or is not allowed";
	case SIGFPE:
		return fault->code == FPE_INTDIV ? "divided by zero" : "did arithmetic that traps";
	case SIGTRAP:
		return "came to a breakpoint";
	default:
		break;
	}
	/* A general protection fault does not say the address. */
	if (fault->access == LINUX_ACCESS_UNKNOWN && !fault->address)
		return "accessed an address that cannot exist, or executed a privileged instruction";
	return arena_format(launch->compilation->arena, "%s address 0x%llx, %s", access_verb(fault->access),
			    (hex)fault->address, place(launch, pd, fault->address));
}

/* What became of a domain: "faulted: ...". */
static const char *stop_text(struct launch *launch, size_t index)
{
	struct arena *arena = launch->compilation->arena;
	const struct launch_pd *pd = &launch->pds[index];
	struct linux_fault fault = launch->baton->areas[index].fault;
	const char *pc = pc_text(launch, pd, fault.pc);
	fault.text[sizeof fault.text - 1] = '\0';
	switch ((enum linux_fault_kind)fault.kind) {
	case LINUX_FAULT_SIGNAL:
		return arena_format(arena, "faulted: %s; %s", exception_text(launch, pd, &fault), pc);
	case LINUX_FAULT_SYSCALL:
		return arena_format(
			arena, "faulted: it made the system call %s, which a protection domain may not; %s",
			filter_syscall_name(launch, fault.number), pc);
	case LINUX_FAULT_ABORT:
		if (fault.signal == SIGABRT)
			return "faulted: it called abort()";
		return arena_format(arena, "faulted: it raised signal %u", fault.signal);
	case LINUX_FAULT_EXIT:
		return arena_format(arena, "ended itself with exit status %lld", (long long)fault.number);
	case LINUX_FAULT_CRASH:
		return arena_format(arena, "faulted: %s; %s", fault.text, pc);
	case LINUX_FAULT_LOOKUP:
		return arena_format(
			arena,
			"faulted: it used the capability in slot %llu, which no protection domain has "
			"(a channel id that is too large); %s",
			(hex)fault.address, pc);
	case LINUX_FAULT_NONE:
		break;
	}
	return "faulted";
}

bool report_stop(struct launch *launch, size_t index)
{
	const struct linux_fault *fault = &launch->baton->areas[index].fault;
	launch_say(launch, "pd '%s' %s", launch->pds[index].model->name, stop_text(launch, index));
	return fault->kind != LINUX_FAULT_EXIT || fault->number != 0;
}

void report_told(struct launch *launch, size_t index)
{
	const struct model_pd *pd = launch->pds[index].model;
	launch_say(launch, "pd '%s' %s; its parent '%s' is told", pd->name, stop_text(launch, index),
		   pd->parent->name);
}

void report_child_gone(struct launch *launch, size_t pd, unsigned child)
{
	if (child < launch->pd_count)
		launch_say(launch, "pd '%s' cannot make pd '%s' run again: its process has ended",
			   launch->pds[pd].model->name, launch->pds[child].model->name);
}

unsigned report_faults_left(struct launch *launch)
{
	unsigned count = 0;
	for (size_t i = 0; i < launch->pd_count; i++) {
		const struct model_pd *pd = launch->pds[i].model;
		const struct linux_pd *slot = &launch->baton->pds[i];
		if (!pd->parent || launch->pds[i].gone ||
		    !(slot->state == LINUX_STATE_FAULTED ||
		      (slot->state == LINUX_STATE_QUEUED && slot->badge & LINUX_BADGE_FAULT)))
			continue;
		count++;
		launch->pds[i].stopped = launch->pds[i].failed = true;
		launch_say(launch, "pd '%s' %s; its parent '%s' has not dealt with it", pd->name,
			   stop_text(launch, i), pd->parent->name);
	}
	return count;
}

void report_death(struct launch *launch, size_t pd, int code, int status)
{
	const char *name = launch->pds[pd].model->name;
	if (code == CLD_EXITED)
		launch_say(launch, "pd '%s' faulted: its process ended with status %d%s", name, status,
			   launch->pds[pd].program->hosted ? ", which is what sanitizers do after a report"
							   : "");
	else
		launch_say(launch, "pd '%s' faulted: its process was killed by SIG%s", name,
			   sigabbrev_np(status) ? sigabbrev_np(status) : "???");
}

void report_start_failure(struct launch *launch, size_t pd, unsigned step, int error)
{
	if (step == LINUX_START_VERSION) {
		program_refuse_version(launch->compilation, launch->pds[pd].program->path,
				       launch->pds[pd].model->range, (unsigned)error);
		return;
	}
	static const char *const steps[LINUX_START_STEPS] = {
		[LINUX_START_BOOT_RECORD] = "read its boot record",
		[LINUX_START_PARENT] = "tie itself to the launcher",
		[LINUX_START_SCHEDULER] = "map the scheduler's memory",
		[LINUX_START_REGION] = "map its memory regions",
		[LINUX_START_STACK] = "map its stack",
		[LINUX_START_PATCH] = "set the values of its symbols",
		[LINUX_START_SIGNALS] = "install its signal handlers",
		[LINUX_START_CLOCK] = "make its timer",
		[LINUX_START_LIMITS] = "give up its rights",
		[LINUX_START_FILTER] = "install its filter of system calls",
	};
	diag_report(launch->compilation->diag, DIAG_START, launch->pds[pd].model->range,
		    "protection domain '%s' could not %s: %s", launch->pds[pd].model->name,
		    step < LINUX_START_STEPS ? steps[step] : "start", strerror(error));
}

static const char *wait_text(uint32_t kind)
{
	/* enum causeway_wait; an event is what a system at rest waits for */
	enum { WAIT_REPLY = 2, WAIT_MUTEX, WAIT_SEMAPHORE };
	switch (kind) {
	case WAIT_REPLY:
		return "a reply from";
	case WAIT_MUTEX:
		return "mutex";
	case WAIT_SEMAPHORE:
		return "semaphore";
	default:
		return NULL;
	}
}

static unsigned report_strands(struct launch *launch, size_t pd)
{
	unsigned waiting = 0;
	for (size_t i = 0; i < LINUX_STRANDS_MAX; i++) {
		struct linux_note note = launch->baton->areas[pd].notes[i];
		const char *what = wait_text(note.kind);
		note.what[sizeof note.what - 1] = '\0';
		if (!what)
			continue;
		waiting++;
		launch_say(launch, "pd '%s' waits for %s '%s'", launch->pds[pd].model->name, what, note.what);
	}
	return waiting;
}

static void report_call(struct launch *launch, size_t pd)
{
	const struct linux_pd *slot = &launch->baton->pds[pd];
	int callee = baton_index(launch->baton, slot->peer);
	if (callee < 0)
		return;
	const struct launch_pd *called = &launch->pds[callee];
	const char *because = called->failed	? ", which has faulted"
			      : called->stopped ? ", which has ended"
						: "";
	launch_say(launch, "pd '%s' waits for a reply from pd '%s'%s", launch->pds[pd].model->name,
		   called->model->name, because);
}

unsigned report_waiting(struct launch *launch)
{
	unsigned waiting = 0;
	for (size_t i = 0; i < launch->pd_count; i++) {
		uint32_t state = launch->baton->pds[i].state;
		if (launch->pds[i].stopped || launch->pds[i].gone)
			continue;
		if (state == LINUX_STATE_QUEUED || state == LINUX_STATE_CALLING) {
			waiting++;
			report_call(launch, i);
		} else {
			waiting += report_strands(launch, i);
		}
	}
	return waiting;
}

void report_timeout(struct launch *launch, bool simulated)
{
	int pd = launch->baton ? baton_index(launch->baton, atomic_load(&launch->baton->current)) : -1;
	const char *who = pd < 0 ? "nobody runs"
				 : arena_format(launch->compilation->arena, "pd '%s' runs",
						launch->pds[pd].model->name);
	if (simulated)
		launch_say(launch, "still running after %u simulated seconds", launch->options->timeout);
	else if (launch->options->simulate)
		launch_say(launch,
			   "the simulation takes too long: %s, and its clock is at %.3f s. Time passes in a "
			   "program that "
			   "only computes if it was built with --sim",
			   who, (double)launch->baton->time / 1e9);
	else
		launch_say(launch, "still running after %u s: %s", launch->options->timeout, who);
}
