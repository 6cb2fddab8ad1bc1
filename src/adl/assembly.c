/*
 * Assemblies, configurations and schedules.
 */
#include "adl/parser.h"

/* ----------------------------------------------------------- configurations */

static bool parse_setting_value(struct adl_parser *parser, struct adl_setting *setting)
{
	if (adl_accept(parser, ADL_TOKEN_LEFT_ARROW))
		return adl_parse_reference(parser, &setting->value);
	if (adl_accept(parser, ADL_TOKEN_ASSIGN))
		return adl_parse_setting_value(parser, &setting->value);
	return adl_fail(parser, "expected '=' or '<-' after the attribute's name, found %s",
			adl_shown(parser));
}

/* entity.attribute: a dotted entity is no setting, so it is explained. */
static bool parse_target(struct adl_parser *parser, struct adl_setting *setting)
{
	struct adl_qname name;
	if (!adl_expect_qname(parser, &name,
			      "the name of an instance and its attribute, 'instance.attribute'"))
		return false;
	setting->entity = name.parts.items[0];
	setting->attribute = name.parts.items[name.parts.count - 1];
	if (name.parts.count == 1)
		return adl_fail(parser, "expected '.' and the attribute's name after '%s'",
				name.parts.items[0].text);
	if (name.parts.count > 2)
		diag_report(parser->compilation->diag, DIAG_SYNTAX, name.range,
			    "a setting names one instance and its attribute; what concerns an instance "
			    "inside a compound "
			    "component is set in that component's configuration");
	return true;
}

/* A connection among the settings; that it has no name would be the next mistake. */
static bool fail_connection(struct adl_parser *parser, struct adl_configuration *configuration)
{
	const struct diag *diag = parser->compilation->diag;
	unsigned errors = diag_error_count(diag);
	struct adl_qname type;
	configuration->lost_connection = true;
	adl_fail_statement(parser, IN_CONFIGURATION);
	adl_advance(parser);
	if (adl_at(parser, ADL_TOKEN_IDENTIFIER) && adl_expect_qname(parser, &type, "a connector's name") &&
	    adl_at(parser, ADL_TOKEN_OPEN_PARENTHESIS) && diag_error_count(diag) == errors + 1)
		diag_note(parser->compilation->diag, type.range,
			  "it needs a name too: 'connection %s name(...);'", adl_qname_text(parser, &type));
	return false;
}

static bool parse_setting(struct adl_parser *parser, void *owner)
{
	struct adl_configuration *configuration = owner;
	struct adl_setting *setting = ARENA_NEW(parser->arena, struct adl_setting);
	setting->range = parser->token.range;
	if (adl_at(parser, ADL_TOKEN_CONNECTION) && adl_peek(parser)->kind != ADL_TOKEN_DOT)
		return fail_connection(parser, configuration);
	if (!adl_at(parser, ADL_TOKEN_IDENTIFIER) &&
	    (!adl_keyword_text(parser->token.kind) || adl_peek(parser)->kind != ADL_TOKEN_DOT))
		return adl_fail_statement(parser, IN_CONFIGURATION);
	if (!parse_target(parser, setting) || !parse_setting_value(parser, setting) ||
	    !adl_expect_semicolon(parser, IN_CONFIGURATION, "setting"))
		return false;
	setting->range = adl_since(parser, setting->range);
	VEC_PUSH(parser->arena, &configuration->settings, setting);
	return true;
}

struct adl_configuration *adl_parse_configuration(struct adl_parser *parser, unsigned body)
{
	struct adl_configuration *configuration = ARENA_NEW(parser->arena, struct adl_configuration);
	configuration->range = parser->token.range;
	adl_advance(parser);
	configuration->name.range = configuration->range;
	if (!adl_at(parser, ADL_TOKEN_OPEN_BRACE) && !adl_brace_is_missing(parser)) {
		if (!adl_expect_qname(parser, &configuration->reference, "the configuration's name"))
			return NULL;
		if (body != IN_FILE && !adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
			configuration->is_reference = true;
			configuration->range = adl_since(parser, configuration->range);
			return adl_expect_semicolon(parser, body, "configuration") ? configuration : NULL;
		}
		if (configuration->reference.parts.count > 1)
			diag_report(parser->compilation->diag, DIAG_SYNTAX, configuration->reference.range,
				    "the name of a configuration cannot have a dot in it");
		configuration->name = configuration->reference.parts.items[0];
	}
	if (!adl_parse_body(parser, IN_CONFIGURATION, "after 'configuration'", parse_setting, configuration,
			    &configuration->incomplete))
		return NULL;
	configuration->range = adl_since(parser, configuration->range);
	return configuration;
}

/* ---------------------------------------------------------------- schedules */

/* A plain number: no expressions here. */
static bool parse_plain_number(struct adl_parser *parser, adl_integer *result, const char *what)
{
	if (!adl_at(parser, ADL_TOKEN_NUMBER))
		return adl_fail(parser, "expected %s, a plain number, found %s", what, adl_shown(parser));
	struct adl_number number = adl_number_literal(parser->compilation, &parser->token);
	adl_advance(parser);
	if (!number.bad && !adl_number_whole(number, result))
		diag_report(parser->compilation->diag, DIAG_SCHEDULE, number.range,
			    "%s must be a whole number", what);
	return true;
}

static bool parse_unit(struct adl_parser *parser, struct adl_schedule_item *item)
{
	if (adl_accept(parser, ADL_TOKEN_US))
		item->unit = ADL_MICROSECONDS;
	else if (!adl_accept(parser, ADL_TOKEN_TICKS) && adl_at(parser, ADL_TOKEN_IDENTIFIER))
		return adl_fail(parser, "unknown unit of time %s: expected 'ticks' or 'us'",
				adl_shown(parser));
	return true;
}

static bool parse_schedule_item(struct adl_parser *parser, struct adl_schedule *schedule)
{
	struct adl_schedule_item item = { .range = parser->token.range };
	if (!adl_expect(parser, ADL_TOKEN_OPEN_PARENTHESIS, "before the domain") ||
	    !parse_plain_number(parser, &item.domain, "the domain") ||
	    !adl_expect(parser, ADL_TOKEN_COMMA, "after the domain") ||
	    !parse_plain_number(parser, &item.duration, "the duration") || !parse_unit(parser, &item) ||
	    !adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "after the duration"))
		return false;
	item.range = adl_since(parser, item.range);
	VEC_PUSH(parser->arena, &schedule->items, item);
	return true;
}

static bool parse_schedule_items(struct adl_parser *parser, struct adl_schedule *schedule)
{
	if (!adl_expect(parser, ADL_TOKEN_OPEN_BRACKET, "before the schedule's items"))
		return false;
	while (!adl_at(parser, ADL_TOKEN_CLOSE_BRACKET)) {
		if (!parse_schedule_item(parser, schedule))
			return false;
		if (!adl_accept(parser, ADL_TOKEN_COMMA))
			break;
	}
	return adl_expect(parser, ADL_TOKEN_CLOSE_BRACKET, "after the schedule's items");
}

static struct adl_schedule *parse_schedule(struct adl_parser *parser)
{
	struct adl_schedule *schedule = ARENA_NEW(parser->arena, struct adl_schedule);
	schedule->range = parser->token.range;
	adl_advance(parser);
	if (!adl_expect(parser, ADL_TOKEN_OPEN_BRACE, "after 'schedule'"))
		return NULL;
	if (!parse_schedule_items(parser, schedule) ||
	    !adl_expect(parser, ADL_TOKEN_CLOSE_BRACE, "at the end of the schedule")) {
		while (!adl_at(parser, ADL_TOKEN_END) && !adl_at(parser, ADL_TOKEN_CLOSE_BRACE) &&
		       !adl_token_bodies(parser->token.kind))
			adl_advance(parser);
		adl_accept(parser, ADL_TOKEN_CLOSE_BRACE);
		return schedule;
	}
	if (schedule->items.count < 2)
		diag_report(parser->compilation->diag, DIAG_SCHEDULE, schedule->range,
			    "a schedule needs two items or more");
	schedule->range = adl_since(parser, schedule->range);
	return schedule;
}

/* --------------------------------------------------------------- assemblies */

static bool parse_part(struct adl_parser *parser, void *owner)
{
	struct adl_assembly *assembly = owner;
	if (adl_at(parser, ADL_TOKEN_COMPOSITION)) {
		struct adl_composition *composition = adl_parse_composition(parser, IN_ASSEMBLY);
		if (composition)
			VEC_PUSH(parser->arena, &assembly->compositions, composition);
		return composition != NULL;
	}
	if (adl_at(parser, ADL_TOKEN_CONFIGURATION)) {
		struct adl_configuration *configuration = adl_parse_configuration(parser, IN_ASSEMBLY);
		if (configuration)
			VEC_PUSH(parser->arena, &assembly->configurations, configuration);
		return configuration != NULL;
	}
	if (adl_at(parser, ADL_TOKEN_SCHEDULE)) {
		struct adl_schedule *schedule = parse_schedule(parser);
		if (schedule)
			VEC_PUSH(parser->arena, &assembly->schedules, schedule);
		return schedule != NULL;
	}
	return adl_fail_statement(parser, IN_ASSEMBLY);
}

struct adl_assembly *adl_parse_assembly(struct adl_parser *parser)
{
	struct adl_assembly *assembly = ARENA_NEW(parser->arena, struct adl_assembly);
	unsigned errors = diag_error_count(parser->compilation->diag);
	assembly->range = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_item_name(parser, assembly->range, &assembly->name, "the assembly's name") ||
	    !adl_parse_body(parser, IN_ASSEMBLY, "after 'assembly'", parse_part, assembly,
			    &assembly->incomplete))
		return NULL;
	if (!assembly->compositions.count && !assembly->configurations.count && !assembly->schedules.count &&
	    diag_error_count(parser->compilation->diag) == errors)
		diag_report(parser->compilation->diag, DIAG_SYNTAX, assembly->name.range,
			    "an assembly needs a composition");
	assembly->range = adl_since(parser, assembly->range);
	return assembly;
}
