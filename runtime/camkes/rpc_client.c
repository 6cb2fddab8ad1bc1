/*
 * The caller's side of a connection. One call of it is in progress at a time, as there is one memory for its
 * messages: other strands that call meanwhile wait their turn, as they would wait for the server. While a
 * protected procedure is called there is no meanwhile: all strands stand still.
 *
 * By queue, the caller writes its request, gives the turn to the server and notifies it. The reply comes with
 * the turn; a notification is only a reason to look, so one too many does no harm.
 */
#include "camkes/rpc.h"

#include "error.h"
#include "rpc_message.h"
#include "rpc_server.h"
#include "strand.h"

#include "microkit.h"

enum { CALLERS = 0, SERVERS = 1 }; /* whose turn */

static void take_turn(const struct causeway_rpc_client *client)
{
	struct causeway_rpc_client_state *state = client->state;
	if (state->busy)
		causeway_strand_block(&state->others, CAUSEWAY_WAIT_REPLY, client->end.name);
	state->busy = true;
}

void causeway_rpc_begin(const struct causeway_rpc_client *client, struct causeway_message *message,
			const char *method)
{
	if (client->transport != CAUSEWAY_PPC)
		take_turn(client);
	*message = (struct causeway_message){ .data = client->memory,
					      .room = client->capacity,
					      .capacity = client->capacity,
					      .end = &client->end,
					      .method = method };
}

static uint64_t call_procedure(const struct causeway_rpc_client *client, uint64_t label)
{
	return microkit_msginfo_get_label(microkit_ppcall(client->channel, microkit_msginfo_new(label, 0)));
}

static bool is_answered(const struct causeway_rpc_client *client)
{
	return __atomic_load_n(&client->slot->turn, __ATOMIC_ACQUIRE) == CALLERS;
}

static uint64_t call_by_queue(const struct causeway_rpc_client *client, uint64_t label)
{
	client->slot->label = label;
	__atomic_store_n(&client->slot->turn, SERVERS, __ATOMIC_RELEASE);
	if (client->transport == CAUSEWAY_LOCAL)
		causeway_rpc_enqueue(client->server, client->server_caller);
	else
		microkit_notify(client->channel);
	while (!is_answered(client))
		causeway_strand_block(&client->state->caller, CAUSEWAY_WAIT_REPLY, client->end.name);
	return client->slot->label;
}

static void report_discarded(const struct causeway_rpc_client *client, struct causeway_message *message)
{
	camkes_error_t error = { .type = CE_MALFORMED_RPC_PAYLOAD };
	causeway_error_raise(&client->end, &error, "the server gave up the call of ", NULL, message->method);
	message->failed = true;
}

void causeway_rpc_go(const struct causeway_rpc_client *client, struct causeway_message *message,
		     unsigned method)
{
	if (message->failed)
		return;
	uint64_t label = causeway_label(method, message->at);
	bool is_ppc = client->transport == CAUSEWAY_PPC;
	label = is_ppc ? call_procedure(client, label) : call_by_queue(client, label);
	if (causeway_label_code(label) == CAUSEWAY_RPC_DONE)
		causeway_message_open(message, label);
	else
		report_discarded(client, message);
}

/* A reply that is not as it should be. */
static __attribute__((noinline)) void refuse_reply(const struct causeway_rpc_client *client,
						   const struct causeway_rpc_short_method *method,
						   uint64_t *words, uint64_t label)
{
	struct causeway_message message = { .end = &client->end, .method = method->name };
	memset(words, 0, CAUSEWAY_RPC_WORDS * sizeof *words);
	if (causeway_label_code(label) == CAUSEWAY_RPC_DONE)
		causeway_message_truncated(&message, "the results", causeway_label_length(label));
	else
		report_discarded(client, &message);
}

void causeway_rpc_call_words(const struct causeway_rpc_client *client,
			     const struct causeway_rpc_short_method *method,
			     uint64_t words[CAUSEWAY_RPC_WORDS])
{
	microkit_msginfo info = { { method->request } };
	for (size_t i = 0; i < causeway_info_words(method->request); i++)
		microkit_mr_set((seL4_Uint8)i, words[i]);
	info = microkit_ppcall(client->channel, info);
	if (info.words[0] != method->reply) {
		refuse_reply(client, method, words, microkit_msginfo_get_label(info));
		return;
	}
	for (size_t i = 0; i < causeway_info_words(method->reply); i++)
		words[i] = microkit_mr_get((seL4_Uint8)i);
}

void causeway_rpc_finish(const struct causeway_rpc_client *client, struct causeway_message *message)
{
	causeway_message_finished(message);
	if (client->transport != CAUSEWAY_PPC)
		client->state->busy = causeway_strand_wake(&client->state->others);
}

void causeway_rpc_replied(const void *object)
{
	const struct causeway_rpc_client *client = object;
	if (is_answered(client))
		causeway_strand_wake(&client->state->caller);
}
