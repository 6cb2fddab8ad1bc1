/*
 * Instance left of component Left (own-connectors.camkes:28): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>


/* Functions that the connector's own C may define in place of these. */
#define ring_emit ring_builtin_emit
#define done_wait done_builtin_wait
#define done_poll done_builtin_poll
#define question_ask question_builtin_ask
#define question_end question_builtin_end
#include "camkes.h"
#include "left_pd.h"

/* Functions of the connector's own that stand before the component's. */

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* consumes Done done: seL4NotificationNative ends (own-connectors.camkes:16) */
static struct causeway_notification causeway_g_done_notification = { CAUSEWAY_NOTIFICATION_MARK, "left.done", 0, { NULL, NULL }, false };
static const struct causeway_signal causeway_g_done_sources[] = {
	{ &causeway_g_done_notification, 0xbad1dea },
};

/* uses Question question: seL4RPCCall asks (own-connectors.camkes:17) */
static struct causeway_rpc_client_state causeway_g_question_state;

/* emits Ring ring: seL4Notification rings (own-connectors.camkes:15) */
static const unsigned char causeway_g_ring_channels[] = {
	LEFT_RING_CHANNEL, /* to right */
};
static const struct causeway_emitter causeway_g_ring = { causeway_g_ring_channels, 1, NULL, 0, NULL };

/* uses Question question: seL4RPCCall asks (own-connectors.camkes:17) */
static const struct causeway_rpc_client causeway_g_question = {
	{ "question", "left.question", &causeway_g_question_state.handler },
	&causeway_g_question_state,
	CAUSEWAY_QUEUE,
	LEFT_QUESTION_CHANNEL,
	(struct causeway_rpc_slot *)LEFT_QUESTION_ADDRESS,
	(unsigned char *)LEFT_QUESTION_ADDRESS + sizeof(struct causeway_rpc_slot),
	4080,
	NULL,
	NULL,
};

/* emits Ring ring: seL4Notification rings (own-connectors.camkes:15) */
void ring_emit_underlying(void)
{
	causeway_emit(&causeway_g_ring);
}

void ring_emit(void)
{
	ring_emit_underlying();
}

/* consumes Done done: seL4NotificationNative ends (own-connectors.camkes:16) */
void done_wait(void)
{
	causeway_notification_wait(&causeway_g_done_notification);
}

int done_poll(void)
{
	seL4_Word badge;
	return causeway_notification_poll(&causeway_g_done_notification, &badge);
}

/* uses Question question: seL4RPCCall asks (own-connectors.camkes:17) */
char *question_ask(const char *what, int *cost)
{
	struct causeway_message causeway_g_message;
	char *causeway_g_result;
	causeway_rpc_begin(&causeway_g_question, &causeway_g_message, "ask");
	causeway_put_string(&causeway_g_message, "what", what);
	causeway_rpc_go(&causeway_g_question, &causeway_g_message, 0);
	causeway_g_result = causeway_take_string(&causeway_g_message, "the result");
	causeway_take(&causeway_g_message, "cost", cost, sizeof *cost);
	causeway_rpc_end(&causeway_g_question, &causeway_g_message);
	return causeway_g_result;
}

void question_end(void)
{
	struct causeway_message causeway_g_message;
	causeway_rpc_begin(&causeway_g_question, &causeway_g_message, "end");
	causeway_rpc_go(&causeway_g_question, &causeway_g_message, 1);
	causeway_rpc_end(&causeway_g_question, &causeway_g_message);
}

camkes_error_handler_t question_register_error_handler(camkes_error_handler_t handler)
{
	return causeway_rpc_set_handler(&causeway_g_question.end, handler);
}

/* What the connector's own C does not define. */
extern __typeof__(ring_builtin_emit) causeway_g_ring_emit __asm__("ring_emit")
	__attribute__((weak, alias("ring_builtin_emit")));
extern __typeof__(done_builtin_wait) causeway_g_done_wait __asm__("done_wait")
	__attribute__((weak, alias("done_builtin_wait")));
extern __typeof__(done_builtin_poll) causeway_g_done_poll __asm__("done_poll")
	__attribute__((weak, alias("done_builtin_poll")));
extern __typeof__(question_builtin_ask) causeway_g_question_ask __asm__("question_ask")
	__attribute__((weak, alias("question_builtin_ask")));
extern __typeof__(question_builtin_end) causeway_g_question_end __asm__("question_end")
	__attribute__((weak, alias("question_builtin_end")));

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
	{ causeway_g_stack_1.guard, "done" },
};
static struct causeway_strand_state causeway_g_strand_states[2];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "done", done__init, NULL, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ NULL, NULL, NULL },
	{ causeway_signalled, &causeway_g_done_sources[0], NULL }, /* LEFT_DONE_CHANNEL */
	{ causeway_rpc_replied, &causeway_g_question, NULL }, /* LEFT_QUESTION_CHANNEL */
};

const struct causeway_component causeway_g_component = {
	"left",
	"Left",
	0, /* affinity */
	2, /* getpid() */
	pre_init,
	post_init,
	run,
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
