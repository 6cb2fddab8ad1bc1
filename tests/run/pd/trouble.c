/* Does the one thing that its name says. */
#include <abi/linux_baton.h>
#include <abi/linux_boot.h>
#include <causeway/causeway.h>
#include <microkit.h>

#include <assert.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Regions that tests map; 0 when they do not. */
volatile unsigned long *readable;
volatile unsigned long *writable;

/* Other values that tests give. */
const volatile unsigned long constant = 1;
unsigned long size, own_id;
unsigned narrow;

static volatile unsigned zero;

static void write_readable(void)
{
	printf("reads %lu\n", readable[1]);
	readable[1] = 42;
}

static void write_writable(void)
{
	writable[1] = 7;
	printf("wrote %lu\n", writable[1]);
}

static void read_outside(void)
{
	printf("%lu\n", *(volatile unsigned long *)0x7654000);
}

static void execute_data(void)
{
	static char data[16] = { (char)0xc3 };
	void (*function)(void);
	void *address = data;
	memcpy(&function, &address, sizeof function);
	function();
}

static void write_code(void)
{
	*(volatile char *)0x201000 = 0;
}

static void non_canonical(void)
{
	*(volatile char *)0x8000000000000000 = 0;
}

__attribute__((noinline)) static unsigned recurse(unsigned depth)
{
	char frame[256];
	memset(frame, (int)depth, sizeof frame);
	__asm__ volatile("" : : "r"(frame) : "memory");
	return (zero ? 0 : recurse(depth + 1)) + (unsigned)frame[depth % sizeof frame];
}

static void overflow(void)
{
	printf("%u\n", recurse(0));
}

static void open_file(void)
{
	printf("%d\n", open("/etc/passwd", O_RDONLY));
}

static void undefined(void)
{
	__asm__ volatile("ud2");
}

static void ask_kernel(void)
{
	printf("child: result %ld\n", syscall(SYS_getuid, 77));
}

static void skipped(void)
{
	__asm__ volatile("ud2");
	printf("child: goes on\n");
}

static void exit_again(void)
{
	static unsigned starts;
	printf("child: start %u\n", ++starts);
	exit(0);
}

static void other_entry(void)
{
	/* getpid of 32-bit programs, whose number is writev here */
	long result = 20;
	__asm__ volatile("int $0x80" : "+a"(result) : : "memory");
	printf("%ld\n", result);
}

static void divide(void)
{
	printf("%u\n", 100 / zero);
}

static void fail_assertion(void)
{
	assert(!"this holds");
}

static void exit_0(void)
{
	exit(0);
}

static void exit_3(void)
{
	exit(3);
}

static void invalid_channel(void)
{
	microkit_notify(5);
	microkit_irq_ack(6);
	microkit_msginfo info = microkit_ppcall(7, microkit_msginfo_new(0, 0));
	microkit_notify(1000);
	printf("label %lu\n", microkit_msginfo_get_label(info));
}

static void start_guest(void)
{
	microkit_vcpu_restart(0, 0x40000000);
}

static void read_port(void)
{
	printf("%u\n", microkit_x86_ioport_read_8(0, 0x3f8));
}

static void call_monitor(void)
{
	seL4_ARM_SMCContext arguments = { .x0 = 0x84000000 }, response;
	microkit_arm_smc_call(&arguments, &response);
}

static void call(void)
{
	microkit_ppcall(0, microkit_msginfo_new(0, 0));
	printf("returned\n");
}

static void too_many_words(void)
{
	microkit_mr_set(64, 1);
}

static void wait_mutex(void)
{
	causeway_wait_note(0, CAUSEWAY_WAIT_EVENT, "an event");
	causeway_wait_note(1, CAUSEWAY_WAIT_MUTEX, "door");
	causeway_wait_note(2, CAUSEWAY_WAIT_SEMAPHORE, "seats");
	causeway_wait_note(3, CAUSEWAY_WAIT_MUTEX, "window");
	causeway_wait_note(3, CAUSEWAY_WAIT_NONE, "");
}

static void spin(void)
{
	printf("spins\n");
	for (;;)
		__asm__ volatile("");
}

static void wait_event(void)
{
	causeway_wait_note(0, CAUSEWAY_WAIT_EVENT, "an event");
}

static void kill_itself(void)
{
	/* What no handler can report: the stack of signals itself is full. */
	__asm__ volatile("mov %0, %%rsp; ud2"
			 :
			 : "r"(LINUX_SIGNAL_STACK_TOP - LINUX_SIGNAL_STACK_SIZE + 1024)
			 : "memory");
}

static void scribble_queues(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	for (int i = 0; i < LINUX_PRIORITIES; i++)
		baton->ready[0].queues[i].head = 12345;
	memset(baton->ready[0].bits, 0xff, sizeof baton->ready[0].bits);
}

/* As if its process were killed while it took somebody out of a queue. */
static void die_editing(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	memset(baton->ready, 0, sizeof baton->ready);
	kill_itself();
}

static void scribble_current(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	atomic_store(&baton->current, 77);
	for (;;)
		__asm__ volatile("");
}

static void print_variables(void)
{
	printf("%lx %lx %lx %lx %lu\n", (unsigned long)readable, (unsigned long)writable, constant, size,
	       own_id);
}

static void long_line(void)
{
	for (int i = 0; i < 5000; i++)
		putchar('x');
	putchar('\n');
}

static void half_line(void)
{
	printf("half a line, ");
	fflush(stdout);
}

static void other_half(void)
{
	printf("and another half");
	fflush(stdout);
	fprintf(stderr, " with an end\n");
}

static void print_much(void)
{
	for (int i = 0; i < 20000; i++)
		printf("line %d\n", i);
}

static void libc(void)
{
	static char page[16];
	struct timespec now = { 0, 0 };
	printf("%.3f %e %d\n", 3.14159, 1e100, getpid() + getppid());
	printf("%s %d\n", isatty(1) ? "terminal" : "file", malloc(100000) == NULL);
	printf("%d %d %d\n", mlock(page, 1), madvise(page, 1, 0), sched_yield());
	int error = clock_gettime(CLOCK_MONOTONIC, &now);
	printf("%d %d\n", error, now.tv_sec + now.tv_nsec > 0);
}

static const struct {
	const char *name;
	void (*run)(void);
} actions[] = {
	{ "write_readable", write_readable },
	{ "write_writable", write_writable },
	{ "read_outside", read_outside },
	{ "execute_data", execute_data },
	{ "write_code", write_code },
	{ "non_canonical", non_canonical },
	{ "overflow", overflow },
	{ "open_file", open_file },
	{ "undefined", undefined },
	{ "ask_kernel", ask_kernel },
	{ "skipped", skipped },
	{ "exit_again", exit_again },
	{ "other_entry", other_entry },
	{ "divide", divide },
	{ "fail_assertion", fail_assertion },
	{ "exit_0", exit_0 },
	{ "exit_3", exit_3 },
	{ "invalid_channel", invalid_channel },
	{ "start_guest", start_guest },
	{ "read_port", read_port },
	{ "call_monitor", call_monitor },
	{ "call", call },
	{ "too_many_words", too_many_words },
	{ "wait_mutex", wait_mutex },
	{ "wait_event", wait_event },
	{ "spin", spin },
	{ "kill_itself", kill_itself },
	{ "scribble_queues", scribble_queues },
	{ "die_editing", die_editing },
	{ "scribble_current", scribble_current },
	{ "print_variables", print_variables },
	{ "long_line", long_line },
	{ "half_line", half_line },
	{ "other_half", other_half },
	{ "print_much", print_much },
	{ "libc", libc },
};

void init(void)
{
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (!strcmp(actions[i].name, microkit_name))
			actions[i].run();
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}
