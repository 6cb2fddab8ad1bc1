/*
 * The server's side: the interface's strand serves one caller after another, in the order in which their
 * requests were seen. A handler may block; then other strands go on, and the callers of this interface wait.
 *
 * A protected procedure call is served where it comes in, in place of the interface's strand, which has
 * nothing to do once it has started: a component that serves such calls has nothing to wait for.
 */
#include "rpc_server.h"

#include "crash.h"
#include "error.h"
#include "rpc_message.h"
#include "strand.h"

#include "microkit.h"

enum { CALLERS = 0, SERVERS = 1 }; /* whose turn */

void causeway_rpc_enqueue(struct causeway_rpc_server_state *server, struct causeway_rpc_caller_state *caller)
{
	if (caller->waiting)
		return;
	caller->waiting = true;
	caller->next = NULL;
	if (server->first)
		server->last->next = caller;
	else
		server->first = caller;
	server->last = caller;
	causeway_strand_wake(&server->idle);
}

static const struct causeway_rpc_caller *next_caller(const struct causeway_rpc_server *server)
{
	struct causeway_rpc_server_state *state = server->state;
	while (!state->first)
		causeway_strand_block(&state->idle, CAUSEWAY_WAIT_NONE, NULL);
	struct causeway_rpc_caller_state *caller = state->first;
	state->first = caller->next;
	caller->waiting = false;
	return &server->callers[caller - server->caller_states];
}

static bool holds_request(const struct causeway_rpc_caller *caller)
{
	return __atomic_load_n(&caller->slot->turn, __ATOMIC_ACQUIRE) == SERVERS;
}

static void reply(const struct causeway_rpc_caller *caller, uint64_t label)
{
	caller->slot->label = label;
	__atomic_store_n(&caller->slot->turn, CALLERS, __ATOMIC_RELEASE);
	if (caller->transport == CAUSEWAY_LOCAL)
		causeway_strand_wake(&caller->client->caller);
	else
		microkit_notify(caller->channel);
}

/* False after an error: there is no such method. */
static bool call_method(const struct causeway_rpc_server *server, struct causeway_message *message,
			unsigned index)
{
	if (index < server->method_count) {
		message->method = server->methods[index].name;
		server->methods[index].serve(message);
		return !message->failed;
	}
	camkes_error_t error = { .type = CE_INVALID_METHOD_INDEX };
	error.upper_bound = server->method_count ? server->method_count - 1 : 0;
	error.invalid_index = index;
	causeway_error_raise(&server->end, &error, "invalid method index", NULL, NULL);
	return false;
}

/* Serves the request in the caller's memory, of which the reply becomes. Returns the reply's label. */
static uint64_t serve_message(const struct causeway_rpc_caller *caller, uint64_t label)
{
	const struct causeway_rpc_server *server = caller->server->server;
	struct causeway_message message = { .data = caller->memory,
					    .capacity = caller->capacity,
					    .end = &server->end };
	server->state->sender = caller->badge;
	bool done = causeway_message_open(&message, label) &&
		    call_method(server, &message, causeway_label_code(label));
	return done ? causeway_label(CAUSEWAY_RPC_DONE, message.at)
		    : causeway_label(CAUSEWAY_RPC_DISCARDED, 0);
}

static bool has_other_callers(const struct causeway_rpc_server *server)
{
	for (size_t i = 0; i < server->caller_count; i++)
		if (server->callers[i].transport != CAUSEWAY_PPC)
			return true;
	return false;
}

void causeway_rpc_serve(const struct causeway_rpc_server *server)
{
	server->state->server = server;
	if (!has_other_callers(server)) {
		server->state->strand = &causeway_g_component.strands[causeway_strand_current()];
		return;
	}
	for (;;) {
		const struct causeway_rpc_caller *caller = next_caller(server);
		if (holds_request(caller))
			reply(caller, serve_message(caller, caller->slot->label));
	}
}

void causeway_rpc_requested(const void *object)
{
	const struct causeway_rpc_caller *caller = object;
	if (holds_request(caller))
		causeway_rpc_enqueue(caller->server, caller->state);
}

/* ------------------------------------------------- protected procedure calls */

/* ------------------------------------------------- protected procedure calls */

static const struct causeway_rpc_caller *caller_on(microkit_channel id)
{
	const struct causeway_component *component = &causeway_g_component;
	return id < component->channel_count ? component->channels[id].caller : NULL;
}

struct call {
	const struct causeway_rpc_caller *caller;
	uint64_t label; /* of the request, then of the reply */
};

static void serve_call(void *argument)
{
	struct call *call = argument;
	call->label = serve_message(call->caller, call->label);
}

static microkit_msginfo serve_any(const struct causeway_rpc_caller *caller, microkit_msginfo info)
{
	struct call call = { caller, microkit_msginfo_get_label(info) };
	causeway_strand_call(caller->server->strand, serve_call, &call);
	return microkit_msginfo_new(call.label, 0);
}

/* The method that INFO asks for, where all of the request is in the message registers; NULL: it is not. */
static const struct causeway_rpc_method *short_method(const struct causeway_rpc_server *server,
						      microkit_msginfo info)
{
	unsigned index = causeway_label_code(microkit_msginfo_get_label(info));
	return index < server->method_count && info.words[0] == server->methods[index].request
		       ? &server->methods[index]
		       : NULL;
}

static microkit_msginfo serve_short(const struct causeway_rpc_caller *caller,
				    const struct causeway_rpc_method *method)
{
	uint64_t words[CAUSEWAY_RPC_WORDS];
	struct causeway_rpc_server_state *state = caller->server;
	for (size_t i = 0; i < causeway_info_words(method->request); i++)
		words[i] = microkit_mr_get((seL4_Uint8)i);
	state->sender = caller->badge;
	causeway_strand_call(state->strand, method->serve_words, words);
	for (size_t i = 0; i < causeway_info_words(method->reply); i++)
		microkit_mr_set((seL4_Uint8)i, words[i]);
	return (microkit_msginfo){ { method->reply } };
}

microkit_msginfo protected(microkit_channel id, microkit_msginfo info)
{
	const struct causeway_rpc_caller *caller = caller_on(id);
	if (!caller)
		causeway_component_crash("called on a channel that serves no procedure", NULL);
	const struct causeway_rpc_method *method = short_method(caller->server->server, info);
	return method ? serve_short(caller, method) : serve_any(caller, info);
}
