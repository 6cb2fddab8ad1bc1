/*
 * Messages: what fits, what does not, and what comes from a peer that means harm. The client calls on channel
 * 1 and the server is called on 33, as the fake substrate joins them; by queue, the test plays the other
 * side.
 */
#include "../unit/test.h"

#include "camkes/rpc.h"
#include "causeway/lock.h"
#include "fake.h"
#include "microkit.h"

#include <string.h>
#include <sys/wait.h>

enum { MEMORY = 64, CALL_CHANNEL = 1, SERVED_CHANNEL = 33, QUEUE_CHANNEL = 2, REQUEST_CHANNEL = 34 };

static unsigned char memory[MEMORY];
static struct {
	struct causeway_rpc_slot slot;
	unsigned char messages[MEMORY];
} queue;

static struct causeway_rpc_client_state caller_state, waiter_state;
static struct causeway_rpc_server_state server_state;
static struct causeway_rpc_caller_state caller_states[2];

static const struct causeway_rpc_client caller = {
	{ "c", "test.c", &caller_state.handler },
	&caller_state,
	CAUSEWAY_PPC,
	CALL_CHANNEL,
	NULL,
	memory,
	MEMORY,
	NULL,
	NULL,
};
static const struct causeway_rpc_client waiter = {
	{ "w", "test.w", &waiter_state.handler },
	&waiter_state,
	CAUSEWAY_QUEUE,
	QUEUE_CHANNEL,
	&queue.slot,
	queue.messages,
	MEMORY,
	NULL,
	NULL,
};

/* ------------------------------------------------- the server of the tests */

static char *received;
static size_t received_count;
static seL4_Word sender;

static void serve_echo(struct causeway_message *message)
{
	char *text = causeway_take_string(message, "text");
	if (causeway_rpc_taken(message)) {
		sender = server_state.sender;
		received = strdup(text);
		causeway_rpc_answer(message);
		causeway_put_string(message, "the result", text);
	}
	causeway_free(text);
}

static void serve_count(struct causeway_message *message)
{
	size_t count;
	int *items = causeway_take_array(message, "items", &count, sizeof *items);
	if (causeway_rpc_taken(message)) {
		received_count = count;
		causeway_rpc_answer(message);
		causeway_put(message, "the result", &count, sizeof count);
	}
	causeway_free(items);
}

static void serve_strings(struct causeway_message *message)
{
	size_t count;
	char **strings = causeway_take_strings(message, "strings", &count);
	if (causeway_rpc_taken(message)) {
		received_count = count;
		causeway_rpc_answer(message);
	}
	causeway_free_strings(strings, count);
}

static struct causeway_semaphore released;
static const struct causeway_lock release = { "test.release", &released };
static unsigned served;

static void serve_wait(struct causeway_message *message)
{
	if (causeway_rpc_taken(message)) {
		causeway_counting_wait(&release);
		served++;
		causeway_rpc_answer(message);
	}
}

static unsigned negated_out_of_words;

static void serve_negate(struct causeway_message *message)
{
	int number;
	causeway_take(message, "number", &number, sizeof number);
	if (causeway_rpc_taken(message)) {
		number = -number;
		causeway_rpc_answer(message);
		causeway_put(message, "the result", &number, sizeof number);
	}
}

static void negate_words(void *words)
{
	int number;
	memcpy(&number, words, sizeof number);
	number = -number;
	memcpy(words, &number, sizeof number);
	negated_out_of_words++;
}

#define NOT_SHORT NULL, CAUSEWAY_RPC_NOT_SHORT, CAUSEWAY_RPC_NOT_SHORT
static const struct causeway_rpc_method methods[] = {
	{ "echo", serve_echo, NOT_SHORT },
	{ "count", serve_count, NOT_SHORT },
	{ "strings", serve_strings, NOT_SHORT },
	{ "wait", serve_wait, NOT_SHORT },
	{ "negate", serve_negate, negate_words, CAUSEWAY_RPC_SHORT(4, sizeof(int)),
	  CAUSEWAY_RPC_SHORT(0, sizeof(int)) },
};
static const struct causeway_rpc_caller callers[] = {
	{ "test.c", 18, &server_state, &caller_states[0], CAUSEWAY_PPC, SERVED_CHANNEL, NULL, memory, MEMORY,
	  NULL },
	{ "other.c", 19, &server_state, &caller_states[1], CAUSEWAY_QUEUE, REQUEST_CHANNEL, &queue.slot,
	  queue.messages, MEMORY, NULL },
};
static const struct causeway_rpc_server server = {
	{ "s", "test.s", &server_state.handler }, &server_state, callers, caller_states, 2, methods, 5,
};

static void serve(void)
{
	causeway_rpc_serve(&server);
}

static void start(void)
{
	fake_program.a_serve = serve;
	fake_listen(SERVED_CHANNEL, (struct causeway_channel){ NULL, NULL, &callers[0] });
	fake_listen(REQUEST_CHANNEL, (struct causeway_channel){ causeway_rpc_requested, &callers[1], NULL });
	fake_listen(QUEUE_CHANNEL, (struct causeway_channel){ causeway_rpc_replied, &waiter, NULL });
	init();
}

/* ----------------------------------------------------------- error handlers */

static unsigned errors;
static camkes_error_t last;
static camkes_error_action_t answer = CEA_DISCARD;

static camkes_error_action_t count_error(camkes_error_t *error)
{
	errors++;
	last = *error;
	CHECK(!strcmp(error->instance, "test"));
	fake_note(error->description);
	return answer;
}

static char *echo(const char *text)
{
	struct causeway_message message;
	causeway_rpc_begin(&caller, &message, "echo");
	causeway_put_string(&message, "text", text);
	causeway_rpc_go(&caller, &message, 0);
	char *result = causeway_take_string(&message, "the result");
	causeway_rpc_end(&caller, &message);
	return result;
}

static void check_echo(const char *text)
{
	char *result = echo(text);
	CHECK(result && !strcmp(result, text) && !strcmp(received, text));
	free(result);
	free(received);
	received = NULL;
}

/* -------------------------------------------------------------------- tests */

COMPONENT_TEST(messages_travel_in_memory)
{
	start();
	check_echo("");
	check_echo("text");
	CHECK(!memcmp(memory, "text", 5));
	CHECK(sender == 18);
}

COMPONENT_TEST(what_just_fits_goes_and_one_byte_more_is_an_error_before_anything_is_sent)
{
	char text[MEMORY + 1];
	memset(text, 'x', sizeof text);
	text[MEMORY - 1] = '\0';
	start();
	check_echo(text);
	text[MEMORY - 1] = 'x';
	text[MEMORY] = '\0';
	CHECK(causeway_rpc_set_handler(&caller.end, count_error) == NULL);
	CHECK(!echo(text));
	CHECK(errors == 1 && last.type == CE_BUFFER_LENGTH_EXCEEDED && last.target_length == MEMORY + 1);
	CHECK(!strcmp(last.interface, "c") && !received);
	CHECK(!strcmp(fake_log, "buffer exceeded while marshalling text in echo "));
	CHECK(causeway_rpc_set_handler(&caller.end, NULL) == count_error);
	check_echo("after an error");
}

COMPONENT_TEST(the_component_s_handler_is_asked_where_an_interface_has_none)
{
	char text[MEMORY + 1];
	memset(text, 'x', MEMORY);
	text[MEMORY] = '\0';
	start();
	camkes_register_error_handler(count_error);
	CHECK(!echo(text));
	CHECK(errors == 1);
}

static void overflow(void)
{
	char text[MEMORY + 1];
	memset(text, 'x', MEMORY);
	text[MEMORY] = '\0';
	start();
	echo(text);
}

TEST(without_a_handler_an_error_ends_the_component)
{
	assert_true(WIFSIGNALED(fake_isolate(overflow)));
}

/* Calls "negate" with a client's idea of it. Returns the result. */
static int negate(uint64_t request, uint64_t reply, int number)
{
	const struct causeway_rpc_short_method method = { "negate", request, reply };
	uint64_t words[CAUSEWAY_RPC_WORDS] = { (unsigned)number, 0x5a5a };
	causeway_rpc_call_words(&caller, &method, words);
	memcpy(&number, words, sizeof number);
	return number;
}

static const uint64_t negate_request = CAUSEWAY_RPC_SHORT(4, sizeof(int)),
		      negate_reply = CAUSEWAY_RPC_SHORT(0, sizeof(int));

COMPONENT_TEST(values_alone_go_from_words_to_words)
{
	start();
	CHECK(negate(negate_request, negate_reply, 7) == -7);
	CHECK(negated_out_of_words == 1 && server_state.sender == 18);
}

COMPONENT_TEST(a_request_that_is_not_as_long_as_it_should_be_is_read_with_care)
{
	start();
	server_state.handler = count_error;
	caller_state.handler = count_error;
	CHECK(negate(CAUSEWAY_RPC_SHORT(4, 8), negate_reply, 7) == 0);
	CHECK(!negated_out_of_words && errors == 2);
	CHECK(strstr(fake_log, "excess trailing bytes") && strstr(fake_log, "the server gave up"));
}

COMPONENT_TEST(a_request_whose_registers_did_not_come_is_none_of_values)
{
	int number = 8;
	memcpy(memory, &number, sizeof number);
	start();
	caller_state.handler = count_error;
	/* It is served out of the memory, and the reply lies there. */
	CHECK(negate(negate_request & ~(uint64_t)127, negate_reply, 7) == 0);
	CHECK(!negated_out_of_words && errors == 1);
	memcpy(&number, memory, sizeof number);
	CHECK(number == -8);
}

COMPONENT_TEST(a_reply_that_is_not_as_long_as_it_should_be_is_an_error_and_zero)
{
	static const size_t lengths[] = { 0, 2, 8 };
	start();
	caller_state.handler = count_error;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		CHECK(negate(negate_request, CAUSEWAY_RPC_SHORT(0, lengths[i]), 7) == 0);
	CHECK(errors == 3 && last.type == CE_MALFORMED_RPC_PAYLOAD && strstr(fake_log, "truncated message"));
}

/* A request as a client might write it. Returns the reply's label. */
static uint64_t request(unsigned method, const void *data, size_t size, size_t claimed)
{
	memcpy(queue.messages, data, size);
	queue.slot.label = method | (uint64_t)claimed << 16;
	queue.slot.turn = 1;
	fake_deliver(REQUEST_CHANNEL);
	CHECK(queue.slot.turn == 0);
	return queue.slot.label;
}

enum { DISCARDED = 1 };

COMPONENT_TEST(a_string_without_an_end_is_not_taken)
{
	start();
	server_state.handler = count_error;
	CHECK(request(0, "endless", 7, 7) == DISCARDED);
	CHECK(errors == 1 && last.type == CE_MALFORMED_RPC_PAYLOAD && !received);
	CHECK(fake_notified[REQUEST_CHANNEL] == 1);
}

COMPONENT_TEST(what_is_left_of_a_message_is_an_error)
{
	start();
	server_state.handler = count_error;
	CHECK(request(0, "text\0more", 9, 9) == DISCARDED);
	CHECK(errors == 1 && last.type == CE_MALFORMED_RPC_PAYLOAD && !received);
}

COMPONENT_TEST(a_message_cannot_claim_to_be_longer_than_the_memory)
{
	start();
	server_state.handler = count_error;
	CHECK(request(0, "text", 5, MEMORY + 1) == DISCARDED);
	CHECK(request(0, "text", 5, (size_t)1 << 40) == DISCARDED);
	CHECK(errors == 2 && !received);
	CHECK(strstr(fake_log, "truncated message") && !strstr(fake_log, "excess"));
}

COMPONENT_TEST(an_array_cannot_claim_more_items_than_there_are)
{
	static const size_t counts[] = { 3, SIZE_MAX, SIZE_MAX / 4 + 1, (size_t)1 << 62 };
	start();
	server_state.handler = count_error;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct {
			size_t count;
			int items[2];
		} data = { counts[i], { 0x01010101, 0x01010101 } };
		CHECK(request(1, &data, sizeof data, sizeof data) == DISCARDED);
		CHECK(request(2, &data, sizeof data, sizeof data) == DISCARDED);
	}
	CHECK(errors == 8 && received_count == 0);
	CHECK(strstr(fake_log, "truncated message") && !strstr(fake_log, "excess"));
	size_t two[2] = { 2, 1 };
	CHECK(request(1, two, sizeof two, sizeof two) != DISCARDED);
	CHECK(received_count == 2);
}

COMPONENT_TEST(a_method_that_does_not_exist_is_an_error)
{
	start();
	server_state.handler = count_error;
	CHECK(request(5, "", 1, 1) == DISCARDED);
	CHECK(errors == 1 && last.type == CE_INVALID_METHOD_INDEX && last.invalid_index == 5 && last.upper_bound == 4);
}

COMPONENT_TEST(an_ignored_error_goes_on_with_what_is_there)
{
	start();
	server_state.handler = count_error;
	answer = CEA_IGNORE;
	CHECK(request(0, "text\0more", 9, 9) != DISCARDED);
	CHECK(errors == 1 && !strcmp(received, "text"));
}

COMPONENT_TEST(a_server_is_asked_by_the_queue_only_when_it_is_its_turn)
{
	start();
	fake_deliver(REQUEST_CHANNEL);
	fake_deliver(REQUEST_CHANNEL);
	CHECK(!received && !fake_notified[REQUEST_CHANNEL]);
	CHECK(request(0, "text", 5, 5) == (uint64_t)5 << 16);
	CHECK(!strcmp(received, "text") && sender == 19);
}

static void release_in_callback(void *unused)
{
	(void)unused;
	causeway_counting_post(&release);
}

static void register_release(void)
{
	causeway_event_reg_callback(&fake_b, release_in_callback, NULL);
}

COMPONENT_TEST(a_handler_may_block_and_what_is_notified_meanwhile_is_served_once)
{
	fake_program.b_init = register_release;
	start();
	queue.slot.label = 3;
	queue.slot.turn = 1;
	for (int i = 0; i < 3; i++)
		fake_deliver(REQUEST_CHANNEL);
	CHECK(!served && queue.slot.turn == 1);
	CHECK(fake_wait_kind[1] == CAUSEWAY_WAIT_SEMAPHORE);
	fake_deliver(5);
	CHECK(served == 1 && queue.slot.turn == 0 && fake_notified[REQUEST_CHANNEL] == 1);
	CHECK(request(0, "text", 5, 5) == (uint64_t)5 << 16);
}

/* ------------------------------------------------------ a client of a queue */

static int call_waiting(void)
{
	struct causeway_message message;
	causeway_rpc_begin(&waiter, &message, "add");
	int number = 42;
	causeway_put(&message, "number", &number, sizeof number);
	fake_note("calls");
	causeway_rpc_go(&waiter, &message, 5);
	causeway_take(&message, "the result", &number, sizeof number);
	causeway_rpc_end(&waiter, &message);
	fake_note(number == 43 ? "43" : "zero");
	return 0;
}

static void call_in_callback(void *unused)
{
	(void)unused;
	call_waiting();
}

static void register_call(void)
{
	causeway_event_reg_callback(&fake_b, call_in_callback, NULL);
}

static void reply_43(void)
{
	int number = 43;
	memcpy(queue.messages, &number, sizeof number);
	queue.slot.label = sizeof number << 16;
	queue.slot.turn = 0;
	fake_deliver(QUEUE_CHANNEL);
}

COMPONENT_TEST(a_client_of_a_queue_waits_for_the_reply_and_its_strands_take_turns)
{
	fake_program.run = call_waiting;
	fake_program.b_init = register_call;
	start();
	CHECK(queue.slot.turn == 1 && queue.slot.label == (5 | sizeof(int) << 16));
	CHECK(fake_notified[QUEUE_CHANNEL] == 1);
	CHECK(fake_wait_kind[0] == CAUSEWAY_WAIT_REPLY && !strcmp(fake_wait_what[0], "test.w"));
	fake_deliver(QUEUE_CHANNEL); /* says nothing: it is still the server's turn */
	fake_deliver(5);
	CHECK(!strcmp(fake_log, "calls ") && fake_notified[QUEUE_CHANNEL] == 1);
	reply_43();
	CHECK(!strcmp(fake_log, "calls 43 calls "));
	CHECK(fake_notified[QUEUE_CHANNEL] == 2);
	reply_43();
	CHECK(!strcmp(fake_log, "calls 43 calls 43 "));
}

COMPONENT_TEST(a_call_that_the_server_gave_up_is_an_error_of_the_client)
{
	fake_program.run = call_waiting;
	waiter_state.handler = count_error;
	start();
	queue.slot.label = DISCARDED;
	queue.slot.turn = 0;
	fake_deliver(QUEUE_CHANNEL);
	CHECK(errors == 1 && last.type == CE_MALFORMED_RPC_PAYLOAD);
	CHECK(strstr(fake_log, "zero"));
}
