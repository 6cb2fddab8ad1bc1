/*
 * Instance self of component Self (procedures.camkes:55): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "self_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* uses Everything e: seL4RPCCall by_itself (procedures.camkes:41) */
static struct causeway_rpc_client_state causeway_g_e_state;
static struct {
	struct causeway_rpc_slot slot;
	unsigned char messages[8192];
} causeway_g_e_memory;

/* provides Everything own: seL4RPCCall by_itself (procedures.camkes:42) */
static struct causeway_rpc_server_state causeway_g_own_state;
static struct causeway_rpc_caller_state causeway_g_own_caller_states[1];

/* uses Everything e: seL4RPCCall by_itself (procedures.camkes:41) */
static const struct causeway_rpc_client causeway_g_e = {
	{ "e", "self.e", &causeway_g_e_state.handler },
	&causeway_g_e_state,
	CAUSEWAY_LOCAL,
	0,
	&causeway_g_e_memory.slot,
	causeway_g_e_memory.messages,
	8192,
	&causeway_g_own_state,
	&causeway_g_own_caller_states[0],
};

/* provides Everything own: seL4RPCCall by_itself (procedures.camkes:42) */
static void causeway_g_method_own_nothing(struct causeway_message *causeway_g_message)
{
	if (causeway_rpc_taken(causeway_g_message)) {
		own_nothing();
		causeway_rpc_answer(causeway_g_message);
	}
}

static void causeway_g_method_own_add(struct causeway_message *causeway_g_message)
{
	int a;
	int b;
	causeway_take(causeway_g_message, "a", &a, sizeof a);
	causeway_take(causeway_g_message, "b", &b, sizeof b);
	if (causeway_rpc_taken(causeway_g_message)) {
		int causeway_g_result = own_add(a, b);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_method_own_is_positive(struct causeway_message *causeway_g_message)
{
	double number;
	causeway_take(causeway_g_message, "number", &number, sizeof number);
	if (causeway_rpc_taken(causeway_g_message)) {
		bool causeway_g_result = own_is_positive(number);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_method_own_greet(struct causeway_message *causeway_g_message)
{
	char *name = NULL;
	name = causeway_take_string(causeway_g_message, "name");
	if (causeway_rpc_taken(causeway_g_message)) {
		char *causeway_g_result = own_greet(name);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "the result", causeway_g_result);
		causeway_free(causeway_g_result);
	}
	causeway_free(name);
}

static void causeway_g_method_own_move(struct causeway_message *causeway_g_message)
{
	struct point place;
	int by;
	causeway_take(causeway_g_message, "place", &place, sizeof place);
	causeway_take(causeway_g_message, "by", &by, sizeof by);
	if (causeway_rpc_taken(causeway_g_message)) {
		struct point causeway_g_result = own_move(place, by);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_method_own_sum(struct causeway_message *causeway_g_message)
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
		uint64_t causeway_g_result = own_sum(c, u8, i16, u32, i64, f, d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	}
}

static void causeway_g_method_own_scalars(struct causeway_message *causeway_g_message)
{
	colour_t a;
	colour_t b;
	struct point c;
	struct point d;
	causeway_take(causeway_g_message, "a", &a, sizeof a);
	causeway_take(causeway_g_message, "c", &c, sizeof c);
	causeway_take(causeway_g_message, "d", &d, sizeof d);
	if (causeway_rpc_taken(causeway_g_message)) {
		own_scalars(a, &b, &c, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put(causeway_g_message, "b", &b, sizeof b);
		causeway_put(causeway_g_message, "c", &c, sizeof c);
	}
}

static void causeway_g_method_own_strings(struct causeway_message *causeway_g_message)
{
	char *a = NULL;
	char *b = NULL;
	char *c = NULL;
	char *d = NULL;
	a = causeway_take_string(causeway_g_message, "a");
	c = causeway_take_string(causeway_g_message, "c");
	d = causeway_take_string(causeway_g_message, "d");
	if (causeway_rpc_taken(causeway_g_message)) {
		own_strings(a, &b, &c, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "b", b);
		causeway_put_string(causeway_g_message, "c", c);
	}
	causeway_free(a);
	causeway_free(b);
	causeway_free(c);
	causeway_free(d);
}

static void causeway_g_method_own_arrays(struct causeway_message *causeway_g_message)
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
		own_arrays(a_sz, a, &b_sz, &b, &c_sz, &c, &d_sz, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_array(causeway_g_message, "b", b, b_sz, sizeof *b);
		causeway_put_array(causeway_g_message, "c", c, c_sz, sizeof *c);
	}
	causeway_free(a);
	causeway_free(b);
	causeway_free(c);
	causeway_free(d);
}

static void causeway_g_method_own_string_arrays(struct causeway_message *causeway_g_message)
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
		own_string_arrays(a_sz, a, &b_sz, &b, &c_sz, &c, &d_sz, &d);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_strings(causeway_g_message, "b", b, b_sz);
		causeway_put_strings(causeway_g_message, "c", c, c_sz);
	}
	causeway_free_strings(a, a_sz);
	causeway_free_strings(b, b_sz);
	causeway_free_strings(c, c_sz);
	causeway_free_strings(d, d_sz);
}

static void causeway_g_method_own_repeat(struct causeway_message *causeway_g_message)
{
	char *text = NULL;
	size_t times;
	text = causeway_take_string(causeway_g_message, "text");
	causeway_take(causeway_g_message, "times", &times, sizeof times);
	if (causeway_rpc_taken(causeway_g_message)) {
		char *causeway_g_result = own_repeat(text, times);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "the result", causeway_g_result);
		causeway_free(causeway_g_result);
	}
	causeway_free(text);
}

static const struct causeway_rpc_method causeway_g_own_methods[] = {
	{ "nothing", causeway_g_method_own_nothing, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "add", causeway_g_method_own_add, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "is_positive", causeway_g_method_own_is_positive, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "greet", causeway_g_method_own_greet, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "move", causeway_g_method_own_move, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "sum", causeway_g_method_own_sum, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "scalars", causeway_g_method_own_scalars, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "strings", causeway_g_method_own_strings, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "arrays", causeway_g_method_own_arrays, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "string_arrays", causeway_g_method_own_string_arrays, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "repeat", causeway_g_method_own_repeat, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_own_callers[] = {
	{
		"self.e",
		1,
		&causeway_g_own_state,
		&causeway_g_own_caller_states[0],
		CAUSEWAY_LOCAL,
		0,
		&causeway_g_e_memory.slot,
		causeway_g_e_memory.messages,
		8192,
		&causeway_g_e_state,
	},
};
static const struct causeway_rpc_server causeway_g_own = {
	{ "own", "self.own", &causeway_g_own_state.handler },
	&causeway_g_own_state,
	causeway_g_own_callers,
	causeway_g_own_caller_states,
	1,
	causeway_g_own_methods,
	11,
};

/* uses Everything e: seL4RPCCall by_itself (procedures.camkes:41) */
void e_nothing(void)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "nothing");
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 0);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
}

int e_add(int a, int b)
{
	struct causeway_message causeway_g_message;
	int causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "add");
	causeway_put(&causeway_g_message, "a", &a, sizeof a);
	causeway_put(&causeway_g_message, "b", &b, sizeof b);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 1);
	causeway_take(&causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
}

bool e_is_positive(double number)
{
	struct causeway_message causeway_g_message;
	bool causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "is_positive");
	causeway_put(&causeway_g_message, "number", &number, sizeof number);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 2);
	causeway_take(&causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
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
	struct causeway_message causeway_g_message;
	uint64_t causeway_g_result;
	causeway_rpc_begin(&causeway_g_e, &causeway_g_message, "sum");
	causeway_put(&causeway_g_message, "c", &c, sizeof c);
	causeway_put(&causeway_g_message, "u8", &u8, sizeof u8);
	causeway_put(&causeway_g_message, "i16", &i16, sizeof i16);
	causeway_put(&causeway_g_message, "u32", &u32, sizeof u32);
	causeway_put(&causeway_g_message, "i64", &i64, sizeof i64);
	causeway_put(&causeway_g_message, "f", &f, sizeof f);
	causeway_put(&causeway_g_message, "d", &d, sizeof d);
	causeway_rpc_go(&causeway_g_e, &causeway_g_message, 5);
	causeway_take(&causeway_g_message, "the result", &causeway_g_result, sizeof causeway_g_result);
	causeway_rpc_end(&causeway_g_e, &causeway_g_message);
	return causeway_g_result;
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

/* provides Everything own: seL4RPCCall by_itself (procedures.camkes:42) */
seL4_Word own_get_sender_id(void)
{
	return causeway_g_own_state.sender;
}

camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_own.end, handler);
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
	{ "own", own__init, causeway_g_own_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

const struct causeway_component causeway_g_component = {
	"self",
	"Self",
	0, /* affinity */
	6, /* getpid() */
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
