/*
 * Instance source of component Source (shared-memory.camkes:21): what joins its program to the component runtime.
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
#include "source_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Tick own: seL4NotificationQueue count (shared-memory.camkes:8) */
static struct causeway_event_state causeway_g_own_state;
static uint64_t causeway_g_own_counter;
static const struct causeway_event causeway_g_own = { "source.own", &causeway_g_own_state, &causeway_g_own_counter };

/* dataport Buf(8192) frame: seL4SharedDataWithCaps frames (shared-memory.camkes:9) */
void *frame;
static const struct causeway_dataport causeway_g_frame = { &frame, SOURCE_FRAME_SIZE, 3 };
struct causeway_dataport_caps frame_handle = { 0, SOURCE_FRAME_SIZE, true, true };

/* dataport Buf memory: seL4DMASharedData pool (shared-memory.camkes:10) */
Buf *memory;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= SOURCE_MEMORY_SIZE, "dataport memory: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_memory = { &memory, SOURCE_MEMORY_SIZE, 4 };

/* Memory for devices: attribute dma_pool, connector seL4DMASharedData. */
uintptr_t causeway_g_memory_physical;
static const struct causeway_dma_pool causeway_g_dma_pool[] = {
	{ &memory, &causeway_g_memory_physical, 4096, true, NULL },
};
const struct causeway_dma_pools causeway_g_dma_pools = { causeway_g_dma_pool, 1 };

/* emits Tick strikes: seL4NotificationQueue count (shared-memory.camkes:7) */
static const unsigned char causeway_g_strikes_channels[] = {
	SOURCE_STRIKES_CHANNEL_0, /* to left */
	SOURCE_STRIKES_CHANNEL_1, /* to right */
};
static const struct causeway_channel causeway_g_strikes_local[] = {
	{ causeway_event_notified, &causeway_g_own, NULL },
};
static uint64_t *const causeway_g_strikes_counters[] = {
	(uint64_t *)SOURCE_STRIKES_COUNT_ADDRESS,
	(uint64_t *)SOURCE_STRIKES_COUNT_ADDRESS_2,
	&causeway_g_own_counter,
};
static const struct causeway_emitter causeway_g_strikes = { causeway_g_strikes_channels, 2, causeway_g_strikes_local, 1, causeway_g_strikes_counters };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_frame,
	&causeway_g_memory,
};

/* emits Tick strikes: seL4NotificationQueue count (shared-memory.camkes:7) */
void strikes_emit_underlying(void)
{
	causeway_emit(&causeway_g_strikes);
}

void strikes_emit(void)
{
	strikes_emit_underlying();
}

/* consumes Tick own: seL4NotificationQueue count (shared-memory.camkes:8) */
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

/* dataport Buf(8192) frame: seL4SharedDataWithCaps frames (shared-memory.camkes:9) */
int frame_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_frame, pointer, address);
}

void *frame_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_frame, pointer);
}

/* dataport Buf memory: seL4DMASharedData pool (shared-memory.camkes:10) */
int memory_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_memory, pointer, address);
}

void *memory_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_memory, pointer);
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
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_2 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "own" },
	{ causeway_g_stack_2.guard, "frame" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "own", own__init, causeway_g_own_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "frame", frame__init, NULL, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
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
	causeway_g_dataports,
	sizeof causeway_g_dataports / sizeof *causeway_g_dataports,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
