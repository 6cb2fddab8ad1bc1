/*
 * Instance procedure_server of component Server (procedures.camkes:48): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "procedure_server_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* provides Everything e: seL4RPCCall by_procedure (procedures.camkes:36) */
static struct causeway_rpc_server_state causeway_g_e_state;
static struct causeway_rpc_caller_state causeway_g_e_caller_states[1];

/* provides Everything e: seL4RPCCall by_procedure (procedures.camkes:36) */
static void causeway_g_method_e_nothing(struct causeway_message *causeway_g_message)
{
	if (causeway_rpc_taken(causeway_g_message)) {
		e_nothing();
		causeway_rpc_answer(causeway_g_message);
	}
}

static void causeway_g_words_e_nothing(void *causeway_g_message)
{
	(void)causeway_g_message;
	e_nothing();
}

static void causeway_g_method_e_add(struct causeway_message *causeway_g_message)
{
	int a;
	int b;
	causeway_take(causeway_g_message, "a", &a, sizeof a);
	causeway_take(causeway_g_message, "b", &b, sizeof b);
	if (causeway_rpc_taken(causeway_g_message)) {
		int causeway_g_result = e_add(a, b);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_words_e_add(void *causeway_g_message)
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
	causeway_g_reply.causeway_g_result = e_add(a, b);
	memcpy(causeway_g_message, &causeway_g_reply, sizeof causeway_g_reply);
}

static void causeway_g_method_e_is_positive(struct causeway_message *causeway_g_message)
{
	double number;
	causeway_take(causeway_g_message, "number", &number, sizeof number);
	if (causeway_rpc_taken(causeway_g_message)) {
		bool causeway_g_result = e_is_positive(number);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_words_e_is_positive(void *causeway_g_message)
{
	struct {
		double number;
	} __attribute__((packed)) causeway_g_request;
	struct {
		bool causeway_g_result;
	} __attribute__((packed)) causeway_g_reply;
	memcpy(&causeway_g_request, causeway_g_message, sizeof causeway_g_request);
	double number = causeway_g_request.number;
	causeway_g_reply.causeway_g_result = e_is_positive(number);
	memcpy(causeway_g_message, &causeway_g_reply, sizeof causeway_g_reply);
}

static void causeway_g_method_e_greet(struct causeway_message *causeway_g_message)
{
	char *name = NULL;
	name = causeway_take_string(causeway_g_message, "name");
	if (causeway_rpc_taken(causeway_g_message)) {
		char *causeway_g_result = e_greet(name);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "the result", causeway_g_result);
		causeway_free(causeway_g_result);
	}
	causeway_free(name);
}

static void causeway_g_method_e_move(struct causeway_message *causeway_g_message)
{
	struct point place;
	int by;
	causeway_take(causeway_g_message, "place", &place, sizeof place);
	causeway_take(causeway_g_message, "by", &by, sizeof by);
	if (causeway_rpc_taken(causeway_g_message)) {
		struct point causeway_g_result = e_move(place, by);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_method_e_sum(struct causeway_message *causeway_g_message)
{
	char c;
	uint8_t u8;
	int16_t i16;
	uint32_t u32;
	int64_t i64;
	float f;
	double d;
	causeway_take(causeway_g_message, "c", &c, sizeof c);
	causeway_take(causeway_g_message, "u8", &u8, sizeof u8);
	causeway_take(causeway_g_message, "i16", &i16, sizeof i16);
	causeway_take(causeway_g_message, "u32", &u32, sizeof u32);
	causeway_take(causeway_g_message, "i64", &i64, sizeof i64);
	causeway_take(causeway_g_message, "f", &f, sizeof f);
	causeway_take(causeway_g_message, "d", &d, sizeof d);
	if (causeway_rpc_taken(causeway_g_message)) {
		uint64_t causeway_g_result = e_sum(c, u8, i16, u32, i64, f, d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_words_e_sum(void *causeway_g_message)
{
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
	memcpy(&causeway_g_request, causeway_g_message, sizeof causeway_g_request);
	char c = causeway_g_request.c;
	uint8_t u8 = causeway_g_request.u8;
	int16_t i16 = causeway_g_request.i16;
	uint32_t u32 = causeway_g_request.u32;
	int64_t i64 = causeway_g_request.i64;
	float f = causeway_g_request.f;
	double d = causeway_g_request.d;
	causeway_g_reply.causeway_g_result = e_sum(c, u8, i16, u32, i64, f, d);
	memcpy(causeway_g_message, &causeway_g_reply, sizeof causeway_g_reply);
}

static void causeway_g_method_e_scalars(struct causeway_message *causeway_g_message)
{
	colour_t a;
	colour_t b;
	struct point c;
	struct point d;
	causeway_take(causeway_g_message, "a", &a, sizeof a);
	causeway_take(causeway_g_message, "c", &c, sizeof c);
	causeway_take(causeway_g_message, "d", &d, sizeof d);
	if (causeway_rpc_taken(causeway_g_message)) {
		e_scalars(a, &b, &c, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "b", &b, sizeof b);
		causeway_put(causeway_g_message, "c", &c, sizeof c);
	}
}

static void causeway_g_method_e_strings(struct causeway_message *causeway_g_message)
{
	char *a = NULL;
	char *b = NULL;
	char *c = NULL;
	char *d = NULL;
	a = causeway_take_string(causeway_g_message, "a");
	c = causeway_take_string(causeway_g_message, "c");
	d = causeway_take_string(causeway_g_message, "d");
	if (causeway_rpc_taken(causeway_g_message)) {
		e_strings(a, &b, &c, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "b", b);
		causeway_put_string(causeway_g_message, "c", c);
	}
	causeway_free(a);
	causeway_free(b);
	causeway_free(c);
	causeway_free(d);
}

static void causeway_g_method_e_arrays(struct causeway_message *causeway_g_message)
{
	size_t a_sz = 0;
	int *a = NULL;
	size_t b_sz = 0;
	int *b = NULL;
	size_t c_sz = 0;
	struct point *c = NULL;
	size_t d_sz = 0;
	char *d = NULL;
	a = (__typeof__(a))causeway_take_array(causeway_g_message, "a", &a_sz, sizeof *a);
	c = (__typeof__(c))causeway_take_array(causeway_g_message, "c", &c_sz, sizeof *c);
	d = (__typeof__(d))causeway_take_array(causeway_g_message, "d", &d_sz, sizeof *d);
	if (causeway_rpc_taken(causeway_g_message)) {
		e_arrays(a_sz, a, &b_sz, &b, &c_sz, &c, &d_sz, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_array(causeway_g_message, "b", b, b_sz, sizeof *b);
		causeway_put_array(causeway_g_message, "c", c, c_sz, sizeof *c);
	}
	causeway_free(a);
	causeway_free(b);
	causeway_free(c);
	causeway_free(d);
}

static void causeway_g_method_e_string_arrays(struct causeway_message *causeway_g_message)
{
	size_t a_sz = 0;
	char **a = NULL;
	size_t b_sz = 0;
	char **b = NULL;
	size_t c_sz = 0;
	char **c = NULL;
	size_t d_sz = 0;
	char **d = NULL;
	a = causeway_take_strings(causeway_g_message, "a", &a_sz);
	c = causeway_take_strings(causeway_g_message, "c", &c_sz);
	d = causeway_take_strings(causeway_g_message, "d", &d_sz);
	if (causeway_rpc_taken(causeway_g_message)) {
		e_string_arrays(a_sz, a, &b_sz, &b, &c_sz, &c, &d_sz, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_strings(causeway_g_message, "b", b, b_sz);
		causeway_put_strings(causeway_g_message, "c", c, c_sz);
	}
	causeway_free_strings(a, a_sz);
	causeway_free_strings(b, b_sz);
	causeway_free_strings(c, c_sz);
	causeway_free_strings(d, d_sz);
}

static void causeway_g_method_e_repeat(struct causeway_message *causeway_g_message)
{
	char *text = NULL;
	size_t times;
	text = causeway_take_string(causeway_g_message, "text");
	causeway_take(causeway_g_message, "times", &times, sizeof times);
	if (causeway_rpc_taken(causeway_g_message)) {
		char *causeway_g_result = e_repeat(text, times);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "the result", causeway_g_result);
		causeway_free(causeway_g_result);
	}
	causeway_free(text);
}

static const struct causeway_rpc_method causeway_g_e_methods[] = {
	{ "nothing", causeway_g_method_e_nothing, causeway_g_words_e_nothing, CAUSEWAY_RPC_SHORT(0, 0), CAUSEWAY_RPC_SHORT(0, 0) },
	{ "add", causeway_g_method_e_add, causeway_g_words_e_add, CAUSEWAY_RPC_SHORT(1, sizeof(int) + sizeof(int)), CAUSEWAY_RPC_SHORT(0, sizeof(int)) },
	{ "is_positive", causeway_g_method_e_is_positive, causeway_g_words_e_is_positive, CAUSEWAY_RPC_SHORT(2, sizeof(double)), CAUSEWAY_RPC_SHORT(0, sizeof(bool)) },
	{ "greet", causeway_g_method_e_greet, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "move", causeway_g_method_e_move, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "sum", causeway_g_method_e_sum, causeway_g_words_e_sum, CAUSEWAY_RPC_SHORT(5, sizeof(char) + sizeof(uint8_t) + sizeof(int16_t) + sizeof(uint32_t) + sizeof(int64_t) + sizeof(float) + sizeof(double)), CAUSEWAY_RPC_SHORT(0, sizeof(uint64_t)) },
	{ "scalars", causeway_g_method_e_scalars, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "strings", causeway_g_method_e_strings, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "arrays", causeway_g_method_e_arrays, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "string_arrays", causeway_g_method_e_string_arrays, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "repeat", causeway_g_method_e_repeat, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_e_callers[] = {
	{
		"caller.e",
		1,
		&causeway_g_e_state,
		&causeway_g_e_caller_states[0],
		CAUSEWAY_PPC,
		PROCEDURE_SERVER_E_CHANNEL,
		NULL,
		(unsigned char *)PROCEDURE_SERVER_E_ADDRESS,
		8192,
		NULL,
	},
};
static const struct causeway_rpc_server causeway_g_e = {
	{ "e", "procedure_server.e", &causeway_g_e_state.handler },
	&causeway_g_e_state,
	causeway_g_e_callers,
	causeway_g_e_caller_states,
	1,
	causeway_g_e_methods,
	11,
};

/* provides Everything e: seL4RPCCall by_procedure (procedures.camkes:36) */
seL4_Word e_get_sender_id(void)
{
	return causeway_g_e_state.sender;
}

camkes_error_handler_t e_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_e.end, handler);
}

static void causeway_g_e_serve(void)
{
	causeway_rpc_serve(&causeway_g_e);
}

/* Strands: the threads of the component, and their stacks. */
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_0 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[32768];
} causeway_g_stack_1 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "e" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "e", e__init, causeway_g_e_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ NULL, NULL, &causeway_g_e_callers[0] }, /* PROCEDURE_SERVER_E_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"procedure_server",
	"Server",
	0, /* affinity */
	3, /* getpid() */
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
