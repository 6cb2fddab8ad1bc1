/* Tries the way out of its protection domain that its name says, with the kernel's own calls. */
#define _GNU_SOURCE
#include <abi/linux_baton.h>
#include <abi/linux_boot.h>
#include <microkit.h>

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <ucontext.h>
#include <unistd.h>

/* A region that is mapped for reading, and one that a test may write to. */
volatile unsigned *readable, *go;

static char stack[0x4000];

static void spin(void)
{
	for (;;)
		__asm__ volatile("");
}

static void way_open(void)
{
	syscall(SYS_open, "/etc/passwd", 0);
}

static void way_openat_proc(void)
{
	syscall(SYS_openat, -100, "/proc/self/exe", 0);
}

static void way_other_memory(void)
{
	syscall(SYS_open, "/proc/1/mem", 2);
}

static void way_socket(void)
{
	syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0);
}

static void way_connect(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX, .sun_path = "/tmp/x" };
	syscall(SYS_connect, LINUX_CONTROL_FD, &address, sizeof address);
}

static void way_ptrace(void)
{
	syscall(SYS_ptrace, 16, 1, 0, 0);
}

static void way_process_vm_writev(void)
{
	struct iovec piece = { stack, 8 };
	syscall(SYS_process_vm_writev, 1, &piece, 1, &piece, 1, 0);
}

static void way_kill(void)
{
	syscall(SYS_kill, -1, SIGKILL);
}

static void way_tgkill(void)
{
	syscall(SYS_tgkill, 2, 2, SIGKILL);
}

static void way_mprotect(void)
{
	syscall(SYS_mprotect, readable, 0x1000, PROT_READ | PROT_WRITE);
}

static void way_mmap_descriptor(void)
{
	syscall(SYS_mmap, 0, 0x1000, PROT_READ | PROT_WRITE, MAP_SHARED, 3, 0);
}

static void way_shmget(void)
{
	syscall(SYS_shmget, 1, 0x1000, 01777);
}

static void way_memfd_create(void)
{
	syscall(SYS_memfd_create, "x", 0);
}

static void way_io_uring(void)
{
	syscall(SYS_io_uring_setup, 8, stack);
}

static void way_bpf(void)
{
	syscall(SYS_bpf, 0, stack, 64);
}

static void way_fork(void)
{
	for (;;)
		syscall(SYS_fork);
}

static void way_vfork(void)
{
	syscall(SYS_vfork);
}

static void way_clone(void)
{
	for (;;)
		syscall(SYS_clone, CLONE_VM | CLONE_THREAD | CLONE_SIGHAND, stack + sizeof stack);
}

static void way_clone3(void)
{
	syscall(SYS_clone3, stack, 64);
}

static void way_execve(void)
{
	char shell[] = "/bin/sh", *arguments[] = { shell, NULL };
	syscall(SYS_execve, shell, arguments, NULL);
}

static void way_unshare(void)
{
	syscall(SYS_unshare, CLONE_NEWUSER);
}

static void way_prctl(void)
{
	syscall(SYS_prctl, 4, 1);
}

static void way_x32(void)
{
	syscall(0x40000000 | SYS_getpid);
}

static void way_dup(void)
{
	syscall(SYS_dup, LINUX_CONTROL_FD);
}

static void way_recvmsg(void)
{
	struct msghdr message = { 0 };
	syscall(SYS_recvmsg, LINUX_CONTROL_FD, &message, 0);
}

static void way_set_handler(void)
{
	/* Answered, without effect: the next fault must still be the runtime's. */
	struct sigaction action = { .sa_handler = SIG_IGN };
	sigaction(SIGSEGV, &action, NULL);
	*(volatile unsigned *)0x7654000 = 1;
}

/* As much as the C library and the kernel give, and more calls for it. */
static void way_exhaust_memory(void)
{
	unsigned pieces = 0;
	for (unsigned i = 0; i < 100000; i++)
		pieces += mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
			  MAP_FAILED;
	for (unsigned i = 0; i < 1000; i++)
		pieces += sbrk(1 << 20) != (void *)-1;
	pieces += mremap(stack, 0x1000, 1 << 30, MREMAP_MAYMOVE) != MAP_FAILED;
	printf("escape: pieces of memory: %u\n", pieces);
}

/* Answered, without effect: what would be missing then is used afterwards. */
static void way_unmap_scheduler(void)
{
	int result = munmap((void *)LINUX_BATON_ADDRESS, sizeof(struct linux_baton));
	madvise((void *)LINUX_BATON_ADDRESS, sizeof(struct linux_baton), MADV_DONTNEED);
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	printf("escape: unmapped %d, and it is there: %d\n", result, baton->magic == LINUX_BATON_MAGIC);
}

/* Everybody has read them when the first program runs. */
static void way_boot_records(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	memset(baton->boot_entries, 0x5a, sizeof baton->boot_entries);
	memset(baton->boot, 0x5a, sizeof baton->boot);
	baton->version++;
	printf("escape: other records\n");
}

static void way_close_control(void)
{
	syscall(SYS_close, LINUX_CONTROL_FD);
}

/* The test gives the sign when it has taken hold of the memory that it looks at afterwards. */
static void way_nonsense(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	unsigned char *bytes = (unsigned char *)baton;
	unsigned random = 1;
	printf("escape: waits\n");
	while (!*go)
		;
	for (size_t i = 0; i < sizeof *baton; i++)
		bytes[i] = (unsigned char)((random = random * 1103515245 + 12345) >> 16);
	spin();
}

static void way_nonsense_state(void)
{
	struct linux_baton *baton = (struct linux_baton *)LINUX_BATON_ADDRESS;
	printf("escape: waits\n");
	while (!*go)
		;
	for (unsigned i = 0; i < LINUX_PDS_MAX; i++) {
		baton->pds[i].state = 99;
		baton->pds[i].next = i;
		baton->pds[i].callers = (struct linux_queue){ i, i };
		baton->pds[i].priority = 0xffffffff;
	}
	atomic_store(&baton->current, 77);
}

static void sleep_for_ever(void)
{
	static unsigned word;
	for (;;)
		syscall(SYS_futex, &word, 0, 0, NULL);
}

/* Goes on in FUNCTION, as if a signal had interrupted that, with all signals blocked. */
static void block_signals(void (*function)(void))
{
	static ucontext_t frame;
	memset(&frame.uc_sigmask, 0xff, sizeof frame.uc_sigmask);
	frame.uc_mcontext.gregs[REG_RIP] = (greg_t)function;
	frame.uc_mcontext.gregs[REG_RSP] = (greg_t)(stack + sizeof stack - 8);
	frame.uc_mcontext.gregs[REG_CSGSFS] = 0x33 | (greg_t)0x2b << 48;
	frame.uc_mcontext.gregs[REG_EFL] = 0x202;
	__asm__ volatile("mov %0, %%rsp; mov $15, %%eax; syscall" : : "r"(&frame) : "memory");
}

static void notify_and_spin(void)
{
	microkit_notify(0);
	spin();
}

/* Somebody is to wait for the processor only when this one has become deaf. */
static void way_block_signals_and_spin(void)
{
	block_signals(notify_and_spin);
}

static void way_block_signals_and_sleep(void)
{
	block_signals(sleep_for_ever);
}

static void way_sleep(void)
{
	sleep_for_ever();
}

/* What the launcher is told is checked. */
static void way_forged_packets(void)
{
	struct {
		struct linux_packet header;
		char text[100];
	} packet;
	memset(&packet, 'x', sizeof packet);
	for (unsigned kind = 0; kind < 40; kind++)
		for (unsigned pd = 0; pd < 3; pd++) {
			if (kind == LINUX_PACKET_CORRUPT || kind == LINUX_PACKET_CONSOLE)
				continue;
			packet.header = (struct linux_packet){ kind, pd * 50, 0xffffffff, 0xffffffff };
			syscall(SYS_sendto, LINUX_CONTROL_FD, &packet, sizeof packet, 0, NULL, 0);
		}
	syscall(SYS_sendto, LINUX_CONTROL_FD, &packet, 3, 0, NULL, 0);
	printf("escape: told lies\n");
}

static const struct {
	const char *name;
	void (*run)(void);
} ways[] = {
	{ "open", way_open },
	{ "openat_proc", way_openat_proc },
	{ "other_memory", way_other_memory },
	{ "socket", way_socket },
	{ "connect", way_connect },
	{ "ptrace", way_ptrace },
	{ "process_vm_writev", way_process_vm_writev },
	{ "kill", way_kill },
	{ "tgkill", way_tgkill },
	{ "mprotect", way_mprotect },
	{ "mmap_descriptor", way_mmap_descriptor },
	{ "shmget", way_shmget },
	{ "memfd_create", way_memfd_create },
	{ "io_uring", way_io_uring },
	{ "bpf", way_bpf },
	{ "fork", way_fork },
	{ "vfork", way_vfork },
	{ "clone", way_clone },
	{ "clone3", way_clone3 },
	{ "execve", way_execve },
	{ "unshare", way_unshare },
	{ "prctl", way_prctl },
	{ "x32", way_x32 },
	{ "dup", way_dup },
	{ "recvmsg", way_recvmsg },
	{ "set_handler", way_set_handler },
	{ "exhaust_memory", way_exhaust_memory },
	{ "unmap_scheduler", way_unmap_scheduler },
	{ "boot_records", way_boot_records },
	{ "close_control", way_close_control },
	{ "nonsense", way_nonsense },
	{ "nonsense_state", way_nonsense_state },
	{ "block_signals_and_spin", way_block_signals_and_spin },
	{ "block_signals_and_sleep", way_block_signals_and_sleep },
	{ "sleep", way_sleep },
	{ "forged_packets", way_forged_packets },
};

void init(void)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (!strcmp(ways[i].name, microkit_name)) {
			ways[i].run();
			printf("escape: goes on\n");
		}
}

void notified(microkit_channel channel)
{
	(void)channel;
}
