/*
 * Instance driver of component Driver (signals.camkes:39): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "driver_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* provides Net net: seL4Ethdriver wire (signals.camkes:32) */
static struct causeway_rpc_server_state causeway_g_net_state;
static struct causeway_rpc_caller_state causeway_g_net_caller_states[2];

/* provides Net net: seL4Ethdriver wire (signals.camkes:32) */
static void causeway_g_method_net_send(struct causeway_message *causeway_g_message)
{
	int length;
	causeway_take(causeway_g_message, "length", &length, sizeof length);
	if (causeway_rpc_taken(causeway_g_message)) {
		int causeway_g_result = net_send(length);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_words_net_send(void *causeway_g_message)
{
	struct {
		int length;
	} __attribute__((packed)) causeway_g_request;
	struct {
		int causeway_g_result;
	} __attribute__((packed)) causeway_g_reply;
	memcpy(&causeway_g_request, causeway_g_message, sizeof causeway_g_request);
	int length = causeway_g_request.length;
	causeway_g_reply.causeway_g_result = net_send(length);
	memcpy(causeway_g_message, &causeway_g_reply, sizeof causeway_g_reply);
}

static const struct causeway_rpc_method causeway_g_net_methods[] = {
	{ "send", causeway_g_method_net_send, causeway_g_words_net_send, CAUSEWAY_RPC_SHORT(0, sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int)) },
};
static const struct causeway_rpc_caller causeway_g_net_callers[] = {
	{
		"one.net",
		2,
		&causeway_g_net_state,
		&causeway_g_net_caller_states[0],
		CAUSEWAY_PPC,
		DRIVER_NET_CHANNEL_0,
		NULL,
		NULL,
		0,
		NULL,
	},
	{
		"two.net",
		1,
		&causeway_g_net_state,
		&causeway_g_net_caller_states[1],
		CAUSEWAY_PPC,
		DRIVER_NET_CHANNEL_1,
		NULL,
		NULL,
		0,
		NULL,
	},
};
static const struct causeway_rpc_server causeway_g_net = {
	{ "net", "driver.net", &causeway_g_net_state.handler },
	&causeway_g_net_state,
	causeway_g_net_callers,
	causeway_g_net_caller_states,
	2,
	causeway_g_net_methods,
	1,
};
static const struct causeway_rpc_peer causeway_g_net_peers[] = {
	{ 2, DRIVER_NET_CHANNEL_0, NULL, (void *)DRIVER_NET_ONE_BUFFER_ADDRESS, 4096, true, { 0x06, 0x00, 0x00, 0x01, 0x02, 0xff } }, /* one.net */
	{ 1, DRIVER_NET_CHANNEL_1, NULL, (void *)DRIVER_NET_TWO_BUFFER_ADDRESS, 4096, false, { 0 } }, /* two.net */
};

/* provides Net net: seL4Ethdriver wire (signals.camkes:32) */
seL4_Word net_get_sender_id(void)
{
	return causeway_g_net_state.sender;
}

camkes_error_handler_t net_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_net.end, handler);
}

void net_emit(unsigned int badge)
{
	causeway_rpc_signal(causeway_g_net_peers, 2, badge);
}

void net_emit_2(void)
{
	net_emit(2);
}

void net_emit_1(void)
{
	net_emit(1);
}

int net_largest_badge(void)
{
	return 2;
}

void *net_buf(seL4_Word badge)
{
	return causeway_rpc_buffer(causeway_g_net_peers, 2, badge);
}

size_t net_buf_size(seL4_Word badge)
{
	return causeway_rpc_buffer_room(causeway_g_net_peers, 2, badge);
}

unsigned int net_num_badges(void)
{
	return 2;
}

seL4_Word net_enumerate_badge(unsigned int index)
{
	return index < 2 ? causeway_g_net_peers[index].badge : (seL4_Word)-1;
}

int net_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return (void)pointer, (void)address, -1;
}

void *net_unwrap_ptr(dataport_ptr_t *pointer)
{
	return (void)pointer, (void *)NULL;
}

bool net_has_mac(unsigned int badge)
{
	const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(causeway_g_net_peers, 2, badge);
	return peer && peer->has_mac;
}

void net_get_mac(unsigned int badge, uint8_t *mac)
{
	const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(causeway_g_net_peers, 2, badge);
	if (peer)
		memcpy(mac, peer->mac, sizeof peer->mac);
}

static void causeway_g_net_serve(void)
{
	causeway_rpc_serve(&causeway_g_net);
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
	{ causeway_g_stack_1.guard, "net" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "net", net__init, causeway_g_net_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ NULL, NULL, &causeway_g_net_callers[0] }, /* DRIVER_NET_CHANNEL_0 */
	{ NULL, NULL, &causeway_g_net_callers[1] }, /* DRIVER_NET_CHANNEL_1 */
};

const struct causeway_component causeway_g_component = {
	"driver",
	"Driver",
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
	NULL,
	0,
	true, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
