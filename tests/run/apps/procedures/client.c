/* Calls everything, twice, and says what does not come back as it should. */
#include <camkes.h>

#include <string.h>

static void check(bool condition, const char *what)
{
	if (!condition)
		printf("%s: %s: no\n", get_instance_name(), what);
}

static void call_results(void)
{
	e_nothing();
	check(e_add(-2, 44) == 42, "an int");
	check(e_is_positive(0.5) && !e_is_positive(-1e300), "a bool and a double");
	char *greeting = e_greet("world");
	check(!strcmp(greeting, "Hello, world!"), "a string");
	free(greeting);
	struct point moved = e_move((struct point){ 1, 2 }, 10);
	check(moved.x == 11 && moved.y == -8, "a struct");
	check(e_sum('A', 200, -300, 4000000000u, 1, 2.5f, -3.5) == (uint64_t)(65 + 200 - 300 + 4000000000 + 1 + 2 - 3),
	      "each width");
}

static void call_scalars(void)
{
	colour_t b = GREEN;
	struct point c = { 1, 2 }, d = { 30, 40 };
	e_scalars(RED, &b, &c, &d);
	check(b == BLUE && c.x == 31 && c.y == 42, "scalars");
}

static void call_strings(void)
{
	char reference[] = "three", *b, *c = strdup("two, "), *d = reference;
	e_strings("one, ", &b, &c, &d);
	check(!strcmp(b, "one, two, three"), "strings go");
	check(!strcmp(c, "changed"), "strings come back");
	check(!strcmp(d, "three"), "a refin string stays");
	free(b);
	free(c);
}

static void call_arrays(size_t count)
{
	int a[3] = { 1, 2, 3 }, *b;
	struct point *c = malloc(2 * sizeof *c);
	c[0].x = 5;
	c[1].x = 6;
	char reference[] = { 'x', 'y' }, *d = reference;
	size_t b_count, c_count = 2, d_count = 2;
	e_arrays(count, a, &b_count, &b, &c_count, &c, &d_count, &d);
	check(b_count == count + 2 && b[count] == 'x' && b[count + 1] == 'y', "arrays go");
	for (size_t i = 0; i < count; i++)
		check(b[i] == 2 * a[i], "an array's items");
	check(c_count == 2 && c[0].x == -5 && c[1].x == -6, "arrays come back");
	check(reference[0] == 'x', "a refin array stays");
	free(b);
	free(c);
}

static void free_strings(char **strings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(strings[i]);
	free(strings);
}

static void call_string_arrays(void)
{
	char one[] = "one", two[] = "", *a[] = { one, two }, **b, **c = malloc(sizeof *c), *more[] = { two, one, one };
	char **d = more;
	c[0] = strdup("a long string that is not the first one");
	size_t b_count, c_count = 1, d_count = 3;
	e_string_arrays(2, a, &b_count, &b, &c_count, &c, &d_count, &d);
	check(b_count == 5 && !strcmp(b[0], "one") && !*b[1] && !*b[2] && !strcmp(b[4], "one"), "string arrays go");
	check(c_count == 1 && !strcmp(c[0], "! long string that is not the first one"), "string arrays come back");
	free_strings(b, b_count);
	free_strings(c, c_count);
}

static void call_repeat(void)
{
	char *text = e_repeat("0123456789", 700);
	check(strlen(text) == 7000, "more than a page");
	free(text);
	text = e_repeat("0123456789", 0);
	check(!*text, "an empty string");
	free(text);
}

int run(void)
{
	for (int i = 0; i < 2; i++) {
		call_results();
		call_scalars();
		call_strings();
		call_arrays(3);
		call_arrays(0);
		call_string_arrays();
		call_repeat();
	}
	printf("%s has called everything\n", get_instance_name());
	return 0;
}
