/*
 * Instance back of component Back (queues.camkes:21): what joins its program to the component runtime.
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
#include "back_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* The component's notification: whoever signals it adds a badge. */
static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "back", 0, { NULL, NULL }, false };

/* uses VirtQueueDev requests: seL4VirtQueues outer (queues.camkes:14) */
static const struct causeway_signal causeway_g_requests_signal = { &causeway_g_notification, 0x3 };

/* dataport Buf in_box: seL4MessageQueue mail (queues.camkes:15) */
Buf *in_box;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= BACK_IN_BOX_SIZE, "dataport in_box: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_in_box = { &in_box, BACK_IN_BOX_SIZE, 1 };
CAUSEWAY_STATIC_ASSERT(CAMKES_MSGQUEUE_MEMORY(4, sizeof(Buf)) <= 32768, "message queue in_box: raise the connection's 'size'");
static struct causeway_notification causeway_g_in_box_notification = { CAUSEWAY_NOTIFICATION_MARK, "back.in_box", 0, { NULL, NULL }, false };
static const struct causeway_signal causeway_g_in_box_signal = { &causeway_g_in_box_notification, 1 };

/* uses VirtQueueDev requests: seL4VirtQueues outer (queues.camkes:14) */
static const unsigned char causeway_g_requests_channels[] = {
	BACK_REQUESTS_CHANNEL, /* to front */
};
static const struct causeway_emitter causeway_g_requests_peer = { causeway_g_requests_channels, 1, NULL, 0, NULL };

/* dataport Buf in_box: seL4MessageQueue mail (queues.camkes:15) */

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_in_box,
};

/* uses VirtQueueDev requests: seL4VirtQueues outer (queues.camkes:14) */
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
	camkes_virtqueue_channel_register(0, "requests", 64, 4096, (volatile void *)BACK_REQUESTS_ADDRESS,
		causeway_g_requests_notify, causeway_notification_cap(&causeway_g_notification),
		requests_notification_badge(), VIRTQUEUE_DEVICE);
}

/* dataport Buf in_box: seL4MessageQueue mail (queues.camkes:15) */
int in_box_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_in_box, pointer, address);
}

void *in_box_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_in_box, pointer);
}

static int causeway_g_in_box_poll(void)
{
	seL4_Word badge;
	return causeway_notification_poll(&causeway_g_in_box_notification, &badge);
}

static void causeway_g_in_box_wait(void)
{
	causeway_notification_wait(&causeway_g_in_box_notification);
}

__attribute__((constructor)) static void causeway_g_in_box_register(void)
{
	camkes_msgqueue_channel_register_receiver(6, (void *)BACK_IN_BOX_ADDRESS, 2 * 4, 32768, sizeof(Buf),
		causeway_g_in_box_poll, causeway_g_in_box_wait);
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
	{ causeway_g_stack_1.guard, "in_box" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "in_box", in_box__init, NULL, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_signalled, &causeway_g_requests_signal, NULL }, /* BACK_REQUESTS_CHANNEL */
	{ causeway_signalled, &causeway_g_in_box_signal, NULL }, /* BACK_IN_BOX_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"back",
	"Back",
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
