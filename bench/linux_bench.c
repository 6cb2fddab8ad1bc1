/*
 * What the Linux substrate costs, each figure beside what it is to be compared with, measured in turn in the
 * same run so that a noisy machine does not matter: a protected procedure call, a notification, the start of
 * a system, and the switch between strands. Best of several rounds.
 *
 * usage: linux_bench            all of it
 *        linux_bench NAME...    calls, notifications, starts or switches alone
 *        linux_bench --smoke    once and small: whether this program works
 */
#include "launch/launch.h"

#include "runtime/camkes/context.h"

#include <errno.h>
#include <linux/futex.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum { DOMAINS = 60, STACK = 1 << 16 };

static int rounds = 7;

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

static void die(const char *what)
{
	fprintf(stderr, "linux_bench: %s: %s\n", what, strerror(errno));
	exit(EXIT_FAILURE);
}

/* NAME costs A, what it is compared with B; the ratio should be at most TARGET. */
static void report(const char *name, double a, const char *unit, const char *other, double b, double target)
{
	printf("%-28s %8.2f %s   %-36s %8.2f %s   ratio %5.2f (aim: at most %.2f)\n", name, a, unit, other, b,
	       unit, a / b, target);
	fflush(stdout);
}

/* ------------------------------------------------------------- systems to measure */

struct system {
	struct compilation *compilation;
	struct model *model;
};

static struct system system_create(void)
{
	struct system system = { compilation_create(stderr), NULL };
	system.model = model_create(system.compilation, "bench");
	return system;
}

static struct model_pd *add(struct system *system, const char *name, const char *program, unsigned priority)
{
	struct model_pd *pd = model_pd_add(system->compilation, system->model, name);
	pd->priority = priority;
	pd->program_image = program;
	return pd;
}

/* Runs it in a process of its own; returns the number that it prints. */
static double run_for_number(struct system *system)
{
	int output = memfd_create("output", 0);
	char text[64];
	fflush(NULL);
	pid_t child = fork();
	if (child < 0 || output < 0)
		die("cannot start a run");
	if (!child) {
		struct launch_options options = { .directory = BENCH_PDS, .timeout = 60 };
		dup2(output, STDOUT_FILENO);
		_exit(launch_run(system->compilation, system->model, &options));
	}
	int status;
	waitpid(child, &status, 0);
	ssize_t length = pread(output, text, sizeof text - 1, 0);
	close(output);
	if (status || length <= 0) {
		errno = ECANCELED;
		die("a run failed");
	}
	text[length] = '\0';
	return strtod(text, NULL);
}

/* Nanoseconds of one operation that FIRST does to SECOND. */
static double measure_pair(const char *first, unsigned first_priority, const char *second,
			   unsigned second_priority, bool call)
{
	struct system system = system_create();
	struct model_pd *a = add(&system, "first", first, first_priority);
	struct model_pd *b = add(&system, "second", second, second_priority);
	model_channel_add(system.compilation, system.model, a, b)->ends[0].pp = call;
	double tenths = run_for_number(&system);
	compilation_destroy(system.compilation);
	return tenths / 10;
}

/* ------------------------------------------------------- what they are compared with */

static void futex(_Atomic uint32_t *word, int operation, uint32_t value)
{
	syscall(SYS_futex, word, operation, value, NULL, NULL, 0);
}

static void wait_for(_Atomic uint32_t *turn, uint32_t mine)
{
	uint32_t value;
	while ((value = atomic_load(turn)) != mine)
		futex(turn, FUTEX_WAIT, value);
}

static void pass(_Atomic uint32_t *turn, uint32_t to)
{
	atomic_store(turn, to);
	futex(turn, FUTEX_WAKE, 1);
}

/* Two processes on one processor that pass a shared word to and fro. */
static double measure_futex(void)
{
	enum { COUNT = 20000, LAST = 2 };
	_Atomic uint32_t *turn = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (turn == MAP_FAILED)
		die("no memory");
	pid_t child = fork();
	if (!child) {
		for (int i = 0; i < rounds * COUNT; i++) {
			wait_for(turn, 1);
			pass(turn, 0);
		}
		_exit(0);
	}
	double best = 1e18;
	for (int round = 0; round < rounds; round++) {
		double start = now();
		for (int i = 0; i < COUNT; i++) {
			pass(turn, 1);
			wait_for(turn, 0);
		}
		best = least(best, (now() - start) / COUNT);
	}
	waitpid(child, NULL, 0);
	munmap(turn, 4096);
	return best;
}

static double measure_system_call(void)
{
	enum { COUNT = 1000000 };
	double best = 1e18;
	for (int round = 0; round < rounds; round++) {
		double start = now();
		for (int i = 0; i < COUNT; i++)
			syscall(SYS_getppid);
		best = least(best, (now() - start) / COUNT);
	}
	return best;
}

/* The child borrows this process's memory, so it has a function of its own. */
__attribute__((noinline)) static pid_t start_bare(const char *path)
{
	static char name[] = "idle";
	char *const arguments[] = { name, NULL }, *const environment[] = { NULL };
	pid_t child = vfork();
	if (child)
		return child;
	close(STDIN_FILENO);
	execve(path, arguments, environment);
	_exit(EXIT_FAILURE);
}

/* The same static file, which ends at once when it finds no boot record. */
static double measure_exec(void)
{
	pid_t children[DOMAINS];
	double start = now();
	for (int i = 0; i < DOMAINS; i++) {
		children[i] = start_bare(BENCH_PDS "/callee.elf");
		if (children[i] < 0)
			die("cannot start a process");
	}
	for (int i = 0; i < DOMAINS; i++)
		waitpid(children[i], NULL, 0);
	return now() - start;
}

/* Until all have run init and the system rests. */
static double measure_start(void)
{
	struct system system = system_create();
	struct launch_stats stats = { 0 };
	struct launch_options options = { .directory = BENCH_PDS, .timeout = 60, .stats = &stats };
	for (int i = 0; i < DOMAINS; i++)
		add(&system, arena_format(system.compilation->arena, "pd%d", i), "callee.elf", 10);
	if (launch_run(system.compilation, system.model, &options)) {
		errno = ECANCELED;
		die("a run failed");
	}
	compilation_destroy(system.compilation);
	return (double)stats.rest;
}

/* --------------------------------------------------------------------- strands */

static void *loop_context, *strand_context;
static ucontext_t loop_ucontext, strand_ucontext;

static void strand(void)
{
	for (;;)
		causeway_context_switch(&strand_context, loop_context);
}

static void ustrand(void)
{
	for (;;)
		swapcontext(&strand_ucontext, &loop_ucontext);
}

static void to_strand(void)
{
	causeway_context_switch(&loop_context, strand_context);
}

static void to_ustrand(void)
{
	swapcontext(&loop_ucontext, &strand_ucontext);
}

/* There and back are two switches. */
static double measure_switch(void (*go)(void), int count)
{
	double start = now();
	for (int i = 0; i < count; i++)
		go();
	return (now() - start) / count / 2;
}

static void compare_switches(void)
{
	enum { COUNT = 200000 };
	static unsigned char stack[STACK], ustack[STACK];
	volatile double best = 1e18,
			other = 1e18; /* getcontext returns twice, for all that the compiler knows */
	strand_context = causeway_context_make(stack, sizeof stack, strand);
	getcontext(&strand_ucontext);
	strand_ucontext.uc_stack = (stack_t){ .ss_sp = ustack, .ss_size = sizeof ustack };
	makecontext(&strand_ucontext, ustrand, 0);
	for (int i = 0; i < rounds; i++) {
		best = least(best, measure_switch(to_strand, COUNT));
		other = least(other, measure_switch(to_ustrand, COUNT));
	}
	report("switch of strands", best, "ns", "swapcontext", other, 0.05);
}

/* ------------------------------------------------------------------------ all */

static void compare_calls(void)
{
	double best = 1e18, other = 1e18;
	for (int i = 0; i < rounds; i++) {
		best = least(best, measure_pair("caller.elf", 10, "callee.elf", 20, true));
		other = least(other, measure_futex());
	}
	report("protected procedure call", best, "ns", "futex, there and back, same processor", other, 1.10);
}

static void compare_notifications(void)
{
	double best = 1e18, other = 1e18;
	for (int i = 0; i < rounds; i++) {
		best = least(best, measure_pair("notifier.elf", 20, "callee.elf", 10, false));
		other = least(other, measure_system_call());
	}
	report("notification, lower or busy", best, "ns", "getppid", other, 0.25);
}

static void compare_starts(void)
{
	double best = 1e18, other = 1e18;
	for (int i = 0; i < 5 * rounds; i++) {
		best = least(best, measure_start());
		other = least(other, measure_exec());
	}
	report("60 domains have run init", best / 1e3, "us", "vfork and exec of the same file, 60 times",
	       other / 1e3, 2.0);
}

/* The nearest peer is no part of this program: a Rust program with a loader of its own. */
static void recall_peer(void)
{
	printf("\nFor comparison, as RECORDED on an earlier machine, not measured in this run: "
	       "linux_microkit (commit 45846a7,\n"
	       "two virtual processors at 2.3 GHz): protected procedure call 3160 to 3900 ns, notification "
	       "there and back\n"
	       "3600 to 5600 ns, 60 domains until all have run init 24700 to 66000 us (medians 41000 and "
	       "30000).\n"
	       "It ignores priorities, addresses and permissions.\n");
}

static const struct {
	const char *name;
	void (*compare)(void);
} comparisons[] = {
	{ "calls", compare_calls },
	{ "notifications", compare_notifications },
	{ "starts", compare_starts },
	{ "switches", compare_switches },
};

/* Returns whether there is a comparison of that name; NULL is the name of all. */
static bool compare(const char *name)
{
	bool found = false;
	for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
		if (!name || !strcmp(name, comparisons[i].name)) {
			comparisons[i].compare();
			found = true;
		}
	return found;
}

int main(int argc, char **argv)
{
	cpu_set_t one;
	if (argc > 1 && !strcmp(argv[1], "--smoke")) {
		rounds = 1;
		argc = 1;
	}
	CPU_ZERO(&one);
	CPU_SET(sched_getcpu(), &one);
	sched_setaffinity(0, sizeof one, &one);
	for (int i = 1; i < argc; i++)
		if (!compare(argv[i])) {
			fprintf(stderr, "linux_bench: nothing called '%s' is measured\n", argv[i]);
			return EXIT_FAILURE;
		}
	if (argc == 1)
		compare(NULL);
	recall_peer();
	return 0;
}
