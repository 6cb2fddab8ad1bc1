/*
 * Instance b of component Node (dataports.camkes:16): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "b_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* dataport record_t records: seL4SharedData shared_records (dataports.camkes:7) */
record_t *records;
CAUSEWAY_STATIC_ASSERT(sizeof(record_t) <= B_RECORDS_SIZE, "dataport records: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_records = { &records, B_RECORDS_SIZE, 0 };

/* dataport Buf plain: seL4SharedData ab (dataports.camkes:8) */
Buf *plain;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= B_PLAIN_SIZE, "dataport plain: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_plain = { &plain, B_PLAIN_SIZE, 1 };

/* dataport Buf(16384) big: seL4SharedData bigger (dataports.camkes:9) */
void *big;
static const struct causeway_dataport causeway_g_big = { &big, B_BIG_SIZE, 2 };

/* dataport record_t assumed: seL4SharedData page (dataports.camkes:10) */
record_t *assumed;
CAUSEWAY_STATIC_ASSERT(sizeof(record_t) <= B_ASSUMED_SIZE, "dataport assumed: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_assumed = { &assumed, B_ASSUMED_SIZE, 3 };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_records,
	&causeway_g_plain,
	&causeway_g_big,
	&causeway_g_assumed,
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

/* dataport Buf plain: seL4SharedData ab (dataports.camkes:8) */
int plain_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_plain, pointer, address);
}

void *plain_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_plain, pointer);
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

/* dataport record_t assumed: seL4SharedData page (dataports.camkes:10) */
int assumed_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_assumed, pointer, address);
}

void *assumed_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_assumed, pointer);
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
	"b",
	"Node",
	0, /* affinity */
	3, /* getpid() */
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
