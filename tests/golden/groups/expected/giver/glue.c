/*
 * Instance giver of component Giver (groups.camkes:54): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "giver_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* provides Plain p: seL4RPCCall plain (groups.camkes:43) */
static struct causeway_rpc_server_state causeway_g_p_state;
static struct causeway_rpc_caller_state causeway_g_p_caller_states[1];

/* provides Plain p: seL4RPCCall plain (groups.camkes:43) */
static void causeway_g_method_p_add(struct causeway_message *causeway_g_message)
{
	int a;
	int b;
	causeway_take(causeway_g_message, "a", &a, sizeof a);
	causeway_take(causeway_g_message, "b", &b, sizeof b);
	if (causeway_rpc_taken(causeway_g_message)) {
		int causeway_g_result = p_add(a, b);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_words_p_add(void *causeway_g_message)
{
	struct {
		int a;
		int b;
	} __attribute__((packed)) causeway_g_request;
	struct {
		int causeway_g_result;
	} __attribute__((packed)) causeway_g_reply;
	memcpy(&causeway_g_request, causeway_g_message, sizeof causeway_g_request);
	int a = causeway_g_request.a;
	int b = causeway_g_request.b;
	causeway_g_reply.causeway_g_result = p_add(a, b);
	memcpy(causeway_g_message, &causeway_g_reply, sizeof causeway_g_reply);
}

static void causeway_g_method_p_all(struct causeway_message *causeway_g_message)
{
	size_t numbers_sz = 0;
	int *numbers = NULL;
	char *text = NULL;
	numbers = (__typeof__(numbers))causeway_take_array(causeway_g_message, "numbers", &numbers_sz, sizeof *numbers);
	if (causeway_rpc_taken(causeway_g_message)) {
		p_all(numbers_sz, numbers, &text);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "text", text);
	}
	causeway_free(numbers);
	causeway_free(text);
}

static const struct causeway_rpc_method causeway_g_p_methods[] = {
	{ "add", causeway_g_method_p_add, causeway_g_words_p_add, CAUSEWAY_RPC_SHORT(0, sizeof(int) + sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int)) },
	{ "all", causeway_g_method_p_all, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_p_callers[] = {
	{
		"user.p",
		1,
		&causeway_g_p_state,
		&causeway_g_p_caller_states[0],
		CAUSEWAY_PPC,
		GIVER_P_CHANNEL,
		NULL,
		(unsigned char *)GIVER_P_ADDRESS,
		4096,
		NULL,
	},
};
static const struct causeway_rpc_server causeway_g_p = {
	{ "p", "giver.p", &causeway_g_p_state.handler },
	&causeway_g_p_state,
	causeway_g_p_callers,
	causeway_g_p_caller_states,
	1,
	causeway_g_p_methods,
	2,
};

/* provides Plain p: seL4RPCCall plain (groups.camkes:43) */
seL4_Word p_get_sender_id(void)
{
	return causeway_g_p_state.sender;
}

camkes_error_handler_t p_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_p.end, handler);
}

static void causeway_g_p_serve(void)
{
	causeway_rpc_serve(&causeway_g_p);
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
	{ causeway_g_stack_1.guard, "p" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "p", p__init, causeway_g_p_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ NULL, NULL, &causeway_g_p_callers[0] }, /* GIVER_P_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"giver",
	"Giver",
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
