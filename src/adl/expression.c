/*
 * Number expressions, folded as they are read. The levels are the reference parser's: * / % and ** share one,
 * every level is left-associative, and a conditional may stand in the middle branch of another but not in the
 * last one.
 */
#include "adl/parser.h"

enum { LEVEL_OR_OR = 1, LEVEL_PRODUCT = 10 };

static int level_of(enum adl_token_kind kind)
{
	static const unsigned char levels[ADL_TOKEN_COUNT] = {
		[ADL_TOKEN_OR_OR] = LEVEL_OR_OR,
		[ADL_TOKEN_AND_AND] = 2,
		[ADL_TOKEN_OR] = 3,
		[ADL_TOKEN_XOR] = 4,
		[ADL_TOKEN_AND] = 5,
		[ADL_TOKEN_EQUAL] = 6,
		[ADL_TOKEN_NOT_EQUAL] = 6,
		[ADL_TOKEN_LESS] = 7,
		[ADL_TOKEN_LESS_EQUAL] = 7,
		[ADL_TOKEN_GREATER] = 7,
		[ADL_TOKEN_GREATER_EQUAL] = 7,
		[ADL_TOKEN_SHIFT_LEFT] = 8,
		[ADL_TOKEN_SHIFT_RIGHT] = 8,
		[ADL_TOKEN_PLUS] = 9,
		[ADL_TOKEN_MINUS] = 9,
		[ADL_TOKEN_STAR] = LEVEL_PRODUCT,
		[ADL_TOKEN_SLASH] = LEVEL_PRODUCT,
		[ADL_TOKEN_PERCENT] = LEVEL_PRODUCT,
		[ADL_TOKEN_POWER] = LEVEL_PRODUCT,
	};
	return levels[kind];
}

static bool fail_operand(struct adl_parser *parser)
{
	if (adl_at(parser, ADL_TOKEN_IDENTIFIER))
		return adl_fail(
			parser,
			"expected a value, found %s: a text needs quotes, and '<-' refers to an attribute",
			adl_shown(parser));
	if (adl_at(parser, ADL_TOKEN_STRING))
		return adl_fail(parser, "expected a number, found a string");
	return adl_fail(parser, "expected a number, found %s", adl_shown(parser));
}

static bool parse_parentheses(struct adl_parser *parser, struct adl_number *result)
{
	struct src_range open = parser->token.range;
	adl_advance(parser);
	if (!adl_parse_expression(parser, result) ||
	    !adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "in expression"))
		return false;
	result->range = adl_since(parser, open);
	return true;
}

static bool parse_unary(struct adl_parser *parser, struct adl_number *result)
{
	struct adl_token token = parser->token;
	switch ((int)token.kind) {
	case ADL_TOKEN_NUMBER:
		*result = adl_number_literal(parser->compilation, &token);
		adl_advance(parser);
		return true;
	case ADL_TOKEN_TRUE:
	case ADL_TOKEN_TRUE_CAPITAL:
	case ADL_TOKEN_FALSE:
	case ADL_TOKEN_FALSE_CAPITAL:
		adl_advance(parser);
		*result = adl_number_integer(
			token.kind == ADL_TOKEN_TRUE || token.kind == ADL_TOKEN_TRUE_CAPITAL, token.range);
		return true;
	case ADL_TOKEN_OPEN_PARENTHESIS:
		return parse_parentheses(parser, result);
	case ADL_TOKEN_MINUS:
	case ADL_TOKEN_PLUS:
	case ADL_TOKEN_NOT:
	case ADL_TOKEN_TILDE: {
		bool ok = adl_enter(parser);
		if (ok)
			adl_advance(parser);
		ok = ok && parse_unary(parser, result);
		adl_leave(parser);
		if (ok)
			*result = adl_number_unary(parser->compilation, token.kind, token.range, *result);
		return ok;
	}
	default:
		return fail_operand(parser);
	}
}

static bool parse_binary(struct adl_parser *parser, int lowest, struct adl_number *result)
{
	if (!parse_unary(parser, result))
		return false;
	for (;;) {
		enum adl_token_kind operator= parser->token.kind;
		int level = level_of(operator);
		if (!level || level < lowest)
			return true;
		struct adl_number right;
		adl_advance(parser);
		if (!parse_binary(parser, level + 1, &right))
			return false;
		*result = adl_number_binary(parser->compilation, operator, * result, right);
	}
}

/* "1 < 2 > 0": the lexer takes "< 2 >" for a file name, as the reference does. */
static bool fail_angle(struct adl_parser *parser)
{
	return adl_fail(parser, "'<' with a '>' behind it is read as a file name, <...>: "
				"write one of the comparisons the other way round");
}

static bool parse_conditional(struct adl_parser *parser, struct adl_number *result)
{
	struct adl_number condition = *result, yes, no;
	adl_advance(parser);
	if (!adl_parse_expression(parser, &yes) ||
	    !adl_expect(parser, ADL_TOKEN_COLON, "of the conditional expression"))
		return false;
	if (!parse_binary(parser, LEVEL_OR_OR, &no))
		return false;
	if (adl_at(parser, ADL_TOKEN_QUESTION))
		return adl_fail(parser,
				"a conditional expression in the last branch of another needs parentheses");
	struct src_range range = src_range_join(condition.range, no.range);
	bool bad = condition.bad || yes.bad || no.bad;
	*result = bad || adl_number_truth(condition) ? yes : no;
	result->bad = bad;
	result->range = range;
	return true;
}

bool adl_parse_expression(struct adl_parser *parser, struct adl_number *result)
{
	bool ok = adl_enter(parser) && parse_binary(parser, LEVEL_OR_OR, result);
	if (ok && adl_at(parser, ADL_TOKEN_QUESTION))
		ok = parse_conditional(parser, result);
	if (ok && adl_at(parser, ADL_TOKEN_ANGLE))
		ok = fail_angle(parser);
	adl_leave(parser);
	return ok;
}
