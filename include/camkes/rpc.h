/*
 * Calls between components. Generated glue puts the arguments of a call into a message and takes the results
 * out of one, in the order of their declaration, packed, whatever carries it:
 *
 *   ppc     a protected procedure call; the server runs above its callers and does not block
 *   queue   shared memory and a notification each way; the caller's strand waits, everyone else goes on
 *   local   the same within one component
 *
 * A message lies in memory that caller and server share; of a protected procedure with nothing but values
 * that fit, in message registers alone. Its label holds a method's index or a status, and its length.
 */
#ifndef CAMKES_RPC_H
#define CAMKES_RPC_H

#include "../causeway/component.h"
#include "../causeway/notification.h"
#include "error.h"

#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CAUSEWAY_RPC_WORDS = 4 }; /* what the kernel's fast path carries */

/* ------------------------------------------------------------- messages */

/* One end of a connection as error handlers see it. */
struct causeway_rpc_end {
	const char *interface;
	const char *name; /* "client.calc" */
	camkes_error_handler_t *handler;
};

/*
 * A message that is being put together or taken apart. After the first error nothing more is put, and what is
 * taken is zero: whoever uses it asks at the end.
 */
struct causeway_message {
	unsigned char *data; /* the connection's memory */
	size_t at;	     /* bytes that were put or taken */
	size_t room;	     /* bytes that DATA has room for, or that came */
	size_t capacity;     /* of DATA */
	const struct causeway_rpc_end *end;
	const char *method;
	bool failed;
};

/* There is no room for SIZE more bytes. Reports it once. WHAT names the parameter. */
void causeway_message_overflow(struct causeway_message *message, const char *what, size_t size);

/* The message is shorter than what should be taken. Reports it once. */
void causeway_message_truncated(struct causeway_message *message, const char *what, size_t size);

static inline void causeway_put(struct causeway_message *message, const char *what, const void *value,
				size_t size)
{
	if (size > message->room - message->at) {
		causeway_message_overflow(message, what, size);
		return;
	}
	memcpy(message->data + message->at, value, size);
	message->at += size;
}

static inline void causeway_take(struct causeway_message *message, const char *what, void *value, size_t size)
{
	if (size > message->room - message->at) {
		causeway_message_truncated(message, what, size);
		memset(value, 0, size);
		return;
	}
	memcpy(value, message->data + message->at, size);
	message->at += size;
}

/* No error, and nothing is left; what is left is reported. */
bool causeway_message_finished(struct causeway_message *message);

void causeway_put_string(struct causeway_message *message, const char *what, const char *string);
void causeway_put_array(struct causeway_message *message, const char *what, const void *items, size_t count,
			size_t item_size);
void causeway_put_strings(struct causeway_message *message, const char *what, char *const *strings,
			  size_t count);

/* What these return is the component's to free; NULL (and no items) after an error. */
char *causeway_take_string(struct causeway_message *message, const char *what);
void *causeway_take_array(struct causeway_message *message, const char *what, size_t *count,
			  size_t item_size);
char **causeway_take_strings(struct causeway_message *message, const char *what, size_t *count);

/* free() by a name that no parameter has. */
void causeway_free(void *pointer);
void causeway_free_strings(char **strings, size_t count);

/*
 * What a message of so many BYTES is announced with that lies in the message registers alone: a message info
 * (the label above its low 12 bits, and how many registers). CODE is a method's index or a status.
 */
#define CAUSEWAY_RPC_SHORT(code, bytes)                                                                      \
	(((code) | (uint64_t)(bytes) << 16) << 12 | ((bytes) + sizeof(uint64_t) - 1) / sizeof(uint64_t))

#define CAUSEWAY_RPC_NOT_SHORT UINT64_MAX /* what no message is announced with */

/* A method whose messages are such, as its callers know it. */
struct causeway_rpc_short_method {
	const char *name;
	uint64_t request;
	uint64_t reply;
};

/* ----------------------------------------------------- the caller's side */

enum causeway_transport { CAUSEWAY_PPC, CAUSEWAY_QUEUE, CAUSEWAY_LOCAL };

/*
 * The memory of a queue's client: written by the caller while TURN is 0, by the server while it is 1. Each
 * gives the turn away with release order, after all else, and then notifies.
 */
struct causeway_rpc_slot {
	uint32_t turn;
	uint32_t reserved;
	uint64_t label;
};

struct causeway_rpc_client_state {
	bool busy;			     /* a strand has a call in progress */
	struct causeway_strand_queue others; /* who wants to call next */
	struct causeway_strand_queue caller; /* who waits for the reply */
	camkes_error_handler_t handler;
};

struct causeway_rpc_server;
struct causeway_rpc_server_state;
struct causeway_rpc_caller_state;

struct causeway_rpc_client {
	struct causeway_rpc_end end;
	struct causeway_rpc_client_state *state;
	enum causeway_transport transport;
	unsigned channel;		/* not of a local one */
	struct causeway_rpc_slot *slot; /* not of a protected procedure's */
	unsigned char *memory;		/* for longer messages; NULL: none is longer */
	size_t capacity;		/* of MEMORY, in bytes */
	/* Of a local one: where the server finds the request. */
	struct causeway_rpc_server_state *server;
	struct causeway_rpc_caller_state *server_caller;
};

/* A call: begin, put the arguments, go, take the results, end. */
void causeway_rpc_begin(const struct causeway_rpc_client *client, struct causeway_message *message,
			const char *method);
void causeway_rpc_go(const struct causeway_rpc_client *client, struct causeway_message *message,
		     unsigned method);
void causeway_rpc_finish(const struct causeway_rpc_client *client, struct causeway_message *message);

static inline void causeway_rpc_end(const struct causeway_rpc_client *client,
				    struct causeway_message *message)
{
	if (client->transport != CAUSEWAY_PPC || message->failed || message->at != message->room)
		causeway_rpc_finish(client, message);
}

/* The same for a protected procedure's short method: the request is in WORDS, and then the reply; zero after
 * an error. */
void causeway_rpc_call_words(const struct causeway_rpc_client *client,
			     const struct causeway_rpc_short_method *method,
			     uint64_t words[CAUSEWAY_RPC_WORDS]);

/* The row of the channel table: a reply may have come. OBJECT is a struct causeway_rpc_client. */
void causeway_rpc_replied(const void *object);

/* ----------------------------------------------------- the server's side */

/* One method: takes the arguments, calls the component, and puts the results. */
struct causeway_rpc_method {
	const char *name;
	void (*serve)(struct causeway_message *message);
	/* The same out of the words of a short message and back into them; NULL: its messages may be longer.
	 */
	void (*serve_words)(void *words);
	uint64_t request;
	uint64_t reply;
};

struct causeway_rpc_caller_state {
	bool waiting; /* in the server's queue; never of protected procedures */
	struct causeway_rpc_caller_state *next;
};

/* A client as its server knows it. */
struct causeway_rpc_caller {
	const char *name; /* "client.calc" */
	seL4_Word badge;
	struct causeway_rpc_server_state *server;
	struct causeway_rpc_caller_state *state;
	enum causeway_transport transport;
	unsigned channel;
	struct causeway_rpc_slot *slot;
	unsigned char *memory;
	size_t capacity;
	struct causeway_rpc_client_state *client; /* of a local one */
};

struct causeway_rpc_server_state {
	const struct causeway_rpc_server *server; /* once it serves */
	struct causeway_rpc_caller_state *first;  /* callers whose requests wait, in the order they came */
	struct causeway_rpc_caller_state *last;
	struct causeway_strand_queue idle; /* the interface's strand while there is none */
	seL4_Word sender;		   /* badge of the one that is served, or was served last */
	/* The interface's, in whose place protected procedures are served; NULL: in none's. */
	const struct causeway_strand *strand;
	camkes_error_handler_t handler;
};

struct causeway_rpc_server {
	struct causeway_rpc_end end;
	struct causeway_rpc_server_state *state;
	const struct causeway_rpc_caller *callers;
	struct causeway_rpc_caller_state *caller_states; /* one for each caller, in the same order */
	size_t caller_count;
	const struct causeway_rpc_method *methods;
	size_t method_count;
};

/* What the interface's strand does. Returns when all callers call protected procedures, which are then served
 * in its place. */
void causeway_rpc_serve(const struct causeway_rpc_server *server);

/* All arguments were there and nothing else: the component may be called. */
static inline bool causeway_rpc_taken(struct causeway_message *message)
{
	return (!message->failed && message->at == message->room) || causeway_message_finished(message);
}

/* What is put from now on is the reply. */
static inline void causeway_rpc_answer(struct causeway_message *message)
{
	message->at = 0;
	message->room = message->capacity;
	message->failed = false;
}

/* The row of the channel table: a request may have come. OBJECT is a struct causeway_rpc_caller. */
void causeway_rpc_requested(const void *object);

/* ----------------------------------------- what a server has beside the calls */

/* A client that can be signalled, or that shares a buffer. */
struct causeway_rpc_peer {
	seL4_Word badge;
	unsigned channel;		     /* to signal it; not of a local one */
	const struct causeway_signal *local; /* of one in the same component */
	void *buffer;			     /* NULL: it shares none */
	size_t buffer_size;
	bool has_mac;
	uint8_t mac[6];
};

/* The client that has BADGE; NULL: none has. */
const struct causeway_rpc_peer *causeway_rpc_find_peer(const struct causeway_rpc_peer *peers, size_t count,
						       seL4_Word badge);

/* The buffer that it shares, and its bytes. */
void *causeway_rpc_buffer(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge);
size_t causeway_rpc_buffer_room(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge);

/* Signals the client that has BADGE. Stops the component when there is none. */
void causeway_rpc_signal(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge);

/* Replaces an error handler; NULL: the component's. Returns the one before. */
static inline camkes_error_handler_t causeway_rpc_set_handler(const struct causeway_rpc_end *end,
							      camkes_error_handler_t handler)
{
	camkes_error_handler_t previous = *end->handler;
	*end->handler = handler;
	return previous;
}

#ifdef __cplusplus
}
#endif

#endif
