/*
 * Instance one of component group (groups.camkes:49): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "one_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[12288] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* Attributes. */
const struct point left_origin = left_origin_DEF;
const int left_number = left_number_DEF;
const struct point right_origin = right_origin_DEF;
const int right_number = right_number_DEF;

void left_pre_init(void) WEAK;
void right_pre_init(void) WEAK;

static void causeway_g_pre_init(void)
{
	if (left_pre_init)
		left_pre_init();
	if (right_pre_init)
		right_pre_init();
}

void left_post_init(void) WEAK;
void right_post_init(void) WEAK;

static void causeway_g_post_init(void)
{
	if (left_post_init)
		left_post_init();
	if (right_post_init)
		right_post_init();
}

/* Member left of component Left (groups.camkes:49). */
const char *left_get_instance_name(void);
const char *left_get_instance_name(void)
{
	return "left";
}
extern char *left_morecore_area;
extern size_t left_morecore_size;
char *left_morecore_area = causeway_g_heap + 0;
size_t left_morecore_size = 4096;
int left_run(void);

static void causeway_g_left_control(void)
{
	left_run();
}

/* Member right of component Right (groups.camkes:50). */
const char *right_get_instance_name(void);
const char *right_get_instance_name(void)
{
	return "right";
}
extern char *right_morecore_area;
extern size_t right_morecore_size;
char *right_morecore_area = causeway_g_heap + 4096;
size_t right_morecore_size = 8192;

/* has mutex left_lock (groups.camkes:23) */
static struct causeway_semaphore causeway_g_left_lock_semaphore = { 1, { NULL, NULL } };
static const struct causeway_lock causeway_g_left_lock = { "one.left_lock", &causeway_g_left_lock_semaphore };

int left_lock_lock(void)
{
	return causeway_mutex_lock(&causeway_g_left_lock);
}

int left_lock_unlock(void)
{
	return causeway_mutex_unlock(&causeway_g_left_lock);
}

/* uses Address left_there: seL4RPCCall address (groups.camkes:19) */
static struct causeway_rpc_client_state causeway_g_left_there_state;
static struct {
	struct causeway_rpc_slot slot;
	unsigned char messages[4080];
} causeway_g_left_there_memory;

/* dataport Buf left_data: seL4SharedData data (groups.camkes:22) */
Buf *left_data;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= ONE_LEFT_DATA_SIZE, "dataport left_data: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_left_data = { &left_data, ONE_LEFT_DATA_SIZE, 0 };

/* provides Address right_there: seL4RPCCall address (groups.camkes:29) */
static struct causeway_rpc_server_state causeway_g_right_there_state;
static struct causeway_rpc_caller_state causeway_g_right_there_caller_states[1];

/* consumes Signal right_signal: seL4Notification signal (groups.camkes:31) */
static struct causeway_event_state causeway_g_right_signal_state;
static const struct causeway_event causeway_g_right_signal = { "one.right_signal", &causeway_g_right_signal_state, NULL };

/* dataport Buf right_data: seL4SharedData data (groups.camkes:32) */
Buf *right_data;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= ONE_RIGHT_DATA_SIZE, "dataport right_data: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_right_data = { &right_data, ONE_RIGHT_DATA_SIZE, 0 };

/* uses Address left_there: seL4RPCCall address (groups.camkes:19) */
static const struct causeway_rpc_client causeway_g_left_there = {
	{ "left_there", "one.left_there", &causeway_g_left_there_state.handler },
	&causeway_g_left_there_state,
	CAUSEWAY_LOCAL,
	0,
	&causeway_g_left_there_memory.slot,
	causeway_g_left_there_memory.messages,
	4080,
	&causeway_g_right_there_state,
	&causeway_g_right_there_caller_states[0],
};

/* emits Signal left_signal: seL4Notification signal (groups.camkes:21) */
static const struct causeway_channel causeway_g_left_signal_local[] = {
	{ causeway_event_notified, &causeway_g_right_signal, NULL },
};
static const struct causeway_emitter causeway_g_left_signal = { NULL, 0, causeway_g_left_signal_local, 1, NULL };

/* provides Address right_there: seL4RPCCall address (groups.camkes:29) */
static void causeway_g_method_right_there_take(struct causeway_message *causeway_g_message)
{
	uintptr_t where;
	causeway_take(causeway_g_message, "where", &where, sizeof where);
	if (causeway_rpc_taken(causeway_g_message)) {
		right_there_take(where);
		causeway_rpc_answer(causeway_g_message);
	}
}

static const struct causeway_rpc_method causeway_g_right_there_methods[] = {
	{ "take", causeway_g_method_right_there_take, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_right_there_callers[] = {
	{
		"one.left_there",
		1,
		&causeway_g_right_there_state,
		&causeway_g_right_there_caller_states[0],
		CAUSEWAY_LOCAL,
		0,
		&causeway_g_left_there_memory.slot,
		causeway_g_left_there_memory.messages,
		4080,
		&causeway_g_left_there_state,
	},
};
static const struct causeway_rpc_server causeway_g_right_there = {
	{ "right_there", "one.right_there", &causeway_g_right_there_state.handler },
	&causeway_g_right_there_state,
	causeway_g_right_there_callers,
	causeway_g_right_there_caller_states,
	1,
	causeway_g_right_there_methods,
	1,
};

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_left_data,
	&causeway_g_right_data,
};

/* uses Address left_there: seL4RPCCall address (groups.camkes:19) */
void left_there_take(uintptr_t where)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_left_there, &causeway_g_message, "take");
	causeway_put(&causeway_g_message, "where", &where, sizeof where);
	causeway_rpc_go(&causeway_g_left_there, &causeway_g_message, 0);
	causeway_rpc_end(&causeway_g_left_there, &causeway_g_message);
}

camkes_error_handler_t left_there_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_left_there.end, handler);
}

/* uses Plain left_direct: seL4DirectCall direct (groups.camkes:20) */
int left_direct_add(int a, int b)
{
	return right_direct_add(a, b);
}

void left_direct_all(size_t numbers_sz, const int *numbers, char **text)
{
	right_direct_all(numbers_sz, numbers, text);
}

/* emits Signal left_signal: seL4Notification signal (groups.camkes:21) */
void left_signal_emit_underlying(void)
{
	causeway_emit(&causeway_g_left_signal);
}

void left_signal_emit(void)
{
	left_signal_emit_underlying();
}

/* dataport Buf left_data: seL4SharedData data (groups.camkes:22) */
int left_data_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_left_data, pointer, address);
}

void *left_data_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_left_data, pointer);
}

/* provides Address right_there: seL4RPCCall address (groups.camkes:29) */
seL4_Word right_there_get_sender_id(void)
{
	return causeway_g_right_there_state.sender;
}

camkes_error_handler_t right_there_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_right_there.end, handler);
}

/* consumes Signal right_signal: seL4Notification signal (groups.camkes:31) */
void right_signal_wait(void)
{
	causeway_event_wait(&causeway_g_right_signal);
}

int right_signal_poll(void)
{
	return causeway_event_poll(&causeway_g_right_signal);
}

int right_signal_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_right_signal, callback, argument);
}

camkes_error_handler_t right_signal_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* dataport Buf right_data: seL4SharedData data (groups.camkes:32) */
int right_data_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_right_data, pointer, address);
}

void *right_data_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_right_data, pointer);
}

static void causeway_g_right_there_serve(void)
{
	causeway_rpc_serve(&causeway_g_right_there);
}

static void causeway_g_right_signal_serve(void)
{
	causeway_event_serve(&causeway_g_right_signal);
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
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_5 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "left_0_control" },
	{ causeway_g_stack_2.guard, "left_direct" },
	{ causeway_g_stack_3.guard, "right_there" },
	{ causeway_g_stack_4.guard, "right_direct" },
	{ causeway_g_stack_5.guard, "right_signal" },
};
static struct causeway_strand_state causeway_g_strand_states[6];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "left_0_control", NULL, causeway_g_left_control, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "left_direct", left_direct__init, NULL, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
	{ "right_there", right_there__init, causeway_g_right_there_serve, causeway_g_stack_3.stack, sizeof causeway_g_stack_3.stack },
	{ "right_direct", right_direct__init, NULL, causeway_g_stack_4.stack, sizeof causeway_g_stack_4.stack },
	{ "right_signal", right_signal__init, causeway_g_right_signal_serve, causeway_g_stack_5.stack, sizeof causeway_g_stack_5.stack },
};

const struct causeway_component causeway_g_component = {
	"one",
	"group",
	0, /* affinity */
	2, /* getpid() */
	causeway_g_pre_init,
	causeway_g_post_init,
	NULL,
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
