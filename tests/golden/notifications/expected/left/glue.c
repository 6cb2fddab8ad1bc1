/*
 * Instance left of component Source (notifications.camkes:25): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "left_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* emits Notification native: seL4NotificationNative n (notifications.camkes:7) */
static const unsigned char causeway_g_native_channels[] = {
	LEFT_NATIVE_CHANNEL, /* to target */
};
static const struct causeway_emitter causeway_g_native = { causeway_g_native_channels, 1, NULL, 0, NULL };

/* emits Notification bound: seL4NotificationBind b (notifications.camkes:8) */
static const unsigned char causeway_g_bound_channels[] = {
	LEFT_BOUND_CHANNEL, /* to target */
};
static const struct causeway_emitter causeway_g_bound = { causeway_g_bound_channels, 1, NULL, 0, NULL };

/* emits Notification global: seL4GlobalAsynch g (notifications.camkes:9) */
static const unsigned char causeway_g_global_channels[] = {
	LEFT_GLOBAL_CHANNEL, /* to target */
};
static const struct causeway_emitter causeway_g_global = { causeway_g_global_channels, 1, NULL, 0, NULL };

/* emits Notification called: seL4GlobalAsynchCallback c (notifications.camkes:10) */
static const unsigned char causeway_g_called_channels[] = {
	LEFT_CALLED_CHANNEL_3, /* to target */
	LEFT_CALLED_CHANNEL_4, /* to target */
};
static const struct causeway_emitter causeway_g_called = { causeway_g_called_channels, 2, NULL, 0, NULL };

/* emits Notification native: seL4NotificationNative n (notifications.camkes:7) */
void native_emit_underlying(void)
{
	causeway_emit(&causeway_g_native);
}

void native_emit(void)
{
	native_emit_underlying();
}

/* emits Notification bound: seL4NotificationBind b (notifications.camkes:8) */
void bound_emit_underlying(void)
{
	causeway_emit(&causeway_g_bound);
}

void bound_emit(void)
{
	bound_emit_underlying();
}

/* emits Notification global: seL4GlobalAsynch g (notifications.camkes:9) */
void global_emit_underlying(void)
{
	causeway_emit(&causeway_g_global);
}

void global_emit(void)
{
	global_emit_underlying();
}

/* emits Notification called: seL4GlobalAsynchCallback c (notifications.camkes:10) */
void called_emit_underlying(void)
{
	causeway_emit(&causeway_g_called);
}

void called_emit(void)
{
	called_emit_underlying();
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
	{ causeway_g_stack_1.guard, "called" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "called", called__init, NULL, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

const struct causeway_component causeway_g_component = {
	"left",
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
