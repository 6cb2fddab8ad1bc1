#include "adl_test.h"

TEST(ten_mistakes_are_ten_errors)
{
	expect_errors("component A {\n"
		      "	control\n"
		      "	uses P p\n"
		      "	dataport Buf[3] d;\n"
		      "	attribute int x[3];\n"
		      "	use P q;\n"
		      "	has mutexx m;\n"
		      "}\n"
		      "connector K {\n"
		      "	from Procedure bar;\n"
		      "	to Procedure\n"
		      "}\n"
		      "procedure P {\n"
		      "	void f(in int a in int b);\n"
		      "	void g(void);\n"
		      "}\n"
		      "assembly { composition { connection K k(from a.p to b.p); } }\n",
		      "2:9: expected ';' after 'control'", "3:10: expected ';' after 'uses' declaration",
		      "4:14: expected the dataport's name, found '['", "5:18: write '[]'",
		      "6:2: expected a member of the component, found 'use'; did you mean 'uses'?",
		      "7:6: expected 'mutex', 'semaphore' or 'binary_semaphore'",
		      "10:17: an end of a connector has no name",
		      "11:14: expected ';' after the connector's 'to' side", "14:17: expected ')'",
		      "17:49: expected ',' between the ends");
}

TEST(a_missing_brace_is_noticed_at_the_next_item)
{
	struct parsed *parsed = parse_text("component A {\n"
					   "	uses P p;\n"
					   "component B {\n"
					   "	uses 5;\n"
					   "}\n");
	check_errors(parsed, (const char *const[]){ "3:1: expected '}' before 'component'",
						    "4:7: expected a procedure's name, found '5'", NULL });
	assert_non_null(strstr(parsed->messages, "t:1:13: note: missing closing brace?"));
	assert_int_equal(parsed->spec->items.count, 2);
	parsed_free(parsed);
}

TEST(a_missing_brace_may_be_followed_by_one_too_many)
{
	expect_errors("assembly {\n"
		      "	composition {\n"
		      "		component A a;\n"
		      "	configuration {\n"
		      "		a.x = 1;\n"
		      "	}\n"
		      "}\n"
		      "component B { x }\n",
		      "4:2: expected '}' before 'configuration'", "8:15: expected a member of the component");
	expect_errors("procedure P {\n"
		      "	void f(void);\n"
		      "import \"x\n\";\n"
		      "}\n"
		      "component B { x }\n",
		      "3:1: expected '}' before 'import'", "6:15: expected a member", "3:8: imported file");
	expect_errors("composition {\n"
		      "	component A a;\n"
		      "component B {\n"
		      "	uses P;\n"
		      "}\n",
		      "3:1: expected '}' before 'component'", "4:8: expected the interface's name");
}

TEST(a_missing_brace_at_the_end_is_one_error)
{
	struct parsed *parsed = parse_text("assembly {\n composition {\n  component A a;\n");
	check_errors(parsed, (const char *const[]){ "4:1: expected '}' before the end of the file", NULL });
	assert_non_null(strstr(parsed->messages, "t:2:14: note: missing closing brace?"));
	parsed_free(parsed);
	expect_errors("assembly { composition { component A", "1:37: expected the instance's name");
	expect_errors("configuration { a.b = {1: [2, ", "1:31: expected a number, found end of file");
}

TEST(a_misplaced_statement_does_not_end_the_body)
{
	expect_errors("component A {\n"
		      "	import \"x.camkes\";\n"
		      "	connection C c(from a, to b);\n"
		      "	assembly { composition { } }\n"
		      "	uses P;\n"
		      "}\n"
		      "component B { control; }\n",
		      "2:2: 'import' cannot be in a component: it belongs at the top level of a file",
		      "3:2: 'connection' cannot be in a component: it belongs in a composition",
		      "4:2: 'assembly' cannot be in a component", "5:8: expected the interface's name");
	expect_errors("group g { }\nuses P p;\ninclude <x.h>;\ncomponent A { }\n",
		      "1:1: 'group' cannot be in a file: it belongs in a composition",
		      "2:1: 'uses' cannot be in a file", "3:1: ADL files are imported with 'import'");
}

TEST(braces_too_many_are_one_error)
{
	expect_errors("component A { } } }\n} component B { x; }", "1:17: extraneous closing brace",
		      "2:17: expected a member");
}

TEST(stray_semicolons_are_explained_once)
{
	expect_errors("component A { control;;;; uses P p; };;", "1:23: stray ';' in a component");
	expect_errors("procedure P { void f(void);; }", "1:28: stray ';' in a procedure");
	expect_errors("assembly { ; composition { ; } configuration { ; } }",
		      "1:12: stray ';' in an assembly", "1:28: stray ';' in a composition",
		      "1:48: stray ';' in a configuration");
}

TEST(keywords_are_no_names)
{
	expect_errors("component from { uses P in; emits E thread; uses P ok; }", "1:11: 'from' is a keyword",
		      "1:25: 'in' is a keyword", "1:37: 'thread' is a keyword");
	expect_errors("component A {\n uses P\n control;\n}", "2:8: expected the interface's name");
	expect_errors("configuration { string.us = 1; a.to <- out.in; }", "1:17: 'string'", "1:24: 'us'",
		      "1:34: 'to'", "1:40: 'out'", "1:44: 'in'");
}

TEST(what_the_language_lacks_is_named)
{
	expect_errors("component A {\n"
		      "	uses P a, b;\n"
		      "	maybe provides P c; maybe emits E d;\n"
		      "	uses P e[2];\n"
		      "	attribute int *f;\n"
		      "	attribute unsigned long g;\n"
		      "	attribute long long int h = 1;\n"
		      "	attribute const int i;\n"
		      "	dataport frame_t(4096) j;\n"
		      "	attribute struct s k;\n"
		      "	consumes a.E l;\n"
		      "}\n",
		      "2:10: only one thing can be declared", "3:2: takes no 'maybe'",
		      "3:22: takes no 'maybe'", "4:10: no arrays of interfaces",
		      "5:16: there are no pointers", "6:12: a type is one word", "7:12: a type is one word",
		      "8:12: no qualifiers", "9:18: only 'Buf' has a size", "10:12: cannot have a C struct",
		      "11:11: cannot have a dot");
	expect_errors("procedure P {\n"
		      "	enum e { A, B };\n"
		      "	a.b f({int x;} p, c.d q);\n"
		      "	int g;\n"
		      "	void h(void *p, int n);\n"
		      "	void i(unsigned long, int n);\n"
		      "	void j(int a[4], const string b);\n"
		      "}\n"
		      "typedef int number_t;\n",
		      "2:2: there is no 'enum'", "3:2: cannot have a dot", "3:8: cannot be a struct body",
		      "3:20: cannot have a dot", "4:7: an attribute of a procedure has no ';'",
		      "5:9: found 'void'", "7:15: an array has no size", "7:19: no qualifiers",
		      "9:1: there is no 'typedef'");
}

TEST(architecture_has_its_own_mistakes)
{
	expect_errors("assembly {\n"
		      "	composition {\n"
		      "		component A a, b;\n"
		      "		component A c[2];\n"
		      "		component D { control; } d;\n"
		      "		connection K e from a.p to b.q;\n"
		      "		connection K f(a.p, b.q);\n"
		      "		connection K g(from a.p, to b.q) with x;\n"
		      "		group h { group i { } }\n"
		      "		export a -> b;\n"
		      "	}\n"
		      "	schedule { [(0, 1 tick), (1, 2)] }\n"
		      "	schedule { [(0, 1)] }\n"
		      "	schedule { [(0.5, 1), (1, 1 + 1)] }\n"
		      "}\n"
		      "assembly { }\n",
		      "3:16: only one thing", "4:16: no arrays of instances",
		      "5:15: the instance's name follows the '}'", "6:17: expected '('",
		      "7:18: expected 'from' or 'to', found 'a'", "8:36: 'with' has no meaning here",
		      "9:13: groups cannot be nested", "10:10: illegal source in export",
		      "12:20: unknown unit of time 'tick'", "13:2: two items or more",
		      "14:15: must be a whole number", "14:29: expected ')' after the duration",
		      "16:1: an assembly needs a composition");
}

TEST(components_end_with_composition_and_configuration)
{
	expect_errors("component A {\n"
		      "	composition { }\n"
		      "	control;\n"
		      "	composition { }\n"
		      "}\n"
		      "component B { configuration { } }\n",
		      "3:2: 'control' must come before the component's composition",
		      "4:2: a component has one composition", "6:15: needs a composition too");
}

TEST(the_name_of_a_composition_or_configuration_has_no_dot)
{
	expect_errors("composition a.b { }\nconfiguration a.b { }\ncomponent A { composition c.d { } }\n",
		      "1:13: cannot have a dot", "2:15: cannot have a dot", "3:27: cannot have a dot");
}

TEST(connectors_have_two_sides_in_order)
{
	expect_errors("connector A { to Event; from Event; }\n"
		      "connector B { from Event; }\n"
		      "connector C { from Event; to Event; from Event; }\n"
		      "connector D { attribute int x; from Event; to Event; }\n"
		      "connector E { from Events with -1 threads; to Events with 1.5 threads; }\n"
		      "connector F { from Events with 1.0 thread; to Event with 0 threads; }\n"
		      "connector G { from Happening; to Event; }\n",
		      "1:25: stands before its 'to' side", "2:11: 'to' is missing", "3:37: one 'from' side",
		      "4:15: behind its 'from' and 'to' sides", "5:32: whole number", "5:59: whole number",
		      "7:20: found 'Happening'");
}

TEST(values_have_their_own_mistakes)
{
	expect_errors("configuration {\n"
		      "	a.b.c = 1;\n"
		      "	a = 3;\n"
		      "	a.b = q();\n"
		      "	a.b = q(1);\n"
		      "	a.b = q([{}, 1]);\n"
		      "	a.b = [1, 2;\n"
		      "	a.b = {1 2};\n"
		      "	a.b 5;\n"
		      "	a.b <- 5;\n"
		      "	a.ok = 1\n"
		      "	a.b = 1 2;\n"
		      "}\n"
		      "component C { attribute int a = q({}); }\n",
		      "2:2: a setting names one instance", "3:4: expected '.'", "4:9: needs an argument",
		      "5:10: is a dict", "6:15: is a dict", "7:13: expected ']'", "8:10: expected ':'",
		      "9:6: expected '=' or '<-'", "10:9: expected the attribute to refer to",
		      "11:10: expected ';' after setting", "12:9: expected ';' after setting",
		      "14:33: a query can only be the value of a setting");
}

TEST(sizes_are_whole_and_positive)
{
	expect_errors("component C { dataport Buf(0) a; dataport Buf(-1) b; dataport Buf(1.5) c; dataport "
		      "Buf(2 ** 70) d; "
		      "dataport Buf(2.0) e; }",
		      "1:28: whole number of bytes", "1:47: whole number", "1:67: whole number",
		      "1:88: whole number");
}

TEST(structs_are_not_empty)
{
	expect_errors("struct S { }\nstruct T { int a b; }\ncomponent C { attribute {} x; }",
		      "1:8: at least one field", "2:17: expected ';'", "3:25: at least one field");
}

TEST(nesting_has_a_limit)
{
	static const char *const pieces[] = { "(", "-", "[", "{1:", "1?", "!(", "[{2:" };
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t length = strlen(pieces[i]), count = 100000;
		char *text = malloc(64 + length * count), *end = text;
		assert_non_null(text);
		end = stpcpy(end, "configuration { a.b = ");
		for (size_t j = 0; j < count; j++)
			end = stpcpy(end, pieces[i]);
		struct parsed *parsed = parse_text(text);
		assert_int_equal(parsed->errors, 1);
		assert_non_null(strstr(parsed->messages, "nested too deeply"));
		parsed_free(parsed);
		free(text);
	}
}

TEST(bodies_nest_to_a_limit_too)
{
	char *text = malloc(100000 * 24), *end = text;
	assert_non_null(text);
	for (size_t i = 0; i < 100000; i++)
		end = stpcpy(end, i % 2 ? "composition {" : "component {");
	struct parsed *parsed = parse_text(text);
	assert_int_equal(parsed->errors, 1);
	assert_non_null(strstr(parsed->messages, "nested too deeply"));
	parsed_free(parsed);
	free(text);
}

TEST(a_flood_of_mistakes_is_cut)
{
	static const char *const pieces[] = {
		"a", "(", "{",	"[",  ";",    "\"",	      "<",	  "/", "\n",   "0",    "#",
		" ", "}", "@ ", "a;", "\"\n", "component A{", "import\n", ".", "//\n", "/**/", "x{",
		"};"
	};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t length = strlen(pieces[i]), count = 200000;
		char *text = malloc(length * count + 1), *end = text;
		assert_non_null(text);
		for (size_t j = 0; j < count; j++)
			end = stpcpy(end, pieces[i]);
		struct parsed *parsed = parse_text(text);
		assert_true(parsed->size < 20 * 1000);
		parsed_free(parsed);
		free(text);
	}
}
