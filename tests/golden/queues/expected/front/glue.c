/*
 * Instance front of component Front (queues.camkes:20): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/virtqueue_template.h>
#include <camkes/msgqueue_template.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "front_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* The component's notification: whoever signals it adds a badge. */
static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "front", 0, { NULL, NULL }, false };

/* uses VirtQueueDrv requests: seL4VirtQueues outer (queues.camkes:6) */
static const struct causeway_signal causeway_g_requests_signal = { &causeway_g_notification, 0x3 };

/* uses VirtQueueDrv inner: seL4VirtQueues self (queues.camkes:7) */
static const struct causeway_signal causeway_g_inner_signal = { &causeway_g_notification, 0x5 };
static unsigned char causeway_g_inner_memory[8192] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));

/* uses VirtQueueDev inner_end: seL4VirtQueues self (queues.camkes:8) */
static const struct causeway_signal causeway_g_inner_end_signal = { &causeway_g_notification, 0x9 };

/* dataport Buf messages: seL4MessageQueue mail (queues.camkes:9) */
Buf *messages;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= FRONT_MESSAGES_SIZE, "dataport messages: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_messages = { &messages, FRONT_MESSAGES_SIZE, 1 };
CAUSEWAY_STATIC_ASSERT(CAMKES_MSGQUEUE_MEMORY(4, sizeof(Buf)) <= 32768, "message queue messages: raise the connection's 'size'");

/* uses VirtQueueDrv requests: seL4VirtQueues outer (queues.camkes:6) */
static const unsigned char causeway_g_requests_channels[] = {
	FRONT_REQUESTS_CHANNEL, /* to back */
};
static const struct causeway_emitter causeway_g_requests_peer = { causeway_g_requests_channels, 1, NULL, 0, NULL };

/* uses VirtQueueDrv inner: seL4VirtQueues self (queues.camkes:7) */
static const struct causeway_channel causeway_g_inner_local[] = {
	{ causeway_signalled, &causeway_g_inner_end_signal, NULL },
};
static const struct causeway_emitter causeway_g_inner_peer = { NULL, 0, causeway_g_inner_local, 1, NULL };

/* uses VirtQueueDev inner_end: seL4VirtQueues self (queues.camkes:8) */
static const struct causeway_channel causeway_g_inner_end_local[] = {
	{ causeway_signalled, &causeway_g_inner_signal, NULL },
};
static const struct causeway_emitter causeway_g_inner_end_peer = { NULL, 0, causeway_g_inner_end_local, 1, NULL };

/* dataport Buf messages: seL4MessageQueue mail (queues.camkes:9) */
static const unsigned char causeway_g_messages_channels[] = {
	FRONT_MESSAGES_CHANNEL, /* to back */
};
static const struct causeway_emitter causeway_g_messages_peer = { causeway_g_messages_channels, 1, NULL, 0, NULL };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_messages,
};

/* uses VirtQueueDrv requests: seL4VirtQueues outer (queues.camkes:6) */
size_t requests_get_size(void)
{
	return 4096;
}

seL4_Word requests_notification_badge(void)
{
	return 0x3;
}

static void causeway_g_requests_notify(void)
{
	causeway_emit(&causeway_g_requests_peer);
}

__attribute__((constructor)) static void causeway_g_requests_register(void)
{
	camkes_virtqueue_channel_register(1, "requests", 64, 4096, (volatile void *)FRONT_REQUESTS_ADDRESS,
		causeway_g_requests_notify, causeway_notification_cap(&causeway_g_notification),
		requests_notification_badge(), VIRTQUEUE_DRIVER);
}

/* uses VirtQueueDrv inner: seL4VirtQueues self (queues.camkes:7) */
size_t inner_get_size(void)
{
	return 8192;
}

seL4_Word inner_notification_badge(void)
{
	return 0x5;
}

static void causeway_g_inner_notify(void)
{
	causeway_emit(&causeway_g_inner_peer);
}

__attribute__((constructor)) static void causeway_g_inner_register(void)
{
	camkes_virtqueue_channel_register(0, "inner", 256, 8192, causeway_g_inner_memory,
		causeway_g_inner_notify, causeway_notification_cap(&causeway_g_notification),
		inner_notification_badge(), VIRTQUEUE_DRIVER);
}

/* uses VirtQueueDev inner_end: seL4VirtQueues self (queues.camkes:8) */
size_t inner_end_get_size(void)
{
	return 8192;
}

seL4_Word inner_end_notification_badge(void)
{
	return 0x9;
}

static void causeway_g_inner_end_notify(void)
{
	causeway_emit(&causeway_g_inner_end_peer);
}

__attribute__((constructor)) static void causeway_g_inner_end_register(void)
{
	camkes_virtqueue_channel_register(2, "inner_end", 256, 8192, causeway_g_inner_memory,
		causeway_g_inner_end_notify, causeway_notification_cap(&causeway_g_notification),
		inner_end_notification_badge(), VIRTQUEUE_DEVICE);
}

/* dataport Buf messages: seL4MessageQueue mail (queues.camkes:9) */
int messages_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_messages, pointer, address);
}

void *messages_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_messages, pointer);
}

static void causeway_g_messages_notify(void)
{
	causeway_emit(&causeway_g_messages_peer);
}

__attribute__((constructor)) static void causeway_g_messages_register(void)
{
	camkes_msgqueue_channel_register_sender(5, (void *)FRONT_MESSAGES_ADDRESS, 2 * 4, 32768, sizeof(Buf),
		causeway_g_messages_notify);
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
	{ causeway_g_stack_1.guard, "messages" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "messages", messages__init, NULL, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_signalled, &causeway_g_requests_signal, NULL }, /* FRONT_REQUESTS_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"front",
	"Front",
	0, /* affinity */
	2, /* getpid() */
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
