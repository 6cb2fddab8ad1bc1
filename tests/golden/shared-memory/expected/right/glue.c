/*
 * Instance right of component Target (shared-memory.camkes:23): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <causeway/dma.h>
#include <camkes/dataport_caps.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "right_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Tick strikes: seL4NotificationQueue count (shared-memory.camkes:14) */
static struct causeway_event_state causeway_g_strikes_state;
static const struct causeway_event causeway_g_strikes = { "right.strikes", &causeway_g_strikes_state, (const uint64_t *)RIGHT_STRIKES_COUNT_ADDRESS };

/* dataport Buf(8192) frame: seL4SharedDataWithCaps frames (shared-memory.camkes:15) */
void *frame;
static const struct causeway_dataport causeway_g_frame = { &frame, RIGHT_FRAME_SIZE, 3 };
struct causeway_dataport_caps frame_handle = { 0, RIGHT_FRAME_SIZE, true, false };

/* dataport Buf ring: seL4DMASharedData pool (shared-memory.camkes:16) */
Buf *ring;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= RIGHT_RING_SIZE, "dataport ring: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_ring = { &ring, RIGHT_RING_SIZE, 4 };

/* Memory for devices: attribute dma_pool, connector seL4DMASharedData. */
uintptr_t causeway_g_ring_physical;
static const struct causeway_dma_pool causeway_g_dma_pool[] = {
	{ &ring, &causeway_g_ring_physical, 4096, false, NULL },
};
const struct causeway_dma_pools causeway_g_dma_pools = { causeway_g_dma_pool, 1 };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_frame,
	&causeway_g_ring,
};

/* consumes Tick strikes: seL4NotificationQueue count (shared-memory.camkes:14) */
void strikes_wait(void)
{
	causeway_event_wait(&causeway_g_strikes);
}

int strikes_poll(void)
{
	return causeway_event_poll(&causeway_g_strikes);
}

int strikes_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_strikes, callback, argument);
}

camkes_error_handler_t strikes_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* dataport Buf(8192) frame: seL4SharedDataWithCaps frames (shared-memory.camkes:15) */
int frame_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_frame, pointer, address);
}

void *frame_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_frame, pointer);
}

/* dataport Buf ring: seL4DMASharedData pool (shared-memory.camkes:16) */
int ring_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_ring, pointer, address);
}

void *ring_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_ring, pointer);
}

static void causeway_g_strikes_serve(void)
{
	causeway_event_serve(&causeway_g_strikes);
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
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "strikes" },
	{ causeway_g_stack_2.guard, "frame" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "strikes", strikes__init, causeway_g_strikes_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "frame", frame__init, NULL, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_strikes, NULL }, /* RIGHT_STRIKES_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"right",
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
	causeway_g_dataports,
	sizeof causeway_g_dataports / sizeof *causeway_g_dataports,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
