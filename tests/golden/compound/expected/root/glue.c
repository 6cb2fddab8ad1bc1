/*
 * Instance root of component Root (compound.camkes:28): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "root_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* dataport Buf data: seL4SharedData shared (compound.camkes:23) */
Buf *data;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= ROOT_DATA_SIZE, "dataport data: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_data = { &data, ROOT_DATA_SIZE, 0 };

/* emits Go go: seL4Notification start (compound.camkes:22) */
static const unsigned char causeway_g_go_channels[] = {
	ROOT_GO_CHANNEL_0, /* to branch_leaf_9fc7d9 */
	ROOT_GO_CHANNEL_1, /* to branch_leaf */
};
static const struct causeway_emitter causeway_g_go = { causeway_g_go_channels, 2, NULL, 0, NULL };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_data,
};

/* emits Go go: seL4Notification start (compound.camkes:22) */
void go_emit_underlying(void)
{
	causeway_emit(&causeway_g_go);
}

void go_emit(void)
{
	go_emit_underlying();
}

/* dataport Buf data: seL4SharedData shared (compound.camkes:23) */
int data_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_data, pointer, address);
}

void *data_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_data, pointer);
}

/* Strands: the threads of the component, and their stacks. */
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_0 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
};
static struct causeway_strand_state causeway_g_strand_states[1];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
};

const struct causeway_component causeway_g_component = {
	"root",
	"Root",
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
