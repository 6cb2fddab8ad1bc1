/*
 * Instance pong of component Pong (ping-pong.camkes:25): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "pong_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* dataport Buf(4096) sharedbuf_1: seL4SharedData channel1 (ping-pong.camkes:16) */
void *sharedbuf_1;
static const struct causeway_dataport causeway_g_sharedbuf_1 = { &sharedbuf_1, PONG_SHAREDBUF_1_SIZE, 0 };

/* dataport Buf(4096) sharedbuf_2: seL4SharedData channel2 (ping-pong.camkes:17) */
void *sharedbuf_2;
static const struct causeway_dataport causeway_g_sharedbuf_2 = { &sharedbuf_2, PONG_SHAREDBUF_2_SIZE, 1 };

/* consumes Done n1: seL4Notification ntfn1 (ping-pong.camkes:18) */
static struct causeway_event_state causeway_g_n1_state;
static const struct causeway_event causeway_g_n1 = { "pong.n1", &causeway_g_n1_state, NULL };

/* emits Ready n2: seL4Notification ntfn2 (ping-pong.camkes:19) */
static const unsigned char causeway_g_n2_channels[] = {
	PONG_N2_CHANNEL, /* to ping */
};
static const struct causeway_emitter causeway_g_n2 = { causeway_g_n2_channels, 1, NULL, 0, NULL };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_sharedbuf_1,
	&causeway_g_sharedbuf_2,
};

/* dataport Buf(4096) sharedbuf_1: seL4SharedData channel1 (ping-pong.camkes:16) */
int sharedbuf_1_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_sharedbuf_1, pointer, address);
}

void *sharedbuf_1_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_sharedbuf_1, pointer);
}

/* dataport Buf(4096) sharedbuf_2: seL4SharedData channel2 (ping-pong.camkes:17) */
int sharedbuf_2_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_sharedbuf_2, pointer, address);
}

void *sharedbuf_2_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_sharedbuf_2, pointer);
}

/* consumes Done n1: seL4Notification ntfn1 (ping-pong.camkes:18) */
void n1_wait(void)
{
	causeway_event_wait(&causeway_g_n1);
}

int n1_poll(void)
{
	return causeway_event_poll(&causeway_g_n1);
}

int n1_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_n1, callback, argument);
}

camkes_error_handler_t n1_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* emits Ready n2: seL4Notification ntfn2 (ping-pong.camkes:19) */
void n2_emit_underlying(void)
{
	causeway_emit(&causeway_g_n2);
}

void n2_emit(void)
{
	n2_emit_underlying();
}

static void causeway_g_n1_serve(void)
{
	causeway_event_serve(&causeway_g_n1);
}

/* Strands: the threads of the component, and their stacks. */
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_0 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_1 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "n1" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "n1", n1__init, causeway_g_n1_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_n1, NULL }, /* PONG_N1_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"pong",
	"Pong",
	0, /* affinity */
	3, /* getpid() */
	pre_init,
	post_init,
	run,
	causeway_g_strands,
	causeway_g_strand_states,
	sizeof causeway_g_strands / sizeof *causeway_g_strands,
	causeway_g_channels,
	sizeof causeway_g_channels / sizeof *causeway_g_channels,
	causeway_g_dataports,
	sizeof causeway_g_dataports / sizeof *causeway_g_dataports,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
