/*
 * Instance right of component Sink (events.camkes:22): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "right_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Tick tick: seL4Notification broadcast (events.camkes:14) */
static struct causeway_event_state causeway_g_tick_state;
static const struct causeway_event causeway_g_tick = { "right.tick", &causeway_g_tick_state, NULL };

/* consumes Tick never: seL4Notification again (events.camkes:15) */
static struct causeway_event_state causeway_g_never_state;
static const struct causeway_event causeway_g_never = { "right.never", &causeway_g_never_state, NULL };

/* consumes Tick tick: seL4Notification broadcast (events.camkes:14) */
void tick_wait(void)
{
	causeway_event_wait(&causeway_g_tick);
}

int tick_poll(void)
{
	return causeway_event_poll(&causeway_g_tick);
}

int tick_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_tick, callback, argument);
}

camkes_error_handler_t tick_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* consumes Tick never: seL4Notification again (events.camkes:15) */
void never_wait(void)
{
	causeway_event_wait(&causeway_g_never);
}

int never_poll(void)
{
	return causeway_event_poll(&causeway_g_never);
}

int never_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_never, callback, argument);
}

camkes_error_handler_t never_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

static void causeway_g_tick_serve(void)
{
	causeway_event_serve(&causeway_g_tick);
}

static void causeway_g_never_serve(void)
{
	causeway_event_serve(&causeway_g_never);
}

/* Strands: the threads of the component, and their stacks. */
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_0 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[8192];
} causeway_g_stack_1 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_2 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "tick" },
	{ causeway_g_stack_2.guard, "never" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "tick", tick__init, causeway_g_tick_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "never", never__init, causeway_g_never_serve, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_tick, NULL }, /* RIGHT_TICK_CHANNEL */
	{ causeway_event_notified, &causeway_g_never, NULL }, /* RIGHT_NEVER_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"right",
	"Sink",
	0, /* affinity */
	4, /* getpid() */
	pre_init,
	post_init,
	NULL,
	causeway_g_strands,
	causeway_g_strand_states,
	sizeof causeway_g_strands / sizeof *causeway_g_strands,
	causeway_g_channels,
	sizeof causeway_g_channels / sizeof *causeway_g_channels,
	NULL,
	0,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
