#include "fake.h"

#include "microkit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

unsigned fake_notified[64];
unsigned fake_acknowledged[64];
unsigned fake_yields;
void (*fake_put)(int character);
enum causeway_wait fake_wait_kind[64];
char fake_wait_what[64][64];
char fake_log[1024];
char fake_console[1024];
struct fake_program fake_program;

static unsigned long pending;

void fake_pend(unsigned long channels)
{
	pending |= channels;
}

void fake_deliver(unsigned channel)
{
	notified(channel);
}

void fake_note(const char *text)
{
	size_t length = strlen(fake_log);
	snprintf(fake_log + length, sizeof fake_log - length, "%s ", text);
}

/* ----------------------------------------------------- the substrate */

void microkit_irq_ack(microkit_channel channel)
{
	fake_acknowledged[channel]++;
}

void microkit_notify(microkit_channel channel)
{
	fake_notified[channel]++;
}

/* What a domain calls comes back to it: to the channel 32 above the one it called on. */
microkit_msginfo microkit_ppcall(microkit_channel channel, microkit_msginfo info)
{
	return protected(channel + 32, info);
}

static seL4_Word registers[64];

void microkit_mr_set(seL4_Uint8 mr, seL4_Word value)
{
	registers[mr] = value;
}

seL4_Word microkit_mr_get(seL4_Uint8 mr)
{
	return registers[mr];
}

extern inline microkit_msginfo microkit_msginfo_new(seL4_Word label, seL4_Uint16 count);
extern inline seL4_Word microkit_msginfo_get_label(microkit_msginfo info);
extern inline seL4_Word microkit_msginfo_get_count(microkit_msginfo info);

void microkit_dbg_puts(const char *text)
{
	size_t length = strlen(fake_console);
	snprintf(fake_console + length, sizeof fake_console - length, "%s", text);
}

void microkit_dbg_putc(int character)
{
	char text[] = { (char)character, '\0' };
	microkit_dbg_puts(text);
}

void causeway_crash(const char *text)
{
	fputs(text, stderr);
	abort();
}

int causeway_poll(void)
{
	int count = 0;
	for (; pending; count++) {
		unsigned channel = (unsigned)__builtin_ctzl(pending);
		pending &= pending - 1;
		notified(channel);
	}
	return count;
}

void causeway_yield(void)
{
	fake_yields++;
}

void causeway_console_redirect(void (*put)(int character))
{
	fake_put = put;
}

void causeway_wait_note(unsigned strand, enum causeway_wait kind, const char *what)
{
	fake_wait_kind[strand] = kind;
	snprintf(fake_wait_what[strand], sizeof fake_wait_what[strand], "%s", what);
}

/* ----------------------------------------------------- the component */

static struct causeway_event_state a_state, b_state;
const struct causeway_event fake_a = { "test.a", &a_state, NULL }, fake_b = { "test.b", &b_state, NULL };

static const unsigned char emitter_channels[] = { 7 };
static const struct causeway_channel emitter_local[] = { { causeway_event_notified, &fake_b, NULL } };
const struct causeway_emitter fake_emitter = { emitter_channels, 1, emitter_local, 1, NULL };

static void a_init(void)
{
	if (fake_program.a_init)
		fake_program.a_init();
}

static void b_init(void)
{
	if (fake_program.b_init)
		fake_program.b_init();
}

static void a_serve(void)
{
	if (fake_program.a_serve)
		fake_program.a_serve();
	else
		causeway_event_serve(&fake_a);
}

static void b_serve(void)
{
	causeway_event_serve(&fake_b);
}

static void pre_init(void)
{
	if (fake_program.pre_init)
		fake_program.pre_init();
}

static void post_init(void)
{
	if (fake_program.post_init)
		fake_program.post_init();
}

static int run(void)
{
	return fake_program.run ? fake_program.run() : 0;
}

enum { STACK = 65536 };
static unsigned char stacks[3][STACK] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct causeway_strand_state states[3];
static const struct causeway_strand strands[] = {
	{ "0_control", NULL, NULL, stacks[0], STACK },
	{ "a", a_init, a_serve, stacks[1], STACK },
	{ "b", b_init, b_serve, stacks[2], STACK },
};
static struct causeway_channel channels[64] = {
	[3] = { causeway_event_notified, &fake_a, NULL },
	[5] = { causeway_event_notified, &fake_b, NULL },
};
void fake_listen(unsigned channel, struct causeway_channel row)
{
	channels[channel] = row;
}

static char memory_1[64], memory_2[32];
static char *dataport_1 = memory_1;
static int *dataport_2 = (int *)(void *)memory_2;
static const struct causeway_dataport first = { &dataport_1, sizeof memory_1, 4 };
static const struct causeway_dataport second = { &dataport_2, sizeof memory_2, 9 };
static const struct causeway_dataport *const dataports[] = { &first, &second };

const struct causeway_component causeway_g_component = {
	"test", "Test", 0,	  2,  pre_init,	 post_init, run,   strands,
	states, 3,	channels, 64, dataports, 2,	    false, CAUSEWAY_ERROR_STANDARD,
};

/* --------------------------------------------------------- isolation */

int fake_isolate(void (*body)(void))
{
	fflush(NULL);
	pid_t child = fork();
	if (!child) {
		signal(SIGILL, SIG_DFL); /* cmocka's handlers do not belong here */
		signal(SIGTRAP, SIG_DFL);
		signal(SIGABRT, SIG_DFL);
		body();
		_exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	return status;
}

void fake_fail(const char *file, int line, const char *condition)
{
	fprintf(stderr, "%s:%d: %s does not hold; log: %s\n", file, line, condition, fake_log);
	_exit(1);
}
