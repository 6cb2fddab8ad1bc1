/*
 * Instance c of component Node (dataports.camkes:17): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "c_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* dataport record_t records: seL4SharedData shared_records (dataports.camkes:7) */
record_t *records;
CAUSEWAY_STATIC_ASSERT(sizeof(record_t) <= C_RECORDS_SIZE, "dataport records: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_records = { &records, C_RECORDS_SIZE, 0 };

/* dataport Buf(16384) big: seL4SharedData bigger (dataports.camkes:9) */
void *big;
static const struct causeway_dataport causeway_g_big = { &big, C_BIG_SIZE, 2 };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_records,
	&causeway_g_big,
};

/* dataport record_t records: seL4SharedData shared_records (dataports.camkes:7) */
int records_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_records, pointer, address);
}

void *records_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_records, pointer);
}

/* dataport Buf(16384) big: seL4SharedData bigger (dataports.camkes:9) */
int big_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_big, pointer, address);
}

void *big_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_big, pointer);
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
	"c",
	"Node",
	0, /* affinity */
	4, /* getpid() */
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
