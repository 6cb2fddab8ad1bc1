/*
 * Instance user of component User (groups.camkes:53): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "user_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* uses Plain p: seL4RPCCall plain (groups.camkes:39) */
static struct causeway_rpc_client_state causeway_g_p_state;

/* uses Plain p: seL4RPCCall plain (groups.camkes:39) */
static const struct causeway_rpc_client causeway_g_p = {
	{ "p", "user.p", &causeway_g_p_state.handler },
	&causeway_g_p_state,
	CAUSEWAY_PPC,
	USER_P_CHANNEL,
	NULL,
	(unsigned char *)USER_P_ADDRESS,
	4096,
	NULL,
	NULL,
};

/* uses Plain p: seL4RPCCall plain (groups.camkes:39) */
int p_add(int a, int b)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"add", CAUSEWAY_RPC_SHORT(0, sizeof(int) + sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int))
	};
	union {
		uint64_t words[CAUSEWAY_RPC_WORDS];
		struct {
			int a;
			int b;
		} __attribute__((packed)) causeway_g_request;
		struct {
			int causeway_g_result;
		} __attribute__((packed)) causeway_g_reply;
	} causeway_g_message;
	if (sizeof causeway_g_message.causeway_g_request % sizeof(uint64_t))
		causeway_g_message.words[sizeof causeway_g_message.causeway_g_request / sizeof(uint64_t)] = 0;
	causeway_g_message.causeway_g_request.a = a;
	causeway_g_message.causeway_g_request.b = b;
	causeway_rpc_call_words(&causeway_g_p, &causeway_g_method, causeway_g_message.words);
	return causeway_g_message.causeway_g_reply.causeway_g_result;
}

void p_all(size_t numbers_sz, const int *numbers, char **text)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_p, &causeway_g_message, "all");
	causeway_put_array(&causeway_g_message, "numbers", numbers, numbers_sz, sizeof *numbers);
	causeway_rpc_go(&causeway_g_p, &causeway_g_message, 1);
	*text = causeway_take_string(&causeway_g_message, "text");
	causeway_rpc_end(&causeway_g_p, &causeway_g_message);
}

camkes_error_handler_t p_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_p.end, handler);
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
	"user",
	"User",
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
	NULL,
	0,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
