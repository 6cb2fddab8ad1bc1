/*
 * Instance target of component Target (notifications.camkes:27): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "target_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* The component's notification: whoever signals it adds a badge. */
static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "target", 0, { NULL, NULL }, false };

/* consumes Notification native: seL4NotificationNative n (notifications.camkes:14) */
static struct causeway_notification causeway_g_native_notification = { CAUSEWAY_NOTIFICATION_MARK, "target.native", 0, { NULL, NULL }, false };
static const struct causeway_signal causeway_g_native_sources[] = {
	{ &causeway_g_native_notification, 0xbad1dea },
	{ &causeway_g_native_notification, 0xbad1dea },
};

/* consumes Notification bound: seL4NotificationBind b (notifications.camkes:15) */
static struct causeway_notification causeway_g_bound_notification = { CAUSEWAY_NOTIFICATION_MARK, "target.bound", 0, { NULL, NULL }, false };
static const struct causeway_signal causeway_g_bound_sources[] = {
	{ &causeway_g_bound_notification, 0x10 },
	{ &causeway_g_bound_notification, 0x7 },
	{ &causeway_g_bound_notification, 0x0 },
};

/* consumes Notification one: seL4GlobalAsynch g (notifications.camkes:16) */
static const struct causeway_signal causeway_g_one_sources[] = {
	{ &causeway_g_notification, 0x5 },
};

/* consumes Notification two: seL4GlobalAsynch h (notifications.camkes:17) */
static const struct causeway_signal causeway_g_two_sources[] = {
	{ &causeway_g_notification, 0x6 },
};

/* consumes Notification called: seL4GlobalAsynchCallback c (notifications.camkes:18) */
static const struct causeway_signal causeway_g_called_sources[] = {
	{ &causeway_g_notification, 0xc },
};

/* consumes Notification own: seL4GlobalAsynchCallback c (notifications.camkes:19) */
static const struct causeway_signal causeway_g_own_sources[] = {
	{ &causeway_g_notification, 0x14 },
};

/* consumes Notification called: seL4GlobalAsynchCallback c (notifications.camkes:18) */
static const struct causeway_callback causeway_g_called = { &causeway_g_notification, called_callback };

/* consumes Notification own: seL4GlobalAsynchCallback c (notifications.camkes:19) */
static const struct causeway_callback causeway_g_own = { &causeway_g_notification, own_callback };

/* emits Notification itself: seL4NotificationBind b (notifications.camkes:20) */
static const struct causeway_channel causeway_g_itself_local[] = {
	{ causeway_signalled, &causeway_g_bound_sources[2], NULL },
};
static const struct causeway_emitter causeway_g_itself = { NULL, 0, causeway_g_itself_local, 1, NULL };

/* consumes Notification native: seL4NotificationNative n (notifications.camkes:14) */
void native_wait(void)
{
	causeway_notification_wait(&causeway_g_native_notification);
}

int native_poll(void)
{
	seL4_Word badge;
	return causeway_notification_poll(&causeway_g_native_notification, &badge);
}

/* consumes Notification bound: seL4NotificationBind b (notifications.camkes:15) */
seL4_CPtr bound_notification(void)
{
	return causeway_notification_cap(&causeway_g_bound_notification);
}

/* consumes Notification one: seL4GlobalAsynch g (notifications.camkes:16) */
seL4_CPtr one_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word one_notification_badge(void)
{
	return 0x5;
}

/* consumes Notification two: seL4GlobalAsynch h (notifications.camkes:17) */
seL4_CPtr two_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word two_notification_badge(void)
{
	return 0x6;
}

/* consumes Notification called: seL4GlobalAsynchCallback c (notifications.camkes:18) */
seL4_CPtr called_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word called_notification_badge(void)
{
	return 0xc;
}

/* consumes Notification own: seL4GlobalAsynchCallback c (notifications.camkes:19) */
seL4_CPtr own_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word own_notification_badge(void)
{
	return 0x14;
}

/* emits Notification itself: seL4NotificationBind b (notifications.camkes:20) */
void itself_emit_underlying(void)
{
	causeway_emit(&causeway_g_itself);
}

void itself_emit(void)
{
	itself_emit_underlying();
}

static void causeway_g_called_serve(void)
{
	causeway_notification_serve(&causeway_g_called);
}

static void causeway_g_own_serve(void)
{
	causeway_notification_serve(&causeway_g_own);
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
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_2 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_3 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_4 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "native" },
	{ causeway_g_stack_2.guard, "bound" },
	{ causeway_g_stack_3.guard, "called" },
	{ causeway_g_stack_4.guard, "own" },
};
static struct causeway_strand_state causeway_g_strand_states[5];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "native", native__init, NULL, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "bound", bound__init, NULL, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
	{ "called", called__init, causeway_g_called_serve, causeway_g_stack_3.stack, sizeof causeway_g_stack_3.stack },
	{ "own", own__init, causeway_g_own_serve, causeway_g_stack_4.stack, sizeof causeway_g_stack_4.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_signalled, &causeway_g_native_sources[0], NULL }, /* TARGET_NATIVE_CHANNEL_0 */
	{ causeway_signalled, &causeway_g_native_sources[1], NULL }, /* TARGET_NATIVE_CHANNEL_1 */
	{ causeway_signalled, &causeway_g_bound_sources[0], NULL }, /* TARGET_BOUND_CHANNEL_2 */
	{ causeway_signalled, &causeway_g_bound_sources[1], NULL }, /* TARGET_BOUND_CHANNEL_3 */
	{ causeway_signalled, &causeway_g_one_sources[0], NULL }, /* TARGET_ONE_CHANNEL */
	{ causeway_signalled, &causeway_g_two_sources[0], NULL }, /* TARGET_TWO_CHANNEL */
	{ causeway_signalled, &causeway_g_called_sources[0], NULL }, /* TARGET_CALLED_CHANNEL */
	{ causeway_signalled, &causeway_g_own_sources[0], NULL }, /* TARGET_OWN_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"target",
	"Target",
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
