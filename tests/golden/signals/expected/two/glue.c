/*
 * Instance two of component Client (signals.camkes:38): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "two_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* The component's notification: whoever signals it adds a badge. */
static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "two", 0, { NULL, NULL }, false };

/* has mutex m (signals.camkes:26) */
static struct causeway_semaphore causeway_g_m_semaphore = { 1, { NULL, NULL } };
static const struct causeway_lock causeway_g_m = { "two.m", &causeway_g_m_semaphore };

int m_lock(void)
{
	return causeway_mutex_lock(&causeway_g_m);
}

int m_unlock(void)
{
	return causeway_mutex_unlock(&causeway_g_m);
}

/* has semaphore s (signals.camkes:27) */
static struct causeway_semaphore causeway_g_s_semaphore = { 5, { NULL, NULL } };
static const struct causeway_lock causeway_g_s = { "two.s", &causeway_g_s_semaphore };

int s_wait(void)
{
	return causeway_counting_wait(&causeway_g_s);
}

int s_trywait(void)
{
	return causeway_counting_trywait(&causeway_g_s);
}

int s_post(void)
{
	return causeway_counting_post(&causeway_g_s);
}

/* has binary_semaphore b (signals.camkes:28) */
static struct causeway_semaphore causeway_g_b_semaphore = { 1, { NULL, NULL } };
static const struct causeway_lock causeway_g_b = { "two.b", &causeway_g_b_semaphore };

int b_wait(void)
{
	return causeway_binary_wait(&causeway_g_b);
}

int b_post(void)
{
	return causeway_binary_post(&causeway_g_b);
}

/* uses Net net: seL4Ethdriver wire (signals.camkes:22) */
static struct causeway_rpc_client_state causeway_g_net_state;
static const struct causeway_signal causeway_g_net_signal = { &causeway_g_notification, 3 };
volatile void *net_buf = (volatile void *)TWO_NET_BUFFER_ADDRESS;

/* uses Net loop: seL4RPCDataportNoThreads two_loop (signals.camkes:23) */
static struct causeway_rpc_client_state causeway_g_loop_state;
static unsigned char causeway_g_loop_buffer[4096] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
volatile void *loop_buf = (volatile void *)causeway_g_loop_buffer;
static struct {
	struct causeway_rpc_slot slot;
	unsigned char messages[4080];
} causeway_g_loop_memory;

/* provides Net own: seL4RPCDataportNoThreads two_loop (signals.camkes:24) */
static struct causeway_rpc_server_state causeway_g_own_state;
static struct causeway_rpc_caller_state causeway_g_own_caller_states[1];

/* dataport Buf buffer: seL4SharedData shared (signals.camkes:25) */
Buf *buffer;
CAUSEWAY_STATIC_ASSERT(sizeof(Buf) <= TWO_BUFFER_SIZE, "dataport buffer: raise the connection's 'size'");
static const struct causeway_dataport causeway_g_buffer = { &buffer, TWO_BUFFER_SIZE, 2 };

/* uses Net net: seL4Ethdriver wire (signals.camkes:22) */
static const struct causeway_rpc_client causeway_g_net = {
	{ "net", "two.net", &causeway_g_net_state.handler },
	&causeway_g_net_state,
	CAUSEWAY_PPC,
	TWO_NET_CHANNEL,
	NULL,
	NULL,
	0,
	NULL,
	NULL,
};

/* uses Net loop: seL4RPCDataportNoThreads two_loop (signals.camkes:23) */
static const struct causeway_rpc_client causeway_g_loop = {
	{ "loop", "two.loop", &causeway_g_loop_state.handler },
	&causeway_g_loop_state,
	CAUSEWAY_LOCAL,
	0,
	&causeway_g_loop_memory.slot,
	causeway_g_loop_memory.messages,
	4080,
	&causeway_g_own_state,
	&causeway_g_own_caller_states[0],
};

/* provides Net own: seL4RPCDataportNoThreads two_loop (signals.camkes:24) */
static void causeway_g_method_own_send(struct causeway_message *causeway_g_message)
{
	int length;
	causeway_take(causeway_g_message, "length", &length, sizeof length);
	if (causeway_rpc_taken(causeway_g_message)) {
		int causeway_g_result = own_send(length);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static const struct causeway_rpc_method causeway_g_own_methods[] = {
	{ "send", causeway_g_method_own_send, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_own_callers[] = {
	{
		"two.loop",
		0,
		&causeway_g_own_state,
		&causeway_g_own_caller_states[0],
		CAUSEWAY_LOCAL,
		0,
		&causeway_g_loop_memory.slot,
		causeway_g_loop_memory.messages,
		4080,
		&causeway_g_loop_state,
	},
};
static const struct causeway_rpc_server causeway_g_own = {
	{ "own", "two.own", &causeway_g_own_state.handler },
	&causeway_g_own_state,
	causeway_g_own_callers,
	causeway_g_own_caller_states,
	1,
	causeway_g_own_methods,
	1,
};
static const struct causeway_rpc_peer causeway_g_own_peers[] = {
	{ 1, 0, NULL, (void *)causeway_g_loop_buffer, 4096, false, { 0 } }, /* two.loop */
};

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_buffer,
};

/* uses Net net: seL4Ethdriver wire (signals.camkes:22) */
int net_send(int length)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"send", CAUSEWAY_RPC_SHORT(0, sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int))
	};
	union {
		uint64_t words[CAUSEWAY_RPC_WORDS];
		struct {
			int length;
		} __attribute__((packed)) causeway_g_request;
		struct {
			int causeway_g_result;
		} __attribute__((packed)) causeway_g_reply;
	} causeway_g_message;
	if (sizeof causeway_g_message.causeway_g_request % sizeof(uint64_t))
		causeway_g_message.words[sizeof causeway_g_message.causeway_g_request / sizeof(uint64_t)] = 0;
	causeway_g_message.causeway_g_request.length = length;
	causeway_rpc_call_words(&causeway_g_net, &causeway_g_method, causeway_g_message.words);
	return causeway_g_message.causeway_g_reply.causeway_g_result;
}

camkes_error_handler_t net_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_net.end, handler);
}

seL4_CPtr net_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word net_notification_badge(void)
{
	return causeway_g_net_signal.badge;
}

volatile void *net_get_buf(void)
{
	return net_buf;
}

size_t net_get_size(void)
{
	return 4096;
}

int net_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return (void)pointer, (void)address, -1;
}

void *net_unwrap_ptr(dataport_ptr_t *pointer)
{
	return (void)pointer, (void *)NULL;
}

/* uses Net loop: seL4RPCDataportNoThreads two_loop (signals.camkes:23) */
int loop_send(int length)
{
	struct causeway_message causeway_g_message;
	int causeway_g_result;
	causeway_rpc_begin(&causeway_g_loop, &causeway_g_message, "send");
	causeway_put(&causeway_g_message, "length", &length, sizeof length);
	causeway_rpc_go(&causeway_g_loop, &causeway_g_message, 0);
	causeway_take(&causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	causeway_rpc_end(&causeway_g_loop, &causeway_g_message);
	return causeway_g_result;
}

camkes_error_handler_t loop_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_loop.end, handler);
}

volatile void *loop_get_buf(void)
{
	return loop_buf;
}

size_t loop_get_size(void)
{
	return 4096;
}

int loop_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return (void)pointer, (void)address, -1;
}

void *loop_unwrap_ptr(dataport_ptr_t *pointer)
{
	return (void)pointer, (void *)NULL;
}

/* provides Net own: seL4RPCDataportNoThreads two_loop (signals.camkes:24) */
seL4_Word own_get_sender_id(void)
{
	return causeway_g_own_state.sender;
}

camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_own.end, handler);
}

void *own_buf(seL4_Word badge)
{
	return causeway_rpc_buffer(causeway_g_own_peers, 1, badge);
}

size_t own_buf_size(seL4_Word badge)
{
	return causeway_rpc_buffer_room(causeway_g_own_peers, 1, badge);
}

unsigned int own_num_badges(void)
{
	return 1;
}

seL4_Word own_enumerate_badge(unsigned int index)
{
	return index < 1 ? causeway_g_own_peers[index].badge : (seL4_Word)-1;
}

int own_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return (void)pointer, (void)address, -1;
}

void *own_unwrap_ptr(dataport_ptr_t *pointer)
{
	return (void)pointer, (void *)NULL;
}

/* dataport Buf buffer: seL4SharedData shared (signals.camkes:25) */
int buffer_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_buffer, pointer, address);
}

void *buffer_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_buffer, pointer);
}

static void causeway_g_own_serve(void)
{
	causeway_rpc_serve(&causeway_g_own);
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
	{ causeway_g_stack_1.guard, "own" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "own", NULL, causeway_g_own_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_signalled, &causeway_g_net_signal, NULL }, /* TWO_NET_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"two",
	"Client",
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
