/*
 * check_connections: each connection as written, in compound components that nobody uses too. Ends are judged
 * by the interface at the end of their chain of exports. What only the flat assembly can tell (ends that
 * several connections share, interfaces without any) is left to merge_connections and check_instances.
 */
#include "assembly/passes.h"

#include <string.h>

static const char *end_name(struct resolver *resolver, const struct plan_end *end)
{
	const char *interface = end->interface->ast->name.text;
	return end->instance ? arena_format(resolver->arena, "%s.%s", end->instance->name, interface)
			     : interface;
}

static enum adl_end_kind end_kind(const struct adl_interface *interface)
{
	switch (interface->kind) {
	case ADL_PROVIDES:
	case ADL_USES:
		return ADL_END_PROCEDURE;
	case ADL_EMITS:
	case ADL_CONSUMES:
		return ADL_END_EVENT;
	case ADL_DATAPORT:
		return ADL_END_DATAPORT;
	}
	return ADL_END_DATAPORT;
}

static const char *end_kind_name(enum adl_end_kind kind)
{
	switch (kind) {
	case ADL_END_PROCEDURE:
		return "procedures";
	case ADL_END_EVENT:
		return "events";
	case ADL_END_DATAPORT:
		return "dataports";
	}
	return NULL;
}

static bool fits_direction(const struct adl_interface *interface, bool is_to)
{
	switch (interface->kind) {
	case ADL_PROVIDES:
	case ADL_CONSUMES:
		return is_to;
	case ADL_USES:
	case ADL_EMITS:
		return !is_to;
	case ADL_DATAPORT:
		return true;
	}
	return true;
}

static void note_declaration(struct resolver *resolver, const struct interface *interface)
{
	diag_note(resolver->diag, interface->ast->range, "'%s %s %s' is declared here",
		  assembly_interface_kind(interface->ast), interface->ast->type_name,
		  interface->ast->name.text);
}

static const char *connector_name(const struct adl_connector *connector)
{
	return connector->name.text ? connector->name.text : "(unnamed)";
}

static bool check_end(struct resolver *resolver, struct plan_connection *connection,
		      const struct plan_end *end, bool is_to)
{
	const struct adl_connector *type = connection->type;
	const struct adl_connector_side *side = is_to ? &type->to : &type->from;
	const struct interface *interface = assembly_effective_interface(end->interface);
	const char *name = end_name(resolver, end);
	if (!fits_direction(interface->ast, is_to)) {
		diag_report(resolver->diag, DIAG_CONNECTION_END, end->range,
			    "'%s' cannot be a '%s' end: it is declared '%s'", name, is_to ? "to" : "from",
			    assembly_interface_kind(interface->ast));
		note_declaration(resolver, interface);
		return false;
	}
	if (side->kind != end_kind(interface->ast)) {
		diag_report(resolver->diag, DIAG_CONNECTION_END, end->range,
			    "connector '%s' connects %s %s, but '%s' is declared '%s'", connector_name(type),
			    is_to ? "to" : "from", end_kind_name(side->kind), name,
			    assembly_interface_kind(interface->ast));
		note_declaration(resolver, interface);
		diag_note(resolver->diag, type->name.range, "connector '%s' is defined here",
			  connector_name(type));
		return false;
	}
	const struct adl_component *owner = interface->owner->ast;
	if (side->hardware == owner->hardware)
		return true;
	diag_report(resolver->diag, DIAG_HARDWARE_CONNECTION, end->range,
		    side->hardware ? "connector '%s' has hardware on this side, but '%s' belongs to the "
				     "software component '%s'"
				   : "connector '%s' has software on this side, but '%s' belongs to the "
				     "hardware component '%s'",
		    connector_name(type), name, interface->owner->name);
	diag_note(resolver->diag, interface->owner->range, "component '%s' is defined here",
		  interface->owner->name);
	return false;
}

/* "from a.x, to b.y", the other way round than it was written. */
static const char *reversed_ends(struct resolver *resolver, const struct plan_connection *connection)
{
	const char *text = "";
	for (size_t i = 0; i < connection->to.count; i++)
		text = arena_format(resolver->arena, "%sfrom %s, ", text,
				    end_name(resolver, &connection->to.items[i]));
	for (size_t i = 0; i < connection->from.count; i++)
		text = arena_format(resolver->arena, "%s%sto %s", text, i ? ", " : "",
				    end_name(resolver, &connection->from.items[i]));
	return text;
}

static bool all_are_against(const struct plan_end *ends, size_t count, bool is_to)
{
	for (size_t i = 0; i < count; i++)
		if (fits_direction(assembly_effective_interface(ends[i].interface)->ast, is_to))
			return false;
	return count > 0;
}

/* One mistake, not one at each end. */
static bool check_direction(struct resolver *resolver, const struct plan_connection *connection)
{
	if (!all_are_against(connection->from.items, connection->from.count, false) ||
	    !all_are_against(connection->to.items, connection->to.count, true))
		return true;
	const struct plan_end *from = &connection->from.items[0], *to = &connection->to.items[0];
	const struct interface *a = assembly_effective_interface(from->interface);
	const struct interface *b = assembly_effective_interface(to->interface);
	diag_report(resolver->diag, DIAG_CONNECTION_END, from->range,
		    "the ends of connection '%s' are reversed: '%s' is declared '%s', and '%s' '%s'; did you "
		    "mean "
		    "'%s'?",
		    connection->name, end_name(resolver, from), assembly_interface_kind(a->ast),
		    end_name(resolver, to), assembly_interface_kind(b->ast),
		    reversed_ends(resolver, connection));
	note_declaration(resolver, a);
	note_declaration(resolver, b);
	return false;
}

static bool skips_type_check(const struct adl_connector *connector)
{
	for (size_t i = 0; i < connector->attributes.count; i++) {
		const struct adl_attribute *attribute = connector->attributes.items[i];
		if (!strcmp(attribute->name.text, "disable_interface_type_checking"))
			return attribute->has_default && attribute->value.kind == ADL_VALUE_INTEGER &&
			       attribute->value.as.integer;
	}
	return false;
}

static void check_types(struct resolver *resolver, struct plan_connection *connection)
{
	const struct plan_end *first = &connection->from.items[0];
	const struct interface *a = assembly_effective_interface(first->interface);
	for (size_t i = 1; i < connection->from.count + connection->to.count; i++) {
		size_t to = i - connection->from.count;
		const struct plan_end *end =
			i < connection->from.count ? &connection->from.items[i] : &connection->to.items[to];
		const struct interface *b = assembly_effective_interface(end->interface);
		if (assembly_same_type(a, b))
			continue;
		diag_report(
			resolver->diag, DIAG_INTERFACE_TYPE, end->range,
			"connection '%s' joins interfaces of different types: '%s' is %s'%s', '%s' is %s'%s'",
			connection->name, end_name(resolver, first), a->procedure ? "procedure " : "",
			a->ast->type_name, end_name(resolver, end), b->procedure ? "procedure " : "",
			b->ast->type_name);
		note_declaration(resolver, a);
		note_declaration(resolver, b);
		connection->reported = true;
		return;
	}
}

static void check_number(struct resolver *resolver, struct plan_connection *connection, bool is_to)
{
	const struct adl_connector_side *side = is_to ? &connection->type->to : &connection->type->from;
	size_t count = is_to ? connection->to.count : connection->from.count;
	struct src_range range = connection->ast->name.range;
	const char *which = is_to ? "to" : "from";
	if (count && (count == 1 || side->many))
		return;
	if (count) {
		range = is_to ? connection->to.items[1].range : connection->from.items[1].range;
		diag_report(resolver->diag, DIAG_CONNECTION_ENDS, range,
			    "connection '%s' has %zu '%s' ends, but connector '%s' permits one only",
			    connection->name, count, which, connector_name(connection->type));
		diag_note(resolver->diag, side->range, "the connector's '%s' side is declared here", which);
	} else {
		diag_report(resolver->diag, DIAG_CONNECTION_ENDS, range, "connection '%s' has no '%s' end",
			    connection->name, which);
	}
	connection->reported = true;
}

static void check_connection(struct resolver *resolver, struct plan_connection *connection)
{
	if (connection->bad || !connection->type)
		return;
	bool ok = check_direction(resolver, connection), forwards = ok;
	for (size_t i = 0; i < connection->from.count && forwards; i++)
		ok &= check_end(resolver, connection, &connection->from.items[i], false);
	for (size_t i = 0; i < connection->to.count && forwards; i++)
		ok &= check_end(resolver, connection, &connection->to.items[i], true);
	connection->reported |= !ok;
	if (!ok)
		return;
	check_number(resolver, connection, false);
	check_number(resolver, connection, true);
	if (connection->from.count && connection->to.count && !skips_type_check(connection->type))
		check_types(resolver, connection);
}

void assembly_check_connections(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++)
		for (size_t j = 0; j < resolver->plans.items[i]->connections.count; j++)
			check_connection(resolver, resolver->plans.items[i]->connections.items[j]);
}
