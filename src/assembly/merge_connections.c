/*
 * merge_connections: several connections that share an end are one connection (the older way to write
 * many-to-one). The ends keep the order of declaration, and the merged connection stands where its first part
 * stood. Its name is the reference tool's: the parts' names, sorted and joined with dots. Afterwards each end
 * knows its one connection.
 */
#include "assembly/passes.h"

#include <stdlib.h>
#include <string.h>

static struct flat_connection *find_root(struct flat_connection *connection)
{
	while (connection->merged_into) {
		if (connection->merged_into->merged_into)
			connection->merged_into = connection->merged_into->merged_into;
		connection = connection->merged_into;
	}
	return connection;
}

/* The root is always the earliest one. */
static void join(struct flat_connection *a, struct flat_connection *b)
{
	a = find_root(a);
	b = find_root(b);
	if (a == b)
		return;
	if (a->index < b->index)
		b->merged_into = a;
	else
		a->merged_into = b;
}

static void report_mixed(struct resolver *resolver, struct flat_connection *a, struct flat_connection *b,
			 const struct assembly_end *end)
{
	a->bad = b->bad = true;
	if (b->source->reported)
		return;
	b->source->reported = true;
	diag_report(
		resolver->diag, DIAG_MIXED_CONNECTORS, end->range,
		"'%s.%s' is also an end of connection '%s', which has a different connector: '%s', not '%s'",
		end->instance->name, end->interface->name, a->out->name, a->out->type->name.text,
		b->out->type->name.text);
	diag_note(resolver->diag, a->out->range, "connection '%s' is here", a->out->name);
}

static void join_at_ends(struct resolver *resolver, struct flat_connection *connection, bool is_to)
{
	struct assembly_connection *out = connection->out;
	size_t count = is_to ? out->to.count : out->from.count;
	for (size_t i = 0; i < count; i++) {
		const struct assembly_end *end = is_to ? &out->to.items[i] : &out->from.items[i];
		struct flat_connection **user_place = &((struct flat_interface *)end->interface)->user[is_to];
		struct flat_connection *user = *user_place;
		if (!user)
			*user_place = connection;
		else if (user->out->type != out->type)
			report_mixed(resolver, user, connection, end);
		else
			join(user, connection);
	}
}

/* Adds the ends of one side that are not there yet. */
static void add_ends(struct resolver *resolver, struct flat_connection *root,
		     const struct assembly_connection *part, bool is_to, struct map *seen)
{
	size_t count = is_to ? part->to.count : part->from.count;
	for (size_t i = 0; i < count; i++) {
		struct assembly_end end = is_to ? part->to.items[i] : part->from.items[i];
		if (map_get(seen, end.interface))
			continue;
		map_set(resolver->arena, seen, end.interface, root);
		if (is_to)
			VEC_PUSH(resolver->arena, &root->merged->to, end);
		else
			VEC_PUSH(resolver->arena, &root->merged->from, end);
	}
}

static void add_part(struct resolver *resolver, struct flat_connection *root, struct flat_connection *part)
{
	if (!root->merged) {
		root->merged = ARENA_NEW(resolver->arena, struct assembly_connection);
		root->merged->type = root->out->type;
		root->merged->range = root->out->range;
	}
	add_ends(resolver, root, part->out, false, &root->from_seen);
	add_ends(resolver, root, part->out, true, &root->to_seen);
	VEC_PUSH(resolver->arena, &root->parts, part->out->name);
	struct entity *entity = assembly_find_entity(resolver, part->out->name);
	if (!entity->connection)
		return;
	entity->connection = resolver->options->strict ? NULL : root->merged;
	if (!entity->settings.count || part->source->reported)
		return;
	part->source->reported = true;
	diag_report(resolver->diag, DIAG_PORTABILITY, entity->settings.items[0]->source->ast->range,
		    resolver->options->strict ? "as in camkes-tool, settings on '%s' are lost, because it is "
						"merged with another connection"
					      : "camkes-tool ignores settings on '%s', because it is merged "
						"with another connection",
		    part->out->name);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *join_names(struct resolver *resolver, const char **names, size_t count)
{
	size_t length = 0;
	qsort(names, count, sizeof *names, compare_names);
	for (size_t i = 0; i < count; i++)
		length += strlen(names[i]) + 1;
	char *text = arena_alloc(resolver->arena, length + 1), *end = text;
	for (size_t i = 0; i < count; i++) {
		size_t size = strlen(names[i]);
		memcpy(end, names[i], size);
		end[size] = '.';
		end += size + 1;
	}
	return intern_text(resolver->compilation->names, text, length - 1);
}

/* What each part may have, all together may not. */
static void check_side(struct resolver *resolver, struct flat_connection *root, bool is_to)
{
	const struct assembly_connection *merged = root->merged;
	const struct adl_connector_side *side = is_to ? &merged->type->to : &merged->type->from;
	size_t count = is_to ? merged->to.count : merged->from.count;
	if (count <= 1 || side->many)
		return;
	root->bad = true;
	if (root->source->reported)
		return;
	root->source->reported = true;
	const struct assembly_end *ends = is_to ? merged->to.items : merged->from.items;
	diag_report(resolver->diag, DIAG_CONNECTION_ENDS, ends[1].range,
		    "connections that share an end are one connection, '%s', which has %zu '%s' ends, but "
		    "connector "
		    "'%s' permits one only",
		    merged->name, count, is_to ? "to" : "from", merged->type->name.text);
	diag_note(resolver->diag, ends[0].range, "another of these ends is here");
	diag_note(resolver->diag, side->range, "the connector's '%s' side is declared here",
		  is_to ? "to" : "from");
}

static void finish_merged(struct resolver *resolver, struct flat_connection *root)
{
	root->merged->name = join_names(resolver, root->parts.items, root->parts.count);
	check_side(resolver, root, false);
	check_side(resolver, root, true);
	root->out = root->merged;
}

static void bind_ends(struct resolver *resolver, struct flat_connection *flat, bool is_to)
{
	const struct assembly_connection *out = flat->out;
	size_t count = is_to ? out->to.count : out->from.count;
	for (size_t i = 0; i < count; i++) {
		const struct assembly_end *end = is_to ? &out->to.items[i] : &out->from.items[i];
		struct assembly_interface *interface = end->interface;
		if (!interface->connection) {
			interface->connection = out;
			interface->is_from = !is_to;
			interface->end = (unsigned)i;
			continue;
		}
		if (flat->bad || flat->source->reported)
			continue;
		flat->source->reported = true;
		diag_report(resolver->diag, DIAG_DUPLICATE_USE, end->range, "'%s.%s' is connected twice",
			    end->instance->name, interface->name);
		const struct assembly_connection *other = interface->connection;
		const struct assembly_end *first = interface->is_from ? &other->from.items[interface->end]
								      : &other->to.items[interface->end];
		diag_note(resolver->diag, first->range, "it is connected here too");
	}
}

void assembly_merge_connections(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->connections.count; i++) {
		struct flat_connection *connection = resolver->connections.items[i];
		connection->index = (unsigned)i;
		if (connection->bad)
			continue;
		join_at_ends(resolver, connection, false);
		join_at_ends(resolver, connection, true);
	}
	for (size_t i = 0; i < resolver->connections.count; i++) {
		struct flat_connection *connection = resolver->connections.items[i];
		struct flat_connection *root = find_root(connection);
		if (root == connection)
			continue;
		if (!root->parts.count)
			add_part(resolver, root, root);
		add_part(resolver, root, connection);
		root->bad |= connection->bad;
	}
	for (size_t i = 0; i < resolver->connections.count; i++) {
		struct flat_connection *connection = resolver->connections.items[i];
		if (connection->merged_into)
			continue;
		if (connection->merged)
			finish_merged(resolver, connection);
		bind_ends(resolver, connection, false);
		bind_ends(resolver, connection, true);
		if (!connection->bad)
			VEC_PUSH(resolver->arena, &resolver->assembly->connections, connection->out);
	}
}
