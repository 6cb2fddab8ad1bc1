/*
 * Instance source of component Source (events.camkes:20): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "source_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Tick own: seL4Notification loop (events.camkes:9) */
static struct causeway_event_state causeway_g_own_state;
static const struct causeway_event causeway_g_own = { "source.own", &causeway_g_own_state, NULL };

/* emits Tick first: seL4Notification broadcast (events.camkes:6) */
static const unsigned char causeway_g_first_channels[] = {
	SOURCE_FIRST_CHANNEL_0, /* to left */
	SOURCE_FIRST_CHANNEL_1, /* to right */
};
static const struct causeway_emitter causeway_g_first = { causeway_g_first_channels, 2, NULL, 0, NULL };

/* emits Tick second: seL4Notification again (events.camkes:7) */
static const unsigned char causeway_g_second_channels[] = {
	SOURCE_SECOND_CHANNEL, /* to right */
};
static const struct causeway_emitter causeway_g_second = { causeway_g_second_channels, 1, NULL, 0, NULL };

/* emits Tick to_own: seL4Notification loop (events.camkes:10) */
static const struct causeway_channel causeway_g_to_own_local[] = {
	{ causeway_event_notified, &causeway_g_own, NULL },
};
static const struct causeway_emitter causeway_g_to_own = { NULL, 0, causeway_g_to_own_local, 1, NULL };

/* emits Tick first: seL4Notification broadcast (events.camkes:6) */
void first_emit_underlying(void)
{
	causeway_emit(&causeway_g_first);
}

void first_emit(void)
{
	first_emit_underlying();
}

/* emits Tick second: seL4Notification again (events.camkes:7) */
void second_emit_underlying(void)
{
	causeway_emit(&causeway_g_second);
}

void second_emit(void)
{
	second_emit_underlying();
}

/* emits Tick nobody_listens (events.camkes:8) */
void nobody_listens_emit(void)
{
	if (nobody_listens_emit_underlying)
		nobody_listens_emit_underlying();
}

/* consumes Tick own: seL4Notification loop (events.camkes:9) */
void own_wait(void)
{
	causeway_event_wait(&causeway_g_own);
}

int own_poll(void)
{
	return causeway_event_poll(&causeway_g_own);
}

int own_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_own, callback, argument);
}

camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* emits Tick to_own: seL4Notification loop (events.camkes:10) */
void to_own_emit_underlying(void)
{
	causeway_emit(&causeway_g_to_own);
}

void to_own_emit(void)
{
	to_own_emit_underlying();
}

static void causeway_g_own_serve(void)
{
	causeway_event_serve(&causeway_g_own);
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
	{ causeway_g_stack_1.guard, "own" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "own", own__init, causeway_g_own_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

const struct causeway_component causeway_g_component = {
	"source",
	"Source",
	0, /* affinity */
	2, /* getpid() */
	pre_init,
	post_init,
	run,
	causeway_g_strands,
	causeway_g_strand_states,
	sizeof causeway_g_strands / sizeof *causeway_g_strands,
	NULL,
	0,
	NULL,
	0,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
