#include "cpp/condition.h"

#include "cpp/expand.h"
#include "cpp/include.h"
#include "cpp/macro.h"

#include <string.h>

/* As wide as the preprocessor's integers. */
struct value {
	uint64_t bits;
	bool is_unsigned;
};

struct evaluation {
	struct cpp_run *run;
	struct cpp_token token; /* the next one */
	unsigned unevaluated;	/* in an operand whose value does not matter */
	bool failed;
};

static const struct value zero;

static void advance(struct evaluation *evaluation)
{
	evaluation->token = cpp_next(evaluation->run);
}

static struct value fail_at(struct evaluation *evaluation, const struct cpp_token *token, const char *message)
{
	if (!evaluation->failed)
		cpp_error(evaluation->run, token, "%s", message);
	evaluation->failed = true;
	return zero;
}

static struct value fail(struct evaluation *evaluation, const char *message)
{
	return fail_at(evaluation, &evaluation->token, message);
}

static struct value truth(bool holds)
{
	return (struct value){ holds, false };
}

static bool accept(struct evaluation *evaluation, const char *punctuator)
{
	if (!cpp_is(&evaluation->token, punctuator))
		return false;
	advance(evaluation);
	return true;
}

/* ------------------------------------------------------------------ operands */

static unsigned digit_of(char c)
{
	return c >= '0' && c <= '9'			? (unsigned)(c - '0')
	       : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (unsigned)((c | 0x20) - 'a') + 10
							: 99;
}

/* Only u, l and ll may follow the digits. */
static bool is_suffix(const char *text, const char *end, bool *is_unsigned)
{
	static const char *const suffixes[] = { "", "u", "l", "ul", "lu", "ll", "ull", "llu" };
	char folded[4] = { 0 };
	if (end - text > 3)
		return false;
	for (size_t i = 0; text + i < end; i++)
		folded[i] = (char)(text[i] | 0x20);
	*is_unsigned = strchr(folded, 'u') != NULL;
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (!strcmp(folded, suffixes[i]))
			return true;
	return false;
}

static struct value number(struct evaluation *evaluation)
{
	const struct cpp_token *token = &evaluation->token;
	const char *at = token->text, *end = at + token->length;
	struct value value = zero;
	unsigned base = 10;
	if (end - at > 2 && at[0] == '0' && (at[1] | 0x20) == 'x')
		base = 16;
	else if (end - at > 2 && at[0] == '0' && (at[1] | 0x20) == 'b')
		base = 2;
	else if (at[0] == '0')
		base = 8;
	at += base == 16 || base == 2 ? 2 : 0;
	for (; at < end && digit_of(*at) < base; at++) {
		if (value.bits > (UINT64_MAX - digit_of(*at)) / base)
			return fail(evaluation, "the number is too large for a condition");
		value.bits = value.bits * base + digit_of(*at);
	}
	if (!is_suffix(at, end, &value.is_unsigned))
		return fail(evaluation, memchr(token->text, '.', token->length)
						? "a condition cannot have a floating-point number"
						: "a condition cannot have such a number");
	value.is_unsigned = value.is_unsigned || value.bits > INT64_MAX;
	advance(evaluation);
	return value;
}

static struct value character(struct evaluation *evaluation)
{
	const struct cpp_token *token = &evaluation->token;
	if (token->length != 3 || token->text[0] != '\'' || (unsigned char)token->text[1] >= 0x80) {
		cpp_unsupported(evaluation->run, "a character constant");
		return zero;
	}
	struct value value = { (uint64_t)token->text[1], false };
	advance(evaluation);
	return value;
}

/* "defined NAME" or "defined(NAME)"; the name is not expanded. */
static struct value defined(struct evaluation *evaluation)
{
	struct value value = zero;
	evaluation->run->unexpanded++;
	advance(evaluation);
	bool parenthesis = accept(evaluation, "(");
	if (evaluation->token.kind == CPP_TOKEN_NAME)
		value = truth(cpp_name_of(evaluation->run, evaluation->token.name)->macro);
	else
		fail(evaluation, "'defined' is not followed by a name");
	if (parenthesis && !evaluation->failed) {
		advance(evaluation);
		if (!cpp_is(&evaluation->token, ")"))
			fail(evaluation, "expected ')' after the name behind 'defined('");
	}
	evaluation->run->unexpanded--;
	if (!evaluation->failed)
		advance(evaluation);
	return value;
}

static struct value has_include(struct evaluation *evaluation)
{
	advance(evaluation);
	if (!cpp_is(&evaluation->token, "("))
		return fail(evaluation, "expected '(' after '__has_include'");
	struct cpp_token header = cpp_include_operand(evaluation->run);
	if (header.kind != CPP_TOKEN_STRING)
		return fail(evaluation, "expected \"FILE\" or <FILE> in '__has_include'");
	struct value value = truth(cpp_include_exists(evaluation->run, &header));
	advance(evaluation);
	if (!accept(evaluation, ")"))
		return fail(evaluation, "expected ')' after '__has_include(...'");
	return value;
}

static struct value name(struct evaluation *evaluation)
{
	struct cpp_token token = evaluation->token;
	if (!strcmp(token.name, "defined"))
		return defined(evaluation);
	if (!strcmp(token.name, "__has_include"))
		return has_include(evaluation);
	advance(evaluation);
	if (cpp_is(&evaluation->token, "(") && !evaluation->unevaluated)
		return fail_at(evaluation, &token, "there is no macro of this name that takes arguments");
	return zero;
}

static struct value conditional(struct evaluation *evaluation, unsigned depth);

static struct value primary(struct evaluation *evaluation, unsigned depth)
{
	switch ((enum cpp_token_kind)evaluation->token.kind) {
	case CPP_TOKEN_NUMBER:
		return number(evaluation);
	case CPP_TOKEN_CHARACTER:
		return character(evaluation);
	case CPP_TOKEN_NAME:
		return name(evaluation);
	case CPP_TOKEN_END:
		return fail(evaluation, "expected a value at the end of the condition");
	case CPP_TOKEN_PUNCTUATOR:
	case CPP_TOKEN_STRING:
	case CPP_TOKEN_NEWLINE:
	case CPP_TOKEN_PARAMETER:
	case CPP_TOKEN_PLACEMARKER:
	case CPP_TOKEN_OTHER:
		break;
	}
	if (cpp_is(&evaluation->token, "#"))
		cpp_unsupported(evaluation->run, "assertions");
	if (!accept(evaluation, "("))
		return fail(evaluation, "expected a value in the condition");
	struct value value = conditional(evaluation, depth + 1);
	if (!evaluation->failed && !accept(evaluation, ")"))
		return fail(evaluation, "expected ')' in the condition");
	return value;
}

static struct value unary(struct evaluation *evaluation, unsigned depth)
{
	static const char *const operators[] = { "!", "~", "-", "+" };
	if (depth > CPP_NESTING_MAX)
		return fail(evaluation, "the condition is nested too deeply");
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		if (!accept(evaluation, operators[i]))
			continue;
		struct value value = unary(evaluation, depth + 1);
		switch (operators[i][0]) {
		case '!':
			return truth(!value.bits);
		case '~':
			return (struct value){ ~value.bits, value.is_unsigned };
		case '-':
			return (struct value){ 0 - value.bits, value.is_unsigned };
		default:
			return value;
		}
	}
	return primary(evaluation, depth);
}

/* ----------------------------------------------------------------- operators */

enum operation {
	OR,
	AND,
	BIT_OR,
	BIT_XOR,
	BIT_AND,
	EQUAL,
	UNEQUAL,
	LESS,
	GREATER,
	LESS_EQUAL,
	GREATER_EQUAL,
	SHIFT_LEFT,
	SHIFT_RIGHT,
	PLUS,
	MINUS,
	TIMES,
	DIVIDE,
	MODULO,
	OPERATOR_COUNT
};

static const struct {
	const char *text;
	unsigned precedence;
} operators[] = {
	[OR] = { "||", 1 },	     [AND] = { "&&", 2 },	    [BIT_OR] = { "|", 3 },
	[BIT_XOR] = { "^", 4 },	     [BIT_AND] = { "&", 5 },	    [EQUAL] = { "==", 6 },
	[UNEQUAL] = { "!=", 6 },     [LESS] = { "<", 7 },	    [GREATER] = { ">", 7 },
	[LESS_EQUAL] = { "<=", 7 },  [GREATER_EQUAL] = { ">=", 7 }, [SHIFT_LEFT] = { "<<", 8 },
	[SHIFT_RIGHT] = { ">>", 8 }, [PLUS] = { "+", 9 },	    [MINUS] = { "-", 9 },
	[TIMES] = { "*", 10 },	     [DIVIDE] = { "/", 10 },	    [MODULO] = { "%", 10 },
};

static enum operation find_operator(const struct cpp_token *token)
{
	unsigned i = 0;
	while (i < OPERATOR_COUNT && !cpp_is(token, operators[i].text))
		i++;
	return (enum operation)i;
}

static bool less(struct value a, struct value b)
{
	bool is_unsigned = a.is_unsigned || b.is_unsigned;
	return is_unsigned ? a.bits < b.bits : (int64_t)a.bits < (int64_t)b.bits;
}

static struct value shift(struct value a, struct value b, bool left)
{
	bool negative = !b.is_unsigned && (int64_t)b.bits < 0;
	uint64_t by = negative ? 0 - b.bits : b.bits;
	bool minus = !a.is_unsigned && (int64_t)a.bits < 0;
	if (left != negative)
		a.bits = by < 64 ? a.bits << by : 0;
	else if (by < 64)
		a.bits = (a.bits >> by) | (minus && by ? ~(UINT64_MAX >> by) : 0);
	else
		a.bits = minus ? UINT64_MAX : 0;
	return a;
}

static struct value divide(struct value a, struct value b, bool modulo)
{
	bool is_unsigned = a.is_unsigned || b.is_unsigned;
	if (!b.bits)
		return zero;
	bool minus_a = !is_unsigned && (int64_t)a.bits < 0, minus_b = !is_unsigned && (int64_t)b.bits < 0;
	uint64_t x = minus_a ? 0 - a.bits : a.bits, y = minus_b ? 0 - b.bits : b.bits;
	uint64_t result = modulo ? x % y : x / y;
	bool minus = modulo ? minus_a : minus_a != minus_b;
	return (struct value){ minus ? 0 - result : result, is_unsigned };
}

static struct value apply(enum operation operation, struct value a, struct value b)
{
	bool is_unsigned = a.is_unsigned || b.is_unsigned;
	switch (operation) {
	case OR:
		return truth(a.bits || b.bits);
	case AND:
		return truth(a.bits && b.bits);
	case BIT_OR:
		return (struct value){ a.bits | b.bits, is_unsigned };
	case BIT_XOR:
		return (struct value){ a.bits ^ b.bits, is_unsigned };
	case BIT_AND:
		return (struct value){ a.bits & b.bits, is_unsigned };
	case EQUAL:
		return truth(a.bits == b.bits);
	case UNEQUAL:
		return truth(a.bits != b.bits);
	case LESS:
		return truth(less(a, b));
	case GREATER:
		return truth(less(b, a));
	case LESS_EQUAL:
		return truth(!less(b, a));
	case GREATER_EQUAL:
		return truth(!less(a, b));
	case SHIFT_LEFT:
	case SHIFT_RIGHT:
		return shift(a, b, operation == SHIFT_LEFT);
	case PLUS:
		return (struct value){ a.bits + b.bits, is_unsigned };
	case MINUS:
		return (struct value){ a.bits - b.bits, is_unsigned };
	case TIMES:
		return (struct value){ a.bits * b.bits, is_unsigned };
	case DIVIDE:
	case MODULO:
		return divide(a, b, operation == MODULO);
	case OPERATOR_COUNT:
		break;
	}
	return zero;
}

/* Operators that bind at least as tightly as PRECEDENCE. */
static struct value binary(struct evaluation *evaluation, unsigned precedence, unsigned depth)
{
	struct value left = unary(evaluation, depth);
	for (;;) {
		enum operation operation = find_operator(&evaluation->token);
		if (evaluation->failed || operation == OPERATOR_COUNT ||
		    operators[operation].precedence < precedence)
			return left;
		bool decided = (operation == OR && left.bits) || (operation == AND && !left.bits);
		struct cpp_token sign = evaluation->token;
		advance(evaluation);
		evaluation->unevaluated += decided;
		struct value right = binary(evaluation, operators[operation].precedence + 1, depth);
		evaluation->unevaluated -= decided;
		if ((operation == DIVIDE || operation == MODULO) && !right.bits && !evaluation->unevaluated)
			fail_at(evaluation, &sign, "division by zero in the condition");
		left = apply(operation, left, right);
	}
}

static struct value conditional(struct evaluation *evaluation, unsigned depth)
{
	if (depth > CPP_NESTING_MAX)
		return fail(evaluation, "the condition is nested too deeply");
	struct value condition = binary(evaluation, 1, depth);
	if (evaluation->failed || !accept(evaluation, "?"))
		return condition;
	evaluation->unevaluated += !condition.bits;
	struct value yes = conditional(evaluation, depth + 1);
	evaluation->unevaluated -= !condition.bits;
	if (!evaluation->failed && !accept(evaluation, ":"))
		return fail(evaluation, "expected ':' in the condition");
	evaluation->unevaluated += condition.bits != 0;
	struct value no = conditional(evaluation, depth + 1);
	evaluation->unevaluated -= condition.bits != 0;
	struct value result = condition.bits ? yes : no;
	result.is_unsigned = yes.is_unsigned || no.is_unsigned;
	return result;
}

bool cpp_evaluate(struct cpp_run *run, const struct cpp_token *directive)
{
	struct evaluation evaluation = { .run = run };
	advance(&evaluation);
	if (evaluation.token.kind == CPP_TOKEN_END) {
		cpp_error(run, directive, "#%s with no expression", directive->name);
		return false;
	}
	struct value value = conditional(&evaluation, 0);
	if (!evaluation.failed && evaluation.token.kind != CPP_TOKEN_END)
		fail(&evaluation, "expected an operator or the end of the condition");
	return !evaluation.failed && value.bits;
}
