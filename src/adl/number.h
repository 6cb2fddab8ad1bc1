/*
 * The arithmetic of number expressions, which the parser folds: integers of 128 bits and reals. Division
 * floors, & and | want integers, && and || give the operand that decides. Everything that cannot be computed
 * is reported at its place, once: a number made of a bad one is bad and says nothing.
 */
#ifndef ADL_NUMBER_H
#define ADL_NUMBER_H

#include "adl/ast.h"
#include "adl/lex.h"
#include "base/compilation.h"

struct adl_number {
	bool bad;
	bool real;
	adl_integer integer;
	double value; /* when REAL */
	struct src_range range;
};

struct adl_number adl_number_integer(adl_integer integer, struct src_range range);

/* The value of a NUMBER token. */
struct adl_number adl_number_literal(struct compilation *compilation, const struct adl_token *token);

/* OPERATOR is MINUS, PLUS, NOT or TILDE, at RANGE. */
struct adl_number adl_number_unary(struct compilation *compilation, enum adl_token_kind operator,
				   struct src_range range, struct adl_number operand);

struct adl_number adl_number_binary(struct compilation *compilation, enum adl_token_kind operator,
				    struct adl_number left, struct adl_number right);

bool adl_number_truth(struct adl_number number);

/* The number as an integer, if it is a whole one ("2.0" is) . */
bool adl_number_whole(struct adl_number number, adl_integer *result);

struct adl_value adl_number_as_value(struct adl_number number);

#endif
