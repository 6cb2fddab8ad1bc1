/*
 * The server's side: the interface's strand serves one caller after another, in the order in which their
 * requests were seen. A handler may block; then other strands go on, and the callers of this interface wait.
 *
 * A protected procedure call goes the same way. protected() hands it to the strand and must have the reply
 * when the strands have nothing more to do: a component that serves such calls has nothing to wait for.
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

static void reply(const struct causeway_rpc_caller *caller, const struct causeway_message *message,
		  uint64_t label)
{
	struct causeway_rpc_caller_state *state = caller->state;
	if (caller->transport == CAUSEWAY_PPC) {
		state->label = label;
		state->answered = true;
		memcpy(state->words, message->words, sizeof state->words);
		return;
	}
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

static void serve_one(const struct causeway_rpc_server *server, const struct causeway_rpc_caller *caller)
{
	bool is_ppc = caller->transport == CAUSEWAY_PPC;
	struct causeway_message message;
	message.end = &server->end;
	message.method = NULL;
	message.memory = caller->memory;
	message.capacity = caller->capacity;
	message.in_words = is_ppc;
	if (is_ppc)
		memcpy(message.words, caller->state->words, sizeof message.words);
	uint64_t label = is_ppc ? caller->state->label : caller->slot->label;
	server->state->sender = caller->badge;
	bool done = causeway_message_open(&message, label) &&
		    call_method(server, &message, causeway_label_code(label));
	reply(caller, &message,
	      done ? causeway_label(CAUSEWAY_RPC_DONE, message.at)
		   : causeway_label(CAUSEWAY_RPC_DISCARDED, 0));
}

void causeway_rpc_serve(const struct causeway_rpc_server *server)
{
	for (;;) {
		const struct causeway_rpc_caller *caller = next_caller(server);
		if (caller->transport == CAUSEWAY_PPC || holds_request(caller))
			serve_one(server, caller);
	}
}

bool causeway_rpc_taken(struct causeway_message *message)
{
	return causeway_message_finished(message);
}

void causeway_rpc_answer(struct causeway_message *message)
{
	causeway_message_begin(message);
}

void causeway_rpc_requested(const void *object)
{
	const struct causeway_rpc_caller *caller = object;
	if (holds_request(caller))
		causeway_rpc_enqueue(caller->server, caller->state);
}

static const struct causeway_rpc_caller *caller_on(microkit_channel id)
{
	const struct causeway_component *component = &causeway_g_component;
	return id < component->channel_count ? component->channels[id].caller : NULL;
}

microkit_msginfo protected(microkit_channel id, microkit_msginfo info)
{
	const struct causeway_rpc_caller *caller = caller_on(id);
	if (!caller)
		causeway_component_crash("called on a channel that serves no procedure", NULL);
	struct causeway_rpc_caller_state *state = caller->state;
	seL4_Word count = microkit_msginfo_get_count(info);
	state->label = microkit_msginfo_get_label(info);
	for (seL4_Uint8 i = 0; i < CAUSEWAY_RPC_WORDS; i++)
		state->words[i] = i < count ? microkit_mr_get(i) : 0;
	state->answered = false;
	causeway_rpc_enqueue(caller->server, state);
	causeway_strand_run_all();
	if (!state->answered)
		causeway_component_crash("a protected procedure did not reply: it waits for something",
					 caller->name);
	size_t length = causeway_label_length(state->label);
	count = length > sizeof state->words ? 0 : (length + sizeof(uint64_t) - 1) / sizeof(uint64_t);
	for (seL4_Uint8 i = 0; i < count; i++)
		microkit_mr_set(i, state->words[i]);
	return microkit_msginfo_new(state->label, (seL4_Uint16)count);
}
