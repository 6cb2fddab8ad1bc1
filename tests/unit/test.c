#include "test.h"

#include <stdio.h>
#include <stdlib.h>

extern const struct test_case *const __start_test_cases[];
extern const struct test_case *const __stop_test_cases[];

int main(void)
{
#ifdef NDEBUG
	fputs("tests need assertions: build without NDEBUG\n", stderr);
	return 1;
#endif
	size_t count = (size_t)(__stop_test_cases - __start_test_cases);
	struct CMUnitTest *tests = calloc(count, sizeof *tests);
	if (!tests)
		return 1;
	for (size_t i = 0; i < count; i++)
		tests[i] = (struct CMUnitTest){ __start_test_cases[i]->name, __start_test_cases[i]->run, NULL,
						NULL, NULL };
	int failed = _cmocka_run_group_tests("tests", tests, count, NULL, NULL);
	free(tests);
	return failed != 0;
}
