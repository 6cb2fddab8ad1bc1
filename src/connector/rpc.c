/*
 * Calls on the Core Platform, in one of three ways for each pair of client and server:
 *
 * - ppc: The client calls a protected procedure of the server, which runs strictly above it. Which servers
 * can do that is decided before (lower/transport.c).
 * - queue: The client writes its request into memory that it shares with the server alone, and notifies it;
 * the server does the same with the reply. The memory's first words say whose turn it is.
 * - local: Both are in one component: the same without a channel, in memory of the component's own.
 *
 * Messages that fit into the four message registers of the kernel's fast path travel in these (ppc); for
 * longer ones each client shares memory with the server. It is not there when no method of the procedure can
 * have a longer one.
 */
#include "connector/rpc.h"

#include "connector/global_notification.h"
#include "connector/shared_data.h"

#include <inttypes.h>
#include <string.h>

enum { PAGE_SIZE = 4096, SLOT_SIZE = 16, BADGE_BITS = 28 };

struct pair {
	const struct assembly_connection *connection;
	const struct connector_rpc *features;
	const struct assembly_end *from, *to;
	enum model_transport transport;
	uint64_t badge;
};

/* -------------------------------------------------------------- settings */

static bool all_fit_registers(const struct model_procedure *procedure)
{
	for (size_t i = 0; i < procedure->methods.count; i++)
		if (!model_method_is_short(&procedure->methods.items[i]))
			return false;
	return true;
}

static const struct assembly_connection *find_connection(const struct connector_context *context,
							 const char *name)
{
	for (size_t i = 0; i < context->assembly->connections.count; i++)
		if (!strcmp(context->assembly->connections.items[i]->name, name))
			return context->assembly->connections.items[i];
	return NULL;
}

/* The dataport connection that `buffer` names: its size is the messages'. NULL after an error. */
static const struct assembly_connection *find_buffer(const struct connector_context *context,
						     const struct assembly_connection *connection,
						     const struct assembly_attribute *attribute)
{
	bool is_name = attribute->value.kind == ADL_VALUE_STRING;
	const struct assembly_connection *buffer =
		is_name ? find_connection(context, attribute->value.as.string) : NULL;
	if (connection->from.count == 1 && buffer && buffer->type->from.kind == ADL_END_DATAPORT &&
	    connector_end_count(buffer) == 2)
		return buffer;
	diag_report(context->compilation->diag, DIAG_RPC_BUFFER, attribute->range,
		    connection->from.count == 1
			    ? "'buffer' of connection '%s' is not the name of a connection of two dataports"
			    : "'buffer' is for connections of one client; connection '%s' has several",
		    connection->name);
	return NULL;
}

/* As large as a dataport: its region, of which a typed one uses as much as the type needs. */
static void size_as_dataport(const struct connector_context *context,
			     const struct assembly_connection *dataport, struct model_link *link)
{
	const struct adl_interface *declaration = connector_end(dataport, 0)->interface->declaration;
	link->capacity = shared_data_size(context, dataport);
	if (!declaration->has_size && strcmp(declaration->type_name, "Buf") != 0)
		link->capacity_type = declaration->type_name;
}

/* A client's `<interface>_shmem_size`, or OTHERWISE. 0 after an error that was reported. */
static uint64_t shared_size(const struct connector_context *context, const struct assembly_end *from,
			    uint64_t otherwise)
{
	const struct assembly_attribute *size = connector_setting(context, from, "shmem_size");
	if (!size)
		return otherwise;
	if (size->value.kind == ADL_VALUE_INTEGER && size->value.as.integer >= PAGE_SIZE &&
	    size->value.as.integer % PAGE_SIZE == 0 && size->value.as.integer <= (adl_integer)1 << 40)
		return (uint64_t)size->value.as.integer;
	diag_report(context->compilation->diag, DIAG_RPC_BUFFER, size->range,
		    "'%s' is not a positive multiple of the page size, %d bytes", size->name, PAGE_SIZE);
	return 0;
}

/* Bytes a message may have, and the region for them. False after an error that was reported. */
static bool message_size(const struct connector_context *context, const struct pair *pair,
			 struct model_link *link, uint64_t *region)
{
	struct compilation *compilation = context->compilation;
	uint64_t header = pair->transport == MODEL_TRANSPORT_PPC ? 0 : SLOT_SIZE;
	const struct assembly_attribute *buffer =
		assembly_connection_setting(pair->connection, compilation, "buffer");
	link->capacity = PAGE_SIZE - header;
	if (buffer) {
		const struct assembly_connection *dataport = find_buffer(context, pair->connection, buffer);
		link->capacity = 0;
		if (dataport)
			size_as_dataport(context, dataport, link);
	} else if (!pair->features->buffers || pair->features->sized_messages) {
		uint64_t least = pair->features->sized_messages ? PAGE_SIZE : link->capacity;
		link->capacity = shared_size(context, pair->from, least);
	}
	*region = (link->capacity + header + PAGE_SIZE - 1) / PAGE_SIZE * PAGE_SIZE;
	return link->capacity != 0;
}

static bool parse_badge(const struct assembly_attribute *attribute, uint64_t *badge)
{
	const struct adl_value *value = &attribute->value;
	*badge = 0;
	if (value->kind == ADL_VALUE_INTEGER) {
		if (value->as.integer < 0 || value->as.integer >> BADGE_BITS)
			return false;
		*badge = (uint64_t)value->as.integer;
		return true;
	}
	if (value->kind != ADL_VALUE_STRING || !*value->as.string)
		return false;
	for (const char *c = value->as.string; *c; c++) {
		if (*c < '0' || *c > '9' || *badge >> BADGE_BITS)
			return false;
		*badge = *badge * 10 + (uint64_t)(*c - '0');
	}
	return !(*badge >> BADGE_BITS);
}

static bool is_taken(const uint64_t *badges, size_t count, uint64_t badge)
{
	for (size_t i = 0; i < count; i++)
		if (badges[i] == badge)
			return true;
	return false;
}

/* Each client's badge: its own setting, or the next number from 1 on that none has set. By from end. */
static const uint64_t *choose_badges(const struct connector_context *context,
				     const struct assembly_connection *connection)
{
	size_t count = connection->from.count;
	uint64_t *badges = ARENA_ARRAY(context->compilation->arena, uint64_t, count), next = 1;
	for (size_t i = 0; i < count; i++) {
		const struct assembly_attribute *set =
			connector_setting(context, &connection->from.items[i], "attributes");
		badges[i] = UINT64_MAX;
		if (set && !parse_badge(set, &badges[i]))
			diag_report(context->compilation->diag, DIAG_BADGE, set->range,
				    "the badge '%s' is not a number below 2^%d, or a string of decimal "
				    "digits that is one",
				    set->name, BADGE_BITS);
	}
	for (size_t i = 0; i < count; i++) {
		if (badges[i] != UINT64_MAX)
			continue;
		while (is_taken(badges, count, next))
			next++;
		badges[i] = next++;
	}
	return badges;
}

/* ---------------------------------------------------------------- pairs */

/* Memory that a client and its server alone have; WHAT it is for ends its name. */
static void share(struct connector_context *context, const struct pair *pair, const char *what, uint64_t size,
		  const struct model_map *maps[2])
{
	static const unsigned perms[2] = { MODEL_PERM_READ | MODEL_PERM_WRITE,
					   MODEL_PERM_READ | MODEL_PERM_WRITE };
	const struct assembly_end *ends[2] = { pair->from, pair->to };
	connector_share(context, ends,
			arena_format(context->compilation->arena, "%s_%s_%s",
				     connector_pd(context, pair->from)->name,
				     connector_binding(context, pair->from)->interface, what),
			size, perms, maps);
}

static void share_messages(struct connector_context *context, const struct pair *pair,
			   struct model_link *client, struct model_link *server)
{
	uint64_t size;
	if (pair->transport == MODEL_TRANSPORT_PPC &&
	    all_fit_registers(connector_binding(context, pair->to)->procedure)) {
		client->capacity = server->capacity = 0;
		return;
	}
	if (!message_size(context, pair, client, &size))
		return;
	server->capacity = client->capacity;
	server->capacity_type = client->capacity_type;
	if (pair->transport == MODEL_TRANSPORT_LOCAL)
		return;
	const struct model_map *maps[2];
	share(context, pair, "messages", size, maps);
	client->map = maps[0];
	server->map = maps[1];
}

/* A buffer for the components' own use. */
static void share_buffer(struct connector_context *context, const struct pair *pair,
			 struct model_link *client, struct model_link *server)
{
	uint64_t size = shared_size(context, pair->from, PAGE_SIZE);
	if (!size)
		return;
	client->buffer_size = server->buffer_size = size;
	if (pair->transport == MODEL_TRANSPORT_LOCAL)
		return;
	const struct model_map *maps[2];
	share(context, pair, "buffer", size, maps);
	client->buffer = maps[0];
	server->buffer = maps[1];
}

static const struct model_channel *add_channel(struct connector_context *context, const struct pair *pair)
{
	struct arena *arena = context->compilation->arena;
	struct model_channel *channel =
		model_channel_add(context->compilation, context->model, connector_pd(context, pair->from),
				  connector_pd(context, pair->to));
	channel->range = pair->connection->range;
	channel->ends[0].range = pair->from->range;
	channel->ends[1].range = pair->to->range;
	channel->ends[0].pp = pair->transport == MODEL_TRANSPORT_PPC;
	VEC_PUSH(arena, &connector_binding(context, pair->from)->channels, channel->ends[0].id);
	VEC_PUSH(arena, &connector_binding(context, pair->to)->channels, channel->ends[1].id);
	return channel;
}

/* Over the channel of protected procedure calls a notification can only be a signal. A queue's are its own.
 */
static void join_channels(struct connector_context *context, const struct pair *pair,
			  struct model_link *client, struct model_link *server)
{
	const struct model_channel *channel = add_channel(context, pair);
	client->channel = channel->ends[0].id;
	server->channel = channel->ends[1].id;
	if (!pair->features->signals)
		return;
	if (pair->transport == MODEL_TRANSPORT_QUEUE)
		channel = add_channel(context, pair);
	client->signal_channel = channel->ends[0].id;
	server->signal_channel = channel->ends[1].id;
}

/* The client's `<interface>_mac`: a list of six bytes. */
static void read_mac(const struct connector_context *context, const struct pair *pair,
		     struct model_link *link)
{
	const struct assembly_attribute *attribute = connector_setting(context, pair->from, "mac");
	if (!attribute)
		return;
	bool is_mac = attribute->value.kind == ADL_VALUE_LIST &&
		      attribute->value.as.list->items.count == sizeof link->mac;
	for (size_t i = 0; is_mac && i < sizeof link->mac; i++) {
		const struct adl_value *byte = &attribute->value.as.list->items.items[i];
		is_mac = byte->kind == ADL_VALUE_INTEGER && byte->as.integer >= 0 && byte->as.integer <= 255;
		link->mac[i] = is_mac ? (unsigned char)byte->as.integer : 0;
	}
	link->has_mac = is_mac;
	if (!is_mac)
		diag_report(context->compilation->diag, DIAG_RPC_MAC, attribute->range,
			    "'%s' is not a list of six bytes", attribute->name);
}

static void note(struct connector_context *context, const struct pair *pair, const struct model_link *client)
{
	struct arena *arena = context->compilation->arena;
	const struct model_pd *server = connector_pd(context, pair->to);
	const char *memory =
		client->map ? arena_format(arena, "; messages in memory region `%s`, %" PRIu64 " bytes",
					   client->map->region->name, client->capacity)
			    : "";
	const struct {
		const char *became, *why;
	} texts[] = {
		[MODEL_TRANSPORT_PPC] = { arena_format(arena,
						       "protected procedure calls on channel %u of `%s`%s",
						       client->channel,
						       connector_pd(context, pair->from)->name, memory),
					  "the server runs above its callers and waits for nothing while it "
					  "serves "
					  "them" },
		[MODEL_TRANSPORT_QUEUE] = { arena_format(arena,
							 "a queue: channel %u of `%s`, notified both ways%s",
							 client->channel,
							 connector_pd(context, pair->from)->name, memory),
					    context->servers[server->index].reason },
		[MODEL_TRANSPORT_LOCAL] = { arena_format(arena, "calls inside `%s`", server->name),
					    "both ends are in one component, so no other protection domain "
					    "is "
					    "involved" },
	};
	connector_note(context, (struct model_note){
					.construct = arena_format(arena, "connection %s %s (%s -> %s)",
								  pair->connection->type->name.text,
								  pair->connection->name,
								  connector_end_name(context, pair->from),
								  connector_end_name(context, pair->to)),
					.became = texts[pair->transport].became,
					.why = texts[pair->transport].why,
					.section = "CAmkES Interfaces and channels",
					.range = pair->connection->range,
				});
}

static bool same_parameters(const struct model_method *a, const struct model_method *b)
{
	bool same = a->parameters.count == b->parameters.count && a->returns == b->returns &&
		    (!a->returns || !strcmp(a->result.c_type, b->result.c_type));
	for (size_t i = 0; same && i < a->parameters.count; i++) {
		const struct model_parameter *one = &a->parameters.items[i], *other = &b->parameters.items[i];
		same = one->direction == other->direction && one->shape == other->shape &&
		       !strcmp(one->c_type, other->c_type);
	}
	return same;
}

/* A client with another procedure than the server's: that has to have the same methods, and may have more. */
static void check_procedures(const struct connector_context *context, const struct pair *pair)
{
	const struct model_procedure *client = connector_binding(context, pair->from)->procedure;
	const struct model_procedure *server = connector_binding(context, pair->to)->procedure;
	for (size_t i = 0; client != server && i < client->methods.count; i++) {
		const struct model_method *method = &client->methods.items[i];
		const struct model_method *served = model_procedure_find(server, method->name);
		if (served && same_parameters(method, served))
			continue;
		diag_report(context->compilation->diag, DIAG_PROCEDURES, pair->from->range,
			    "'%s' calls method '%s' of procedure '%s', which '%s' of '%s' does not have in "
			    "this form",
			    connector_end_name(context, pair->from), method->name, client->name, server->name,
			    connector_end_name(context, pair->to));
		diag_note(context->compilation->diag, method->range, "the method is declared here");
	}
}

static void join(struct connector_context *context, const struct pair *pair)
{
	struct arena *arena = context->compilation->arena;
	check_procedures(context, pair);
	struct model_component *client_component = connector_pd(context, pair->from)->component;
	struct model_component *server_component = connector_pd(context, pair->to)->component;
	struct model_binding *client = connector_binding(context, pair->from),
			     *server = connector_binding(context, pair->to);
	struct model_link caller = { .transport = pair->transport,
				     .badge = pair->badge,
				     .signals = pair->features->signals,
				     .peer = server_component,
				     .peer_binding = (unsigned)(server - server_component->bindings.items),
				     .peer_link = (unsigned)server->links.count };
	struct model_link called = { .transport = pair->transport,
				     .badge = pair->badge,
				     .signals = pair->features->signals,
				     .peer = client_component,
				     .peer_binding = (unsigned)(client - client_component->bindings.items) };
	if (pair->transport != MODEL_TRANSPORT_LOCAL)
		join_channels(context, pair, &caller, &called);
	share_messages(context, pair, &caller, &called);
	if (pair->features->signals)
		caller.signal_badge = called.signal_badge = global_notification_badge(context, pair->from);
	if (pair->features->buffers)
		share_buffer(context, pair, &caller, &called);
	if (pair->features->macs)
		read_mac(context, pair, &called);
	client->kind = MODEL_BINDING_CALL;
	VEC_PUSH(arena, &client->links, caller);
	VEC_PUSH(arena, &server->links, called);
	note(context, pair, &caller);
}

static enum model_transport transport(const struct connector_context *context,
				      const struct assembly_end *from, const struct assembly_end *to)
{
	const struct model_pd *server = connector_pd(context, to);
	if (connector_pd(context, from) == server)
		return MODEL_TRANSPORT_LOCAL;
	return context->servers[server->index].is_called ? MODEL_TRANSPORT_PPC : MODEL_TRANSPORT_QUEUE;
}

void connector_rpc_lower(struct connector_context *context, const struct assembly_connection *connection)
{
	const struct connector_rpc *features = connector_find(connection->type->name.text)->rpc;
	const struct assembly_end *to = &connection->to.items[0];
	struct model_binding *server = connector_binding(context, to);
	const uint64_t *badges = choose_badges(context, connection);
	server->kind = MODEL_BINDING_SERVE;
	server->sender_is_index = features->indices;
	server->has_macs = features->macs;
	for (size_t i = 0; i < connection->from.count; i++) {
		const struct assembly_end *from = &connection->from.items[i];
		join(context, &(struct pair){ .connection = connection,
					      .features = features,
					      .from = from,
					      .to = to,
					      .transport = transport(context, from, to),
					      .badge = badges[i] });
	}
}
