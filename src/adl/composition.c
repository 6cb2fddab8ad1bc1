/*
 * Compositions: instances, groups, connections and exports.
 */
#include "adl/parser.h"

/* "component Type name;" or "component { ... } name;". NULL after an error. */
static struct adl_instance *parse_instance(struct adl_parser *parser, unsigned body)
{
	struct adl_instance *instance = ARENA_NEW(parser->arena, struct adl_instance);
	struct adl_token keyword = parser->token;
	instance->range = keyword.range;
	adl_advance(parser);
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
		instance->body = ARENA_NEW(parser->arena, struct adl_component);
		instance->body->name.range = instance->range;
		if (!adl_parse_component_body(parser, instance->body))
			return NULL;
		instance->body->range = adl_since(parser, instance->range);
	} else if (!adl_expect_qname(parser, &instance->type, "a component's name")) {
		return NULL;
	}
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE) && !instance->body && adl_end_body_before(parser, &keyword))
		return NULL;
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
		adl_fail(parser, "a component that is defined in place has no name before its '{': the "
				 "instance's name "
				 "follows the '}'");
		return NULL;
	}
	if (!adl_expect_name(parser, &instance->name, "the instance's name"))
		return NULL;
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACKET)) {
		adl_fail_as(parser, DIAG_NOT_IN_ADL,
			    "there are no arrays of instances: declare each by itself");
		return NULL;
	}
	if (!adl_expect_semicolon(parser, body, "instance"))
		return NULL;
	instance->range = adl_since(parser, instance->range);
	return instance;
}

/* ------------------------------------------------------------------ groups */

static bool parse_group_member(struct adl_parser *parser, void *owner)
{
	struct adl_group *group = owner;
	if (adl_at(parser, ADL_TOKEN_COMPONENT)) {
		struct adl_instance *instance = parse_instance(parser, IN_GROUP);
		if (instance)
			VEC_PUSH(parser->arena, &group->instances, instance);
		return instance != NULL;
	}
	if (adl_at(parser, ADL_TOKEN_GROUP))
		return adl_fail_as(parser, DIAG_NOT_IN_ADL, "groups cannot be nested");
	return adl_fail_statement(parser, IN_GROUP);
}

static bool parse_group(struct adl_parser *parser, struct adl_member *member)
{
	struct adl_group *group = ARENA_NEW(parser->arena, struct adl_group);
	group->range = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_item_name(parser, group->range, &group->name, "the group's name") ||
	    !adl_parse_body(parser, IN_GROUP, "after the group's name", parse_group_member, group,
			    &group->incomplete))
		return false;
	group->range = adl_since(parser, group->range);
	*member = (struct adl_member){ ADL_MEMBER_GROUP, { .group = group } };
	return true;
}

/* ------------------------------------------------------------- connections */

static bool parse_end(struct adl_parser *parser, struct adl_connection *connection)
{
	struct adl_connection_end end = { .is_to = adl_at(parser, ADL_TOKEN_TO) };
	if (!adl_accept(parser, ADL_TOKEN_TO) && !adl_accept(parser, ADL_TOKEN_FROM))
		return adl_fail(parser, "expected 'from' or 'to', found %s", adl_shown(parser));
	if (!adl_expect_qname(parser, &end.name, "the interface to connect"))
		return false;
	VEC_PUSH(parser->arena, &connection->ends, end);
	return true;
}

/* '(' list(('from'|'to') qname) ')' */
static bool parse_ends(struct adl_parser *parser, struct adl_connection *connection)
{
	if (!adl_expect(parser, ADL_TOKEN_OPEN_PARENTHESIS, "after the connection's name"))
		return false;
	VEC_RESERVE(parser->arena, &connection->ends, 2);
	while (!adl_at(parser, ADL_TOKEN_CLOSE_PARENTHESIS)) {
		if (!parse_end(parser, connection))
			return false;
		if (adl_accept(parser, ADL_TOKEN_COMMA))
			continue;
		if (!adl_at(parser, ADL_TOKEN_FROM) && !adl_at(parser, ADL_TOKEN_TO))
			break;
		adl_expect(parser, ADL_TOKEN_COMMA, "between the ends of the connection");
	}
	return adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "at the end of the connection");
}

static bool parse_connection(struct adl_parser *parser, struct adl_member *member)
{
	struct adl_connection *connection = ARENA_NEW(parser->arena, struct adl_connection);
	connection->range = parser->token.range;
	adl_advance(parser);
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
		connection->body = ARENA_NEW(parser->arena, struct adl_connector);
		connection->body->name.range = connection->range;
		if (!adl_parse_connector_body(parser, connection->body))
			return false;
		connection->body->range = adl_since(parser, connection->range);
	} else if (!adl_expect_qname(parser, &connection->type, "a connector's name")) {
		return false;
	}
	if (!adl_expect_name(parser, &connection->name, "the connection's name") ||
	    !parse_ends(parser, connection) || !adl_expect_semicolon(parser, IN_COMPOSITION, "connection"))
		return false;
	connection->range = adl_since(parser, connection->range);
	*member = (struct adl_member){ ADL_MEMBER_CONNECTION, { .connection = connection } };
	return true;
}

static bool parse_export(struct adl_parser *parser, struct adl_member *member)
{
	struct adl_export *exported = ARENA_NEW(parser->arena, struct adl_export);
	exported->range = parser->token.range;
	adl_advance(parser);
	if (!adl_expect_qname(parser, &exported->source, "the interface to export") ||
	    !adl_expect(parser, ADL_TOKEN_RIGHT_ARROW, "after the interface to export") ||
	    !adl_expect_qname(parser, &exported->target, "the interface that it becomes") ||
	    !adl_expect_semicolon(parser, IN_COMPOSITION, "export"))
		return false;
	if (exported->source.parts.count < 2)
		diag_report(parser->compilation->diag, DIAG_EXPORT_SOURCE, exported->source.range,
			    "illegal source in export statement: expected an instance and its interface, "
			    "'instance.interface'");
	exported->range = adl_since(parser, exported->range);
	*member = (struct adl_member){ ADL_MEMBER_EXPORT, { .exported = exported } };
	return true;
}

/* ------------------------------------------------------------- composition */

static bool parse_instance_member(struct adl_parser *parser, struct adl_member *member)
{
	struct adl_instance *instance = parse_instance(parser, IN_COMPOSITION);
	*member = (struct adl_member){ ADL_MEMBER_INSTANCE, { .instance = instance } };
	return instance != NULL;
}

static bool parse_member(struct adl_parser *parser, void *owner)
{
	struct adl_composition *composition = owner;
	struct adl_member member;
	bool ok;
	if (adl_at(parser, ADL_TOKEN_COMPONENT))
		ok = parse_instance_member(parser, &member);
	else if (adl_at(parser, ADL_TOKEN_GROUP))
		ok = parse_group(parser, &member);
	else if (adl_at(parser, ADL_TOKEN_CONNECTION))
		ok = parse_connection(parser, &member);
	else if (adl_at(parser, ADL_TOKEN_EXPORT))
		ok = parse_export(parser, &member);
	else
		return adl_fail_statement(parser, IN_COMPOSITION);
	if (ok)
		VEC_PUSH(parser->arena, &composition->members, member);
	if (ok && member.kind == ADL_MEMBER_GROUP)
		composition->incomplete |= member.as.group->incomplete;
	return ok;
}

struct adl_composition *adl_parse_composition(struct adl_parser *parser, unsigned body)
{
	struct adl_composition *composition = ARENA_NEW(parser->arena, struct adl_composition);
	composition->range = parser->token.range;
	adl_advance(parser);
	composition->name.range = composition->range;
	if (!adl_at(parser, ADL_TOKEN_OPEN_BRACE) && !adl_brace_is_missing(parser)) {
		if (!adl_expect_qname(parser, &composition->reference, "the composition's name"))
			return NULL;
		if (body != IN_FILE && !adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
			composition->is_reference = true;
			composition->range = adl_since(parser, composition->range);
			return adl_expect_semicolon(parser, body, "composition") ? composition : NULL;
		}
		if (composition->reference.parts.count > 1)
			diag_report(parser->compilation->diag, DIAG_SYNTAX, composition->reference.range,
				    "the name of a composition cannot have a dot in it");
		composition->name = composition->reference.parts.items[0];
	}
	if (!adl_parse_body(parser, IN_COMPOSITION, "after 'composition'", parse_member, composition,
			    &composition->incomplete))
		return NULL;
	composition->range = adl_since(parser, composition->range);
	return composition;
}
