/*
 * Instance right of component Right (own-connectors.camkes:29): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>


/* Functions that the connector's own C may define in place of these. */
#define ring_wait ring_builtin_wait
#define ring_poll ring_builtin_poll
#define ring_reg_callback ring_builtin_reg_callback
#include "camkes.h"
#include "right_pd.h"

/* Functions of the connector's own that stand before the component's. */
extern __typeof__(question_ask) question_served_ask WEAK;
#define question_ask(...) (question_served_ask ? question_served_ask : question_ask)(__VA_ARGS__)
extern __typeof__(question_end) question_served_end WEAK;
#define question_end(...) (question_served_end ? question_served_end : question_end)(__VA_ARGS__)

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Ring ring: seL4Notification rings (own-connectors.camkes:21) */
static struct causeway_event_state causeway_g_ring_state;
static const struct causeway_event causeway_g_ring = { "right.ring", &causeway_g_ring_state, NULL };

/* provides Question question: seL4RPCCall asks (own-connectors.camkes:23) */
static struct causeway_rpc_server_state causeway_g_question_state;
static struct causeway_rpc_caller_state causeway_g_question_caller_states[1];

/* emits Done done: seL4NotificationNative ends (own-connectors.camkes:22) */
static const unsigned char causeway_g_done_channels[] = {
	RIGHT_DONE_CHANNEL, /* to left */
};
static const struct causeway_emitter causeway_g_done = { causeway_g_done_channels, 1, NULL, 0, NULL };

/* provides Question question: seL4RPCCall asks (own-connectors.camkes:23) */
static void causeway_g_method_question_ask(struct causeway_message *causeway_g_message)
{
	char *what = NULL;
	int cost;
	what = causeway_take_string(causeway_g_message, "what");
	if (causeway_rpc_taken(causeway_g_message)) {
		char *causeway_g_result = question_ask(what, &cost);
		causeway_rpc_answer(causeway_g_message);
		causeway_put_string(causeway_g_message, "the result", causeway_g_result);
		causeway_free(causeway_g_result);
		causeway_put(causeway_g_message, "cost", &cost, sizeof cost);
	}
	causeway_free(what);
}

static void causeway_g_method_question_end(struct causeway_message *causeway_g_message)
{
	if (causeway_rpc_taken(causeway_g_message)) {
		question_end();
		causeway_rpc_answer(causeway_g_message);
	}
}

static const struct causeway_rpc_method causeway_g_question_methods[] = {
	{ "ask", causeway_g_method_question_ask, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
	{ "end", causeway_g_method_question_end, NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT },
};
static const struct causeway_rpc_caller causeway_g_question_callers[] = {
	{
		"left.question",
		1,
		&causeway_g_question_state,
		&causeway_g_question_caller_states[0],
		CAUSEWAY_QUEUE,
		RIGHT_QUESTION_CHANNEL,
		(struct causeway_rpc_slot *)RIGHT_QUESTION_ADDRESS,
		(unsigned char *)RIGHT_QUESTION_ADDRESS + sizeof(struct causeway_rpc_slot),
		4080,
		NULL,
	},
};
static const struct causeway_rpc_server causeway_g_question = {
	{ "question", "right.question", &causeway_g_question_state.handler },
	&causeway_g_question_state,
	causeway_g_question_callers,
	causeway_g_question_caller_states,
	1,
	causeway_g_question_methods,
	2,
};

/* consumes Ring ring: seL4Notification rings (own-connectors.camkes:21) */
void ring_wait(void)
{
	causeway_event_wait(&causeway_g_ring);
}

int ring_poll(void)
{
	return causeway_event_poll(&causeway_g_ring);
}

int ring_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_ring, callback, argument);
}

camkes_error_handler_t ring_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* emits Done done: seL4NotificationNative ends (own-connectors.camkes:22) */
void done_emit_underlying(void)
{
	causeway_emit(&causeway_g_done);
}

void done_emit(void)
{
	done_emit_underlying();
}

/* provides Question question: seL4RPCCall asks (own-connectors.camkes:23) */
seL4_Word question_get_sender_id(void)
{
	return causeway_g_question_state.sender;
}

camkes_error_handler_t question_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_question.end, handler);
}

/* What the connector's own C does not define. */
extern __typeof__(ring_builtin_wait) causeway_g_ring_wait __asm__("ring_wait")
	__attribute__((weak, alias("ring_builtin_wait")));
extern __typeof__(ring_builtin_poll) causeway_g_ring_poll __asm__("ring_poll")
	__attribute__((weak, alias("ring_builtin_poll")));
extern __typeof__(ring_builtin_reg_callback) causeway_g_ring_reg_callback __asm__("ring_reg_callback")
	__attribute__((weak, alias("ring_builtin_reg_callback")));

static void causeway_g_ring_serve(void)
{
	causeway_event_serve(&causeway_g_ring);
}

static void causeway_g_question_serve(void)
{
	causeway_rpc_serve(&causeway_g_question);
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
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "ring" },
	{ causeway_g_stack_2.guard, "question" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "ring", ring__init, causeway_g_ring_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "question", question__init, causeway_g_question_serve, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_ring, NULL }, /* RIGHT_RING_CHANNEL */
	{ NULL, NULL, NULL },
	{ causeway_rpc_requested, &causeway_g_question_callers[0], NULL }, /* RIGHT_QUESTION_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"right",
	"Right",
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
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
