/*
 * A unit test is a function: TEST(name) { ... } in any *_test.c, with cmocka's assertions. Cases are found
 * through a linker section, in the order of the file.
 */
#ifndef UNIT_TEST_H
#define UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct test_case {
	const char *name;
	void (*run)(void **state);
};

#define TEST(test_name)                                                                                      \
	static void test_name(void **state);                                                                 \
	static const struct test_case test_case_##test_name = { #test_name, test_name };                     \
	__attribute__((used,                                                                                 \
		       section("test_cases"))) static const struct test_case *const test_entry_##test_name = \
		&test_case_##test_name;                                                                      \
	static void test_name(__attribute__((unused)) void **state)

#endif
