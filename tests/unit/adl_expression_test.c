#include "adl_test.h"

/* The value of EXPRESSION as a setting is RESULT. */
static void expect_result(const char *expression, const char *result)
{
	char text[512], dump[512];
	snprintf(text, sizeof text, "configuration { a.b = %s; }", expression);
	snprintf(dump, sizeof dump, "configuration (anonymous)\n  a.b = %s\n", result);
	expect_dump(text, dump);
}

/* EXPRESSION has one error, which says MESSAGE at COLUMN of the expression. */
static void expect_wrong(const char *expression, unsigned column, const char *message)
{
	char text[512], error[512];
	snprintf(text, sizeof text, "configuration { a.b = %s; }", expression);
	snprintf(error, sizeof error, "1:%zu: %s", strlen("configuration { a.b = ") + column, message);
	expect_errors(text, error);
}

TEST(products_and_powers_share_one_level)
{
	expect_result("2*3**2", "36");
	expect_result("2**3**2", "64");
	expect_result("-2**2", "4");
	expect_result("2 ** 3 * 2", "16");
	expect_result("100 / 7 % 4", "2");
}

TEST(sums_bind_less_than_products)
{
	expect_result("1 + 4 - 2", "3");
	expect_result("1 + 4 * 2", "9");
	expect_result("(1 + 4) * 2", "10");
	expect_result("2 * (1 + 4)", "10");
	expect_result("10 - 3 - 2", "5");
}

TEST(levels_are_ordered)
{
	expect_result("1 << 2 + 1", "8");
	expect_result("1 << 4 < 1 << 3", "0");
	expect_result("1 < 2 == 2 < 3", "1");
	expect_result("6 & 3 == 3", "0");
	expect_result("5 & 4 ^ 1", "5");
	expect_result("1 ^ 3 | 4", "6");
	expect_result("0 | 0 && 5", "0");
	expect_result("0 && 1 || 7", "7");
	expect_result("3 >= 3 != 4 <= 3", "1");
	expect_result("2 > 1", "1");
	expect_result("256 >> 4 >> 1", "8");
}

TEST(division_floors)
{
	expect_result("3 / 2", "1");
	expect_result("-7 / 2", "-4");
	expect_result("7 / -2", "-4");
	expect_result("-7 % 3", "2");
	expect_result("7 % -3", "-2");
	expect_result("3 / 2.0", "1.5");
	expect_result("3.0 / 2", "1.5");
	expect_result("3.0 / 2.0", "1.5");
	expect_result("-7.5 % 2", "0.5");
	expect_result("123 * 45/5", "1107");
}

TEST(logical_operators_give_the_deciding_operand)
{
	expect_result("1 && 2", "2");
	expect_result("0 && 2", "0");
	expect_result("3 || 0", "3");
	expect_result("0 || 0", "0");
	expect_result("0.5 || 7", "0");
	expect_result("1 && 2.75", "2");
	expect_result("!0.5", "0");
	expect_result("!0", "1");
}

TEST(booleans_are_numbers)
{
	expect_result("[true, True, false, False]", "[1, 1, 0, 0]");
	expect_result("true || false", "1");
	expect_result("true && false", "0");
	expect_result("!(true || false)", "0");
	expect_result("(true + true) * (true + true) - false", "4");
	expect_result("(true + 2) ** 3", "27");
}

TEST(unary_operators_nest)
{
	expect_result("- -3", "3");
	expect_result("~5", "-6");
	expect_result("~2.5", "-3.5");
	expect_result("+-+2", "-2");
	expect_result("!!7", "1");
}

TEST(a_conditional_nests_in_its_middle_branch)
{
	expect_result("1 ? 2 : 3", "2");
	expect_result("0 ? 2 : 3", "3");
	expect_result("(1 || 0) ? 2 : 3", "2");
	expect_result("1 ? 1 || 0 : 3", "1");
	expect_result("1 ? 2 : (1 || 0)", "2");
	expect_result("(1 ? 2 : 3) ? 4 : 5", "4");
	expect_result("1 ? 2 ? 3 : 4 : 5", "3");
	expect_result("1 ? 2 : (3 ? 4 : 5)", "2");
	expect_wrong("1 ? 2 : 3 ? 4 : 5", 11, "needs parentheses");
}

TEST(number_literals_are_decimal_hexadecimal_or_real)
{
	expect_result("0x1Fa", "506");
	expect_result("00", "0");
	expect_result("1.50", "1.5");
	expect_result("010.5", "10.5");
	expect_result("170141183460469231731687303715884105727", "170141183460469231731687303715884105727");
	expect_wrong("010", 1, "cannot begin with 0");
	expect_wrong("0X1F", 1, "lower-case 0x");
	expect_wrong("1e3", 1, "no exponents");
	expect_wrong(".5", 1, "cannot begin with '.'");
	expect_wrong("1.", 1, "cannot end with '.'");
	expect_wrong("10u", 1, "no suffixes");
	expect_wrong("0b1", 1, "decimal, or 0x");
	expect_wrong("0x", 1, "decimal, or 0x");
	expect_wrong("170141183460469231731687303715884105728", 1, "128 bits");
}

TEST(integers_are_wide)
{
	expect_result("2 ** 64", "18446744073709551616");
	expect_result("1 << 64", "18446744073709551616");
	expect_result("(2 ** 63) * (2 ** 63) - 1", "85070591730234615865843651857942052863");
	expect_result("-1 << 127", "-170141183460469231731687303715884105728");
	expect_result("0 << 2**64", "0");
	expect_result("-1 >> 2**64", "-1");
	expect_result("5 >> 200", "0");
}

TEST(what_cannot_be_computed_is_an_error_at_its_place)
{
	expect_wrong("1 / 0", 5, "division by zero");
	expect_wrong("1 % 0", 5, "modulo by zero");
	expect_wrong("1.5 / (1 - 1)", 7, "division by zero");
	expect_wrong("0 && 1 / 0", 10, "division by zero");
	expect_wrong("1 ? 2 : 1 / 0", 13, "division by zero");
	expect_wrong("1 << -1", 6, "negative");
	expect_wrong("1 >> -1", 6, "negative");
	expect_wrong("2.0 << 1", 1, "must be an integer");
	expect_wrong("1 | 2.5", 5, "must be an integer");
	expect_wrong("1 << 2 ** 64", 1, "128 bits");
	expect_wrong("1 << 127", 1, "128 bits");
	expect_wrong("-1 << 128", 1, "128 bits");
	expect_wrong("2 ** 127", 1, "128 bits");
	expect_wrong("7 ** 2 ** 64", 1, "128 bits");
	expect_wrong("2 ** 126 + 2 ** 126", 1, "128 bits");
	expect_wrong("-(-1 << 127)", 1, "128 bits");
	expect_wrong("(-1 << 127) / -1", 1, "128 bits");
	expect_wrong("0 ** -1", 1, "zero to a negative power");
	expect_wrong("(0 - 2) ** 0.5", 1, "not whole");
	expect_wrong("10.0 ** 400", 1, "no finite number");
}

TEST(powers_are_exact)
{
	expect_result("2 ** -1", "0.5");
	expect_result("0 ** 0", "1");
	expect_result("0 ** 2**100", "0");
	expect_result("(0-1) ** (2**100 + 1)", "-1");
	expect_result("1 ** 2**100", "1");
}

TEST(an_error_in_arithmetic_is_reported_once)
{
	expect_wrong("-(1 / 0) ** 2 << 1.5 + 3", 7, "division by zero");
	expect_errors("component C { dataport Buf(1 / 0) d; }", "1:32: division by zero");
	expect_errors("connector C { from Event with 1 % 0 threads; to Event; }", "1:35: modulo by zero");
}

TEST(an_angle_string_hides_two_comparisons)
{
	expect_wrong("1 < 2 > 0", 3, "read as a file name");
	expect_wrong("(1<2)>(0)", 3, "");
	expect_result("1 < 2", "1");
	expect_result("1 << 2 > 3", "1");
	expect_result("[1 < 2, 3 > 2]", "[1, 1]");
}

TEST(names_and_texts_are_no_numbers)
{
	expect_wrong("c", 1, "expected a value, found 'c'");
	expect_wrong("1 + \"a\"", 5, "expected a number, found a string");
	expect_wrong("\"a\" + 1", 4, "expected ';' after setting");
	expect_wrong("{[1]: 2}", 2, "a key is a number or a string");
	expect_wrong("(1 + 2", 7, "expected ')'");
	expect_wrong("", 1, "expected a number, found ';'");
}
