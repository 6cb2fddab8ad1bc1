/*
 * Instance caller of component Client (procedures.camkes:47): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "caller_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* uses Everything e: seL4RPCCall by_procedure (procedures.camkes:32) */
static struct causeway_rpc_client_state causeway_g_e_state;

/* uses Everything e: seL4RPCCall by_procedure (procedures.camkes:32) */
static const struct causeway_rpc_client causeway_g_e = {
	{ "e", "caller.e", &causeway_g_e_state.handler },
	&causeway_g_e_state,
	CAUSEWAY_PPC,
	CALLER_E_CHANNEL,
	NULL,
	(unsigned char *)CALLER_E_ADDRESS,
	8192,
	NULL,
	NULL,
};

/* uses Everything e: seL4RPCCall by_procedure (procedures.camkes:32) */
void e_nothing(void)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"nothing", CAUSEWAY_RPC_SHORT(0, 0), CAUSEWAY_RPC_SHORT(0, 0)
	};
	union {
		uint64_t words[CAUSEWAY_RPC_WORDS];
	} causeway_g_message;
	causeway_rpc_call_words(&causeway_g_e, &causeway_g_method, causeway_g_message.words);
}

int e_add(int a, int b)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"add", CAUSEWAY_RPC_SHORT(1, sizeof(int) + sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int))
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
	causeway_rpc_call_words(&causeway_g_e, &causeway_g_method, causeway_g_message.words);
	return causeway_g_message.causeway_g_reply.causeway_g_result;
}

bool e_is_positive(double number)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"is_positive", CAUSEWAY_RPC_SHORT(2, sizeof(double)), CAUSEWAY_RPC_SHORT(0, sizeof(bool))
	};
	union {
		uint64_t words[CAUSEWAY_RPC_WORDS];
		struct {
			double number;
		} __attribute__((packed)) causeway_g_request;
		struct {
			bool causeway_g_result;
		} __attribute__((packed)) causeway_g_reply;
	} causeway_g_message;
	if (sizeof causeway_g_message.causeway_g_request % sizeof(uint64_t))
		causeway_g_message.words[sizeof causeway_g_message.causeway_g_request / sizeof(uint64_t)] = 0;
	causeway_g_message.causeway_g_request.number = number;
	causeway_rpc_call_words(&causeway_g_e, &causeway_g_method, causeway_g_message.words);
	return causeway_g_message.causeway_g_reply.causeway_g_result;
}

char *e_greet(const char *name)
{
	struct causeway_message causeway_g_message;
	char *causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "greet");
	causeway_put_string(&causeway_g_message, "name", name);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 3);
	causeway_g_result = causeway_take_string(&causeway_g_message, "the result");
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
}

struct point e_move(struct point place, int by)
{
	struct causeway_message causeway_g_message;
	struct point causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "move");
	causeway_put(&causeway_g_message, "place", &place, sizeof place);
	causeway_put(&causeway_g_message, "by", &by, sizeof by);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 4);
	causeway_take(&causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
}

uint64_t e_sum(char c, uint8_t u8, int16_t i16, uint32_t u32, int64_t i64, float f, double d)
{
	static const struct causeway_rpc_short_method causeway_g_method = {
		"sum", CAUSEWAY_RPC_SHORT(5, sizeof(char) + sizeof(uint8_t) + sizeof(int16_t) + sizeof(uint32_t) + sizeof(int64_t) + sizeof(float) + sizeof(double)), CAUSEWAY_RPC_SHORT(0, sizeof(uint64_t))
	};
	union {
		uint64_t words[CAUSEWAY_RPC_WORDS];
		struct {
			char c;
			uint8_t u8;
			int16_t i16;
			uint32_t u32;
			int64_t i64;
			float f;
			double d;
		} __attribute__((packed)) causeway_g_request;
		struct {
			uint64_t causeway_g_result;
		} __attribute__((packed)) causeway_g_reply;
	} causeway_g_message;
	if (sizeof causeway_g_message.causeway_g_request % sizeof(uint64_t))
		causeway_g_message.words[sizeof causeway_g_message.causeway_g_request / sizeof(uint64_t)] = 0;
	causeway_g_message.causeway_g_request.c = c;
	causeway_g_message.causeway_g_request.u8 = u8;
	causeway_g_message.causeway_g_request.i16 = i16;
	causeway_g_message.causeway_g_request.u32 = u32;
	causeway_g_message.causeway_g_request.i64 = i64;
	causeway_g_message.causeway_g_request.f = f;
	causeway_g_message.causeway_g_request.d = d;
	causeway_rpc_call_words(&causeway_g_e, &causeway_g_method, causeway_g_message.words);
	return causeway_g_message.causeway_g_reply.causeway_g_result;
}

void e_scalars(colour_t a, colour_t *b, struct point *c, const struct point *d)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "scalars");
	causeway_put(&causeway_g_message, "a", &a, sizeof a);
	causeway_put(&causeway_g_message, "c", c, sizeof *c);
	causeway_put(&causeway_g_message, "d", d, sizeof *d);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 6);
	causeway_take(&causeway_g_message, "b", b, sizeof *b);
	causeway_take(&causeway_g_message, "c", c, sizeof *c);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
}

void e_strings(const char *a, char **b, char **c, char **d)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "strings");
	causeway_put_string(&causeway_g_message, "a", a);
	causeway_put_string(&causeway_g_message, "c", *c);
	causeway_put_string(&causeway_g_message, "d", *d);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 7);
	*b = causeway_take_string(&causeway_g_message, "b");
	causeway_free(*c);
	*c = causeway_take_string(&causeway_g_message, "c");
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
}

void e_arrays(size_t a_sz, const int *a, size_t *b_sz, int **b, size_t *c_sz, struct point **c, const size_t *d_sz, char **d)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "arrays");
	causeway_put_array(&causeway_g_message, "a", a, a_sz, sizeof *a);
	causeway_put_array(&causeway_g_message, "c", *c, *c_sz, sizeof **c);
	causeway_put_array(&causeway_g_message, "d", *d, *d_sz, sizeof **d);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 8);
	*b = (__typeof__(*b))causeway_take_array(&causeway_g_message, "b", b_sz, sizeof **b);
	causeway_free(*c);
	*c = (__typeof__(*c))causeway_take_array(&causeway_g_message, "c", c_sz, sizeof **c);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
}

void e_string_arrays(size_t a_sz, char **a, size_t *b_sz, char ***b, size_t *c_sz, char ***c, const size_t *d_sz, char ***d)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "string_arrays");
	causeway_put_strings(&causeway_g_message, "a", a, a_sz);
	causeway_put_strings(&causeway_g_message, "c", *c, *c_sz);
	causeway_put_strings(&causeway_g_message, "d", *d, *d_sz);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 9);
	*b = causeway_take_strings(&causeway_g_message, "b", b_sz);
	causeway_free_strings(*c, *c_sz);
	*c = causeway_take_strings(&causeway_g_message, "c", c_sz);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
}

char *e_repeat(const char *text, size_t times)
{
	struct causeway_message causeway_g_message;
	char *causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "repeat");
	causeway_put_string(&causeway_g_message, "text", text);
	causeway_put(&causeway_g_message, "times", &times, sizeof times);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 10);
	causeway_g_result = causeway_take_string(&causeway_g_message, "the result");
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
}

camkes_error_handler_t e_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_e.end, handler);
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
	"caller",
	"Client",
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
	NULL,
	0,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
