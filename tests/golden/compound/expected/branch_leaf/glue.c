/*
 * Instance branch_leaf of component Leaf (compound.camkes:30): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "branch_leaf_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Go go: seL4Notification start (compound.camkes:6) */
static struct causeway_event_state causeway_g_go_state;
static const struct causeway_event causeway_g_go = { "branch_leaf.go", &causeway_g_go_state, NULL };

/* dataport Buf data: seL4SharedData shared (compound.camkes:7) */
Buf *data;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= BRANCH_LEAF_DATA_SIZE, "dataport data: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_data = { &data, BRANCH_LEAF_DATA_SIZE, 0 };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_data,
};

/* consumes Go go: seL4Notification start (compound.camkes:6) */
void go_wait(void)
{
	causeway_event_wait(&causeway_g_go);
}

int go_poll(void)
{
	return causeway_event_poll(&causeway_g_go);
}

int go_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_go, callback, argument);
}

camkes_error_handler_t go_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* dataport Buf data: seL4SharedData shared (compound.camkes:7) */
int data_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_data, pointer, address);
}

void *data_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_data, pointer);
}

static void causeway_g_go_serve(void)
{
	causeway_event_serve(&causeway_g_go);
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
	{ causeway_g_stack_1.guard, "go" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "go", go__init, causeway_g_go_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_go, NULL }, /* BRANCH_LEAF_GO_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"branch_leaf",
	"Leaf",
	0, /* affinity */
	4, /* getpid() */
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
