/*
 * Components.
 */
#include "adl/parser.h"

#include <stdint.h>

/* --------------------------------------------------------------- interfaces */

static struct adl_interface *begin_interface(struct adl_parser *parser, enum adl_interface_kind kind,
					     bool optional)
{
	struct adl_interface *interface = ARENA_NEW(parser->arena, struct adl_interface);
	interface->kind = kind;
	interface->optional = optional;
	interface->range = parser->token.range;
	adl_advance(parser);
	return interface;
}

/* What is behind the type is the same for all: the name and a ';'. */
static bool finish_interface(struct adl_parser *parser, struct adl_component *component,
			     struct adl_interface *interface, const char *statement, const char *name)
{
	if (!interface->type_name)
		interface->type_name = adl_qname_text(parser, &interface->type);
	if (!adl_expect_name(parser, &interface->name, name))
		return false;
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACKET))
		return adl_fail_as(parser, DIAG_NOT_IN_ADL,
				   "there are no arrays of interfaces: declare each by itself");
	if (!adl_expect_semicolon(parser, IN_COMPONENT, statement))
		return false;
	interface->range = adl_since(parser, interface->range);
	VEC_PUSH(parser->arena, &component->interfaces, interface);
	return true;
}

static bool parse_procedural(struct adl_parser *parser, struct adl_component *component, bool optional)
{
	bool provides = adl_at(parser, ADL_TOKEN_PROVIDES);
	struct adl_interface *interface =
		begin_interface(parser, provides ? ADL_PROVIDES : ADL_USES, optional);
	if (!adl_expect_qname(parser, &interface->type, "a procedure's name"))
		return false;
	return finish_interface(parser, component, interface,
				provides ? "'provides' declaration" : "'uses' declaration",
				"the interface's name");
}

/* The type of an event or dataport is a single name. */
static bool expect_simple_type(struct adl_parser *parser, struct adl_interface *interface, const char *what)
{
	if (!adl_expect_qname(parser, &interface->type, what))
		return false;
	interface->bad = interface->type.parts.count > 1;
	if (interface->bad)
		diag_report(parser->compilation->diag, DIAG_SYNTAX, interface->type.range,
			    "%s cannot have a dot in it", what);
	return true;
}

static bool parse_event(struct adl_parser *parser, struct adl_component *component, bool optional)
{
	bool emits = adl_at(parser, ADL_TOKEN_EMITS);
	struct adl_interface *interface = begin_interface(parser, emits ? ADL_EMITS : ADL_CONSUMES, optional);
	if (!expect_simple_type(parser, interface, "the event's type"))
		return false;
	return finish_interface(parser, component, interface,
				emits ? "'emits' declaration" : "'consumes' declaration", "the event's name");
}

/* The size behind Buf; a dataport's size is a whole number of bytes. */
static bool parse_size(struct adl_parser *parser, struct adl_interface *interface)
{
	struct adl_number size;
	adl_advance(parser);
	if (!adl_parse_expression(parser, &size) ||
	    !adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "after the dataport's size"))
		return false;
	if (size.bad || !adl_number_whole(size, &interface->size) || interface->size <= 0 ||
	    interface->size > UINT64_MAX) {
		if (!size.bad)
			diag_report(parser->compilation->diag, DIAG_BUFFER_SIZE, size.range,
				    "the size of a dataport must be a whole number of bytes above 0");
		interface->size = 1;
		interface->bad = true;
	}
	interface->has_size = true;
	interface->type_name =
		intern_format(parser->compilation->names, "Buf(%llu)", (unsigned long long)interface->size);
	return true;
}

static bool parse_dataport(struct adl_parser *parser, struct adl_component *component, bool optional)
{
	struct adl_interface *interface = begin_interface(parser, ADL_DATAPORT, optional);
	if (!expect_simple_type(parser, interface, "the dataport's type"))
		return false;
	if (adl_at(parser, ADL_TOKEN_OPEN_PARENTHESIS)) {
		if (interface->type.parts.items[0].text != intern_cstr(parser->compilation->names, "Buf"))
			return adl_fail(
				parser,
				"only 'Buf' has a size in parentheses; the size of another type is that "
				"of its C type");
		if (!parse_size(parser, interface))
			return false;
	}
	return finish_interface(parser, component, interface, "dataport declaration", "the dataport's name");
}

static bool parse_interface(struct adl_parser *parser, struct adl_component *component, bool optional)
{
	switch ((int)parser->token.kind) {
	case ADL_TOKEN_PROVIDES:
	case ADL_TOKEN_USES:
		return parse_procedural(parser, component, optional);
	case ADL_TOKEN_EMITS:
	case ADL_TOKEN_CONSUMES:
		return parse_event(parser, component, optional);
	case ADL_TOKEN_DATAPORT:
		return parse_dataport(parser, component, optional);
	default:
		return adl_fail(parser, "expected 'uses', 'consumes' or 'dataport' after 'maybe', found %s",
				adl_shown(parser));
	}
}

static bool parse_maybe(struct adl_parser *parser, struct adl_component *component)
{
	struct src_range maybe = parser->token.range;
	adl_advance(parser);
	bool never = adl_at(parser, ADL_TOKEN_PROVIDES) || adl_at(parser, ADL_TOKEN_EMITS);
	if (never)
		diag_report(parser->compilation->diag, DIAG_NOT_IN_ADL, maybe,
			    "%s may stay unconnected anyway, so it takes no 'maybe'", adl_shown(parser));
	return parse_interface(parser, component, !never);
}

/* ------------------------------------------------------------ other members */

static bool parse_lock(struct adl_parser *parser, struct adl_component *component)
{
	struct adl_lock *lock = ARENA_NEW(parser->arena, struct adl_lock);
	lock->range = parser->token.range;
	adl_advance(parser);
	if (adl_accept(parser, ADL_TOKEN_MUTEX))
		lock->kind = ADL_MUTEX;
	else if (adl_accept(parser, ADL_TOKEN_SEMAPHORE))
		lock->kind = ADL_SEMAPHORE;
	else if (adl_accept(parser, ADL_TOKEN_BINARY_SEMAPHORE))
		lock->kind = ADL_BINARY_SEMAPHORE;
	else
		return adl_fail(parser,
				"expected 'mutex', 'semaphore' or 'binary_semaphore' after 'has', found %s",
				adl_shown(parser));
	if (!adl_expect_name(parser, &lock->name, "the lock's name") ||
	    !adl_expect_semicolon(parser, IN_COMPONENT, "'has' declaration"))
		return false;
	lock->range = adl_since(parser, lock->range);
	VEC_PUSH(parser->arena, &component->locks, lock);
	return true;
}

static bool parse_mark(struct adl_parser *parser, bool *mark, struct src_range *range, const char *word)
{
	if (!*mark)
		*range = parser->token.range;
	*mark = true;
	adl_advance(parser);
	return adl_expect_semicolon(parser, IN_COMPONENT, word);
}

static bool parse_attribute_member(struct adl_parser *parser, struct adl_component *component)
{
	adl_advance(parser);
	struct adl_attribute *attribute = adl_parse_attribute(parser, IN_COMPONENT);
	if (attribute)
		VEC_PUSH(parser->arena, &component->attributes, attribute);
	return attribute != NULL;
}

/* What follows the composition or configuration, which stand last. */
static void check_order(struct adl_parser *parser, const struct adl_component *component)
{
	if (!component->composition && !component->configuration)
		return;
	if (adl_token_bodies(parser->token.kind) & IN_COMPONENT)
		adl_fail(parser, "%s must come before the component's %s, which stands last",
			 adl_shown(parser), component->composition ? "composition" : "configuration");
}

static bool parse_architecture(struct adl_parser *parser, struct adl_component *component)
{
	bool is_composition = adl_at(parser, ADL_TOKEN_COMPOSITION);
	if (is_composition ? component->composition != NULL : component->configuration != NULL)
		adl_fail(parser, "a component has one %s at most",
			 is_composition ? "composition" : "configuration");
	if (is_composition) {
		struct adl_composition *composition = adl_parse_composition(parser, IN_COMPONENT);
		if (composition && !component->composition)
			component->composition = composition;
		return composition != NULL;
	}
	struct adl_configuration *configuration = adl_parse_configuration(parser, IN_COMPONENT);
	if (configuration && !component->configuration)
		component->configuration = configuration;
	return configuration != NULL;
}

static bool parse_member(struct adl_parser *parser, void *owner)
{
	struct adl_component *component = owner;
	if (!adl_at(parser, ADL_TOKEN_COMPOSITION) && !adl_at(parser, ADL_TOKEN_CONFIGURATION))
		check_order(parser, component);
	switch ((int)parser->token.kind) {
	case ADL_TOKEN_CONTROL:
		return parse_mark(parser, &component->control, &component->control_range, "'control'");
	case ADL_TOKEN_HARDWARE:
		return parse_mark(parser, &component->hardware, &component->hardware_range, "'hardware'");
	case ADL_TOKEN_INCLUDE:
		return adl_parse_include(parser, IN_COMPONENT, &component->includes);
	case ADL_TOKEN_MAYBE:
		return parse_maybe(parser, component);
	case ADL_TOKEN_PROVIDES:
	case ADL_TOKEN_USES:
	case ADL_TOKEN_EMITS:
	case ADL_TOKEN_CONSUMES:
	case ADL_TOKEN_DATAPORT:
		return parse_interface(parser, component, false);
	case ADL_TOKEN_HAS:
		return parse_lock(parser, component);
	case ADL_TOKEN_ATTRIBUTE:
		return parse_attribute_member(parser, component);
	case ADL_TOKEN_COMPOSITION:
	case ADL_TOKEN_CONFIGURATION:
		return parse_architecture(parser, component);
	default:
		return adl_fail_statement(parser, IN_COMPONENT);
	}
}

bool adl_parse_component_body(struct adl_parser *parser, struct adl_component *component)
{
	unsigned errors = diag_error_count(parser->compilation->diag);
	if (!adl_parse_body(parser, IN_COMPONENT, "after the component's name", parse_member, component,
			    &component->incomplete))
		return false;
	if (component->configuration && !component->composition &&
	    diag_error_count(parser->compilation->diag) == errors)
		diag_report(parser->compilation->diag, DIAG_SYNTAX, component->configuration->name.range,
			    "a component with a configuration needs a composition too");
	return true;
}

struct adl_component *adl_parse_component(struct adl_parser *parser)
{
	struct adl_component *component = ARENA_NEW(parser->arena, struct adl_component);
	component->range = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_item_name(parser, component->range, &component->name, "the component's name") ||
	    !adl_parse_component_body(parser, component))
		return NULL;
	component->range = adl_since(parser, component->range);
	return component;
}
