/*
 * Connectors.
 */
#include "adl/parser.h"

#include <limits.h>

struct connector_body {
	struct adl_connector *connector;
	bool has_from;
	bool has_to;
};

static bool parse_kind(struct adl_parser *parser, struct adl_connector_side *side)
{
	static const struct {
		enum adl_token_kind token;
		enum adl_end_kind kind;
		bool many;
	} kinds[] = {
		{ ADL_TOKEN_PROCEDURE_KIND, ADL_END_PROCEDURE, false },
		{ ADL_TOKEN_PROCEDURES_KIND, ADL_END_PROCEDURE, true },
		{ ADL_TOKEN_EVENT_KIND, ADL_END_EVENT, false },
		{ ADL_TOKEN_EVENTS_KIND, ADL_END_EVENT, true },
		{ ADL_TOKEN_DATAPORT_KIND, ADL_END_DATAPORT, false },
		{ ADL_TOKEN_DATAPORTS_KIND, ADL_END_DATAPORT, true },
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (adl_accept(parser, kinds[i].token)) {
			side->kind = kinds[i].kind;
			side->many = kinds[i].many;
			return true;
		}
	return adl_fail(parser, "expected Procedure, Event or Dataport, or the plural of one, found %s",
			adl_shown(parser));
}

/* [ 'with' expr ( 'thread' | 'threads' ) ] */
static bool parse_threads(struct adl_parser *parser, struct adl_connector_side *side)
{
	struct adl_number count;
	adl_integer whole;
	side->threads = 1;
	if (!adl_accept(parser, ADL_TOKEN_WITH))
		return true;
	if (!adl_parse_expression(parser, &count))
		return false;
	if (!adl_accept(parser, ADL_TOKEN_THREADS) &&
	    !adl_expect(parser, ADL_TOKEN_THREAD, "after the number of threads"))
		return false;
	if (!count.bad && (!adl_number_whole(count, &whole) || whole < 0 || whole > INT_MAX))
		diag_report(parser->compilation->diag, DIAG_THREAD_COUNT, count.range,
			    "the number of threads must be a whole number, 0 or more");
	else if (!count.bad)
		side->threads = (unsigned)whole;
	return true;
}

static bool parse_side(struct adl_parser *parser, struct adl_connector_side *side, const char *statement)
{
	side->range = parser->token.range;
	adl_advance(parser);
	side->hardware = adl_accept(parser, ADL_TOKEN_HARDWARE);
	if (!parse_kind(parser, side))
		return false;
	if (adl_at(parser, ADL_TOKEN_IDENTIFIER) && !parser->token.starts_line) {
		adl_fail_as(parser, DIAG_NOT_IN_ADL,
			    "an end of a connector has no name: expected ';' after %s", statement);
		adl_advance(parser);
	}
	if (!parse_threads(parser, side) || !adl_expect_semicolon(parser, IN_CONNECTOR, statement))
		return false;
	side->range = adl_since(parser, side->range);
	return true;
}

static bool parse_from(struct adl_parser *parser, struct connector_body *body)
{
	if (body->has_from)
		adl_fail(parser,
			 "a connector has one 'from' side; several ends on it are allowed by a plural kind");
	else if (body->has_to)
		adl_fail(parser, "the 'from' side of a connector stands before its 'to' side");
	body->has_from = true;
	return parse_side(parser, &body->connector->from, "the connector's 'from' side");
}

static bool parse_to(struct adl_parser *parser, struct connector_body *body)
{
	if (body->has_to)
		adl_fail(parser,
			 "a connector has one 'to' side; several ends on it are allowed by a plural kind");
	body->has_to = true;
	return parse_side(parser, &body->connector->to, "the connector's 'to' side");
}

static bool parse_member(struct adl_parser *parser, void *owner)
{
	struct connector_body *body = owner;
	if (adl_at(parser, ADL_TOKEN_FROM))
		return parse_from(parser, body);
	if (adl_at(parser, ADL_TOKEN_TO))
		return parse_to(parser, body);
	if (!adl_at(parser, ADL_TOKEN_ATTRIBUTE))
		return adl_fail_statement(parser, IN_CONNECTOR);
	if (!body->has_from || !body->has_to)
		adl_fail(parser, "the attributes of a connector stand behind its 'from' and 'to' sides");
	adl_advance(parser);
	struct adl_attribute *attribute = adl_parse_attribute(parser, IN_CONNECTOR);
	if (attribute)
		VEC_PUSH(parser->arena, &body->connector->attributes, attribute);
	return attribute != NULL;
}

bool adl_parse_connector_body(struct adl_parser *parser, struct adl_connector *connector)
{
	struct connector_body body = { .connector = connector };
	unsigned errors = diag_error_count(parser->compilation->diag);
	if (!adl_parse_body(parser, IN_CONNECTOR, "after the connector's name", parse_member, &body,
			    &connector->incomplete))
		return false;
	connector->incomplete |= !body.has_from || !body.has_to;
	if ((!body.has_from || !body.has_to) && diag_error_count(parser->compilation->diag) == errors)
		diag_report(parser->compilation->diag, DIAG_SYNTAX, connector->name.range,
			    "a connector needs a 'from' and a 'to' side: '%s' is missing",
			    body.has_from ? "to" : "from");
	return true;
}

struct adl_connector *adl_parse_connector(struct adl_parser *parser)
{
	struct adl_connector *connector = ARENA_NEW(parser->arena, struct adl_connector);
	connector->range = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_item_name(parser, connector->range, &connector->name, "the connector's name") ||
	    !adl_parse_connector_body(parser, connector))
		return NULL;
	connector->range = adl_since(parser, connector->range);
	return connector;
}
