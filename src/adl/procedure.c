/*
 * Procedures (IDL) and C includes.
 */
#include "adl/parser.h"

bool adl_parse_include(struct adl_parser *parser, unsigned body, adl_includes *includes)
{
	struct adl_include include = { .range = parser->token.range };
	adl_advance(parser);
	if (!adl_expect_path(parser, &include.path, &include.angle) ||
	    !adl_expect_semicolon(parser, body, "include"))
		return false;
	include.range = adl_since(parser, include.range);
	VEC_PUSH(parser->arena, includes, include);
	return true;
}

static enum adl_direction parse_direction(struct adl_parser *parser)
{
	if (adl_accept(parser, ADL_TOKEN_OUT))
		return ADL_OUT;
	if (adl_accept(parser, ADL_TOKEN_INOUT))
		return ADL_INOUT;
	if (adl_accept(parser, ADL_TOKEN_REFIN))
		return ADL_REFIN;
	adl_accept(parser, ADL_TOKEN_IN);
	return ADL_IN;
}

static struct adl_parameter *parse_parameter(struct adl_parser *parser)
{
	struct adl_parameter *parameter = ARENA_NEW(parser->arena, struct adl_parameter);
	struct src_range first = parser->token.range;
	parameter->direction = parse_direction(parser);
	if (!adl_at_type(parser)) {
		adl_fail(parser, "expected the parameter's type, found %s", adl_shown(parser));
		return NULL;
	}
	if (!adl_parse_type(parser, &parameter->type))
		return NULL;
	adl_check_type(parser, &parameter->type, false);
	if (!adl_expect_name(parser, &parameter->name, "the parameter's name") ||
	    !adl_parse_array(parser, &parameter->is_array))
		return NULL;
	parameter->range = adl_since(parser, first);
	return parameter;
}

/* '(' ( 'void' | list(param) ) ')' */
static bool parse_parameters(struct adl_parser *parser, struct adl_method *method)
{
	if (!adl_expect(parser, ADL_TOKEN_OPEN_PARENTHESIS, "after the method's name"))
		return false;
	if (adl_at(parser, ADL_TOKEN_VOID) && adl_peek(parser)->kind == ADL_TOKEN_CLOSE_PARENTHESIS)
		adl_advance(parser);
	while (!adl_at(parser, ADL_TOKEN_CLOSE_PARENTHESIS)) {
		struct adl_parameter *parameter = parse_parameter(parser);
		if (!parameter)
			return false;
		VEC_PUSH(parser->arena, &method->parameters, parameter);
		if (!adl_accept(parser, ADL_TOKEN_COMMA))
			break;
	}
	return adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "at the end of the parameter list");
}

static bool finish_method(struct adl_parser *parser, struct adl_procedure *procedure,
			  struct adl_method *method, struct src_range first)
{
	if (!parse_parameters(parser, method) || !adl_expect_semicolon(parser, IN_PROCEDURE, "method"))
		return false;
	method->range = adl_since(parser, first);
	VEC_PUSH(parser->arena, &procedure->methods, method);
	return true;
}

/* An attribute of a procedure: without a keyword before it or a ';' behind it. */
static bool finish_attribute(struct adl_parser *parser, struct adl_procedure *procedure,
			     const struct adl_type *type, struct adl_name name, struct src_range first)
{
	struct adl_attribute *attribute = ARENA_NEW(parser->arena, struct adl_attribute);
	attribute->type = *type;
	attribute->name = name;
	if (!adl_parse_array(parser, &attribute->is_array) || !adl_parse_default(parser, attribute))
		return false;
	attribute->range = adl_since(parser, first);
	VEC_PUSH(parser->arena, &procedure->attributes, attribute);
	if (adl_at(parser, ADL_TOKEN_SEMICOLON)) {
		adl_fail(parser,
			 "an attribute of a procedure has no ';' behind it; a method needs a parameter list");
		adl_advance(parser);
	}
	return true;
}

static bool parse_typed_member(struct adl_parser *parser, struct adl_procedure *procedure)
{
	struct src_range first = parser->token.range;
	struct adl_method *method = ARENA_NEW(parser->arena, struct adl_method);
	method->returns_void = adl_accept(parser, ADL_TOKEN_VOID);
	if (!method->returns_void && !adl_parse_type(parser, &method->return_type))
		return false;
	if (!adl_expect_name(parser, &method->name, "the method's name"))
		return false;
	bool is_method = method->returns_void || adl_at(parser, ADL_TOKEN_OPEN_PARENTHESIS);
	if (!method->returns_void)
		adl_check_type(parser, &method->return_type, !is_method);
	if (!is_method)
		return finish_attribute(parser, procedure, &method->return_type, method->name, first);
	return finish_method(parser, procedure, method, first);
}

static bool parse_member(struct adl_parser *parser, void *owner)
{
	struct adl_procedure *procedure = owner;
	if (adl_at(parser, ADL_TOKEN_INCLUDE))
		return adl_parse_include(parser, IN_PROCEDURE, &procedure->includes);
	if (adl_fail_c_declaration(parser))
		return false;
	if (adl_at(parser, ADL_TOKEN_VOID) || adl_at_type(parser))
		return parse_typed_member(parser, procedure);
	return adl_fail_statement(parser, IN_PROCEDURE);
}

struct adl_procedure *adl_parse_procedure(struct adl_parser *parser)
{
	struct adl_procedure *procedure = ARENA_NEW(parser->arena, struct adl_procedure);
	procedure->range = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_item_name(parser, procedure->range, &procedure->name, "the procedure's name") ||
	    !adl_parse_body(parser, IN_PROCEDURE, "after the procedure's name", parse_member, procedure,
			    &procedure->incomplete))
		return NULL;
	procedure->range = adl_since(parser, procedure->range);
	return procedure;
}
