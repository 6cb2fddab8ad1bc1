#include "adl/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide_unsigned;

static const adl_integer largest = (adl_integer)(~(wide_unsigned)0 >> 1);
#define SMALLEST (-largest - 1)

enum { INTEGER_BITS = 128 };

struct adl_number adl_number_integer(adl_integer integer, struct src_range range)
{
	return (struct adl_number){ .integer = integer, .range = range };
}

static struct adl_number real_number(double value, struct src_range range)
{
	return (struct adl_number){ .real = true, .value = value, .range = range };
}

static struct adl_number bad_number(struct src_range range)
{
	return (struct adl_number){ .bad = true, .range = range };
}

static struct adl_number fail(struct compilation *compilation, enum diag_id id, struct src_range at,
			      struct src_range whole, const char *text)
{
	diag_report(compilation->diag, id, at, "%s", text);
	return bad_number(whole);
}

static struct adl_number checked_real(struct compilation *compilation, double value, struct src_range range)
{
	if (!isfinite(value))
		return fail(compilation, DIAG_ARITHMETIC, range, range, "the result is no finite number");
	return real_number(value, range);
}

static struct adl_number overflow(struct compilation *compilation, struct src_range range)
{
	return fail(compilation, DIAG_ARITHMETIC, range, range, "the result does not fit in 128 bits");
}

/* ---------------------------------------------------------------- literals */

static unsigned digit_value(char c)
{
	return c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a' + 10);
}

struct adl_number adl_number_literal(struct compilation *compilation, const struct adl_token *token)
{
	const char *text = token->text, *end = text + token->length;
	bool hexadecimal = token->length > 1 && text[1] == 'x';
	if (!hexadecimal && memchr(text, '.', token->length))
		return checked_real(compilation,
				    strtod(arena_strndup(compilation->arena, text, token->length), NULL),
				    token->range);
	adl_integer value = 0;
	for (const char *at = hexadecimal ? text + 2 : text; at < end; at++)
		if (__builtin_mul_overflow(value, (adl_integer)(hexadecimal ? 16 : 10), &value) ||
		    __builtin_add_overflow(value, (adl_integer)digit_value(*at), &value))
			return fail(compilation, DIAG_NUMBER, token->range, token->range,
				    "number too large: it does not fit in 128 bits");
	if (!hexadecimal && text[0] == '0' && value)
		return fail(compilation, DIAG_NUMBER, token->range, token->range,
			    "a decimal number cannot begin with 0; there are no octal numbers, "
			    "hexadecimal ones begin with 0x");
	return adl_number_integer(value, token->range);
}

/* ------------------------------------------------------------------- tests */

bool adl_number_truth(struct adl_number number)
{
	return number.real ? number.value != 0 : number.integer != 0;
}

static double as_real(struct adl_number number)
{
	return number.real ? number.value : (double)number.integer;
}

bool adl_number_whole(struct adl_number number, adl_integer *result)
{
	*result = number.integer;
	if (!number.real)
		return true;
	if (number.value != floor(number.value) || fabs(number.value) >= 0x1p126)
		return false;
	*result = (adl_integer)number.value;
	return true;
}

struct adl_value adl_number_as_value(struct adl_number number)
{
	struct adl_value value = { .kind = number.real ? ADL_VALUE_REAL : ADL_VALUE_INTEGER,
				   .range = number.range };
	if (number.real)
		value.as.real = number.value;
	else
		value.as.integer = number.integer;
	return value;
}

/* ------------------------------------------------------------------- unary */

struct adl_number adl_number_unary(struct compilation *compilation, enum adl_token_kind operator,
				   struct src_range range, struct adl_number operand)
{
	struct src_range whole = src_range_join(range, operand.range);
	if (operand.bad)
		return bad_number(whole);
	if (operator== ADL_TOKEN_NOT)
		return adl_number_integer(!adl_number_truth(operand), whole);
	if (operator== ADL_TOKEN_PLUS) {
		operand.range = whole;
		return operand;
	}
	if (operand.real)
		return real_number(operator== ADL_TOKEN_TILDE ? -1 - operand.value : - operand.value, whole);
	if (operator== ADL_TOKEN_TILDE)
		return adl_number_integer(~operand.integer, whole);
	if (operand.integer == SMALLEST)
		return overflow(compilation, whole);
	return adl_number_integer(-operand.integer, whole);
}

/* ------------------------------------------------------------------ binary */

static struct adl_number divide_integers(struct compilation *compilation, adl_integer a, adl_integer b,
					 bool modulo, struct src_range whole)
{
	if (b == -1 && a == SMALLEST)
		return modulo ? adl_number_integer(0, whole) : overflow(compilation, whole);
	adl_integer quotient = a / b, rest = a % b;
	if (rest && (rest < 0) != (b < 0)) {
		quotient--;
		rest += b;
	}
	return adl_number_integer(modulo ? rest : quotient, whole);
}

static struct adl_number divide(struct compilation *compilation, enum adl_token_kind operator,
				struct adl_number left, struct adl_number right, struct src_range whole)
{
	bool modulo = operator== ADL_TOKEN_PERCENT;
	if (!adl_number_truth(right))
		return fail(compilation, DIAG_ARITHMETIC, right.range, whole,
			    modulo ? "modulo by zero" : "division by zero");
	if (!left.real && !right.real)
		return divide_integers(compilation, left.integer, right.integer, modulo, whole);
	double a = as_real(left), b = as_real(right);
	if (!modulo)
		return checked_real(compilation, a / b, whole);
	double rest = fmod(a, b);
	return checked_real(compilation, rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest, whole);
}

static struct adl_number integer_power(struct compilation *compilation, adl_integer base,
				       adl_integer exponent, struct src_range whole)
{
	adl_integer result = 1;
	if (base == 0 || base == 1)
		return adl_number_integer(exponent ? base : 1, whole);
	if (base == -1)
		return adl_number_integer(exponent & 1 ? -1 : 1, whole);
	for (; exponent > 0; exponent--)
		if (__builtin_mul_overflow(result, base, &result))
			return overflow(compilation, whole);
	return adl_number_integer(result, whole);
}

static struct adl_number power(struct compilation *compilation, struct adl_number left,
			       struct adl_number right, struct src_range whole)
{
	if (!left.real && !right.real && right.integer >= 0)
		return integer_power(compilation, left.integer, right.integer, whole);
	double base = as_real(left), exponent = as_real(right);
	if (base == 0 && exponent < 0)
		return fail(compilation, DIAG_ARITHMETIC, left.range, whole, "zero to a negative power");
	if (base < 0 && exponent != floor(exponent))
		return fail(compilation, DIAG_ARITHMETIC, left.range, whole,
			    "a negative number to a power that is not whole");
	return checked_real(compilation, pow(base, exponent), whole);
}

static struct adl_number shift(struct compilation *compilation, enum adl_token_kind operator,
			       struct adl_number left, struct adl_number right, struct src_range whole)
{
	if (right.integer < 0)
		return fail(compilation, DIAG_ARITHMETIC, right.range, whole, "the shift count is negative");
	if (operator== ADL_TOKEN_SHIFT_RIGHT)
		return adl_number_integer(right.integer >= INTEGER_BITS ? -(left.integer < 0)
									: left.integer >> right.integer,
					  whole);
	adl_integer shifted = right.integer >= INTEGER_BITS
				      ? 0
				      : (adl_integer)((wide_unsigned)left.integer << right.integer);
	if (left.integer && (right.integer >= INTEGER_BITS || shifted >> right.integer != left.integer))
		return overflow(compilation, whole);
	return adl_number_integer(shifted, whole);
}

static struct adl_number bits(struct compilation *compilation, enum adl_token_kind operator,
			      struct adl_number left, struct adl_number right, struct src_range whole)
{
	if (left.real || right.real) {
		diag_report(compilation->diag, DIAG_ARITHMETIC, left.real ? left.range : right.range,
			    "an operand of %s must be an integer", adl_token_name(operator));
		return bad_number(whole);
	}
	if (operator== ADL_TOKEN_OR)
		return adl_number_integer(left.integer | right.integer, whole);
	if (operator== ADL_TOKEN_XOR)
		return adl_number_integer(left.integer ^ right.integer, whole);
	if (operator== ADL_TOKEN_AND)
		return adl_number_integer(left.integer & right.integer, whole);
	return shift(compilation, operator, left, right, whole);
}

/* Below, equal or above. */
static int order(struct adl_number left, struct adl_number right)
{
	if (!left.real && !right.real)
		return (left.integer > right.integer) - (left.integer < right.integer);
	double a = as_real(left), b = as_real(right);
	return (a > b) - (a < b);
}

static bool compare(enum adl_token_kind operator, int order_of_operands)
{
	if (operator== ADL_TOKEN_EQUAL)
		return order_of_operands == 0;
	if (operator== ADL_TOKEN_NOT_EQUAL)
		return order_of_operands != 0;
	if (operator== ADL_TOKEN_LESS)
		return order_of_operands < 0;
	if (operator== ADL_TOKEN_LESS_EQUAL)
		return order_of_operands <= 0;
	return operator== ADL_TOKEN_GREATER ? order_of_operands > 0 : order_of_operands >= 0;
}

static struct adl_number sum(struct compilation *compilation, enum adl_token_kind operator,
			     struct adl_number left, struct adl_number right, struct src_range whole)
{
	if (left.real || right.real) {
		double a = as_real(left), b = as_real(right);
		return checked_real(compilation,
				    operator== ADL_TOKEN_PLUS  ? a + b :
				    operator== ADL_TOKEN_MINUS ? a - b
							       : a * b,
				    whole);
	}
	adl_integer result;
	bool lost = operator== ADL_TOKEN_PLUS ? __builtin_add_overflow(left.integer, right.integer, &result) :
		    operator== ADL_TOKEN_MINUS ? __builtin_sub_overflow(left.integer, right.integer, &result)
					       : __builtin_mul_overflow(left.integer, right.integer, &result);
	return lost ? overflow(compilation, whole) : adl_number_integer(result, whole);
}

/* The operand that decides, cut to an integer: 1 && 2 is 2. */
static struct adl_number logical(struct compilation *compilation, enum adl_token_kind operator,
				 struct adl_number left, struct adl_number right, struct src_range whole)
{
	bool left_decides = adl_number_truth(left) == (operator== ADL_TOKEN_OR_OR);
	struct adl_number result = left_decides ? left : right;
	if (result.real) {
		double whole_part = trunc(result.value);
		if (fabs(whole_part) >= 0x1p126)
			return overflow(compilation, whole);
		result.integer = (adl_integer)whole_part;
	}
	return adl_number_integer(result.integer, whole);
}

struct adl_number adl_number_binary(struct compilation *compilation, enum adl_token_kind operator,
				    struct adl_number left, struct adl_number right)
{
	struct src_range whole = src_range_join(left.range, right.range);
	if (left.bad || right.bad)
		return bad_number(whole);
	switch ((int)operator) {
	case ADL_TOKEN_OR_OR:
	case ADL_TOKEN_AND_AND:
		return logical(compilation, operator, left, right, whole);
	case ADL_TOKEN_OR:
	case ADL_TOKEN_XOR:
	case ADL_TOKEN_AND:
	case ADL_TOKEN_SHIFT_LEFT:
	case ADL_TOKEN_SHIFT_RIGHT:
		return bits(compilation, operator, left, right, whole);
	case ADL_TOKEN_PLUS:
	case ADL_TOKEN_MINUS:
	case ADL_TOKEN_STAR:
		return sum(compilation, operator, left, right, whole);
	case ADL_TOKEN_SLASH:
	case ADL_TOKEN_PERCENT:
		return divide(compilation, operator, left, right, whole);
	case ADL_TOKEN_POWER:
		return power(compilation, left, right, whole);
	default:
		return adl_number_integer(compare(operator, order(left, right)), whole);
	}
}
