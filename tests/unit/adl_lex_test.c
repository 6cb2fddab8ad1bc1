#include "adl_test.h"

TEST(white_space_and_comments_separate_words)
{
	expect_dump("component/**/A{}component\fB{ }component\tC\r\n{}// end\n# note\n  # another\n "
		    "component D { # and\n }",
		    "component A\ncomponent B\ncomponent C\ncomponent D\n");
}

TEST(keywords_are_whole_words)
{
	expect_dump("component inn { uses includes_ usesx; has mutex mutexes; attribute integers in_; }",
		    "component inn\n  uses usesx: includes_\n  mutex mutexes\n  attribute in_: integers\n");
}

TEST(buf_is_a_name_too)
{
	expect_dump("component Buf { dataport Buf Buf; uses Buf.Buf b; }",
		    "component Buf\n  dataport Buf: Buf\n  uses b: Buf.Buf\n");
}

TEST(letters_beyond_ascii_follow_the_first_one)
{
	expect_dump("component fo\xc3\xb3_\xe5\x8f\xb7 { }", "component fo\xc3\xb3_\xe5\x8f\xb7\n");
	expect_errors("component \xc3\xb3"
		      "f { uses P p; }",
		      "1:11: a name begins with an ASCII letter");
	expect_errors("component A\xe2\x86\x92 { }", "1:12: illegal character U+2192");
	expect_errors("component e\xcc\x81 { }", "1:12: illegal character U+0301");
	expect_errors("component A { uses P \xff\xfe"
		      "p; }",
		      "1:22: illegal byte 0xff");
}

TEST(a_run_of_illegal_characters_is_one_error)
{
	expect_errors("component A { @@@@@@@@@@@@ uses P p; }", "1:15: illegal character '@'");
	expect_errors("\v", "1:1: illegal character U+000B");
	expect_errors("\r", "1:1: illegal character U+000D");
	expect_errors("component A { uses P @ ; }", "1:22: illegal character '@'");
}

TEST(quotes_of_another_kind_are_one_error)
{
	expect_errors("configuration { a.b = 'x y'; }", "1:23: double quotes");
	expect_errors("configuration { a.b = \xe2\x80\x9cx y\xe2\x80\x9d; a.c = ; }", "1:23: double quotes",
		      "1:40: expected a number");
	expect_errors("configuration { a.b = 'x;\n a.c = ; }", "1:23: double quotes",
		      "2:8: expected a number");
}

TEST(a_nul_is_no_end)
{
	static const char text[] = "component A { } \0 component B { control }";
	struct parsed *parsed = parse_bytes(text, sizeof text - 1);
	check_errors(parsed, (const char *const[]){ "1:17: illegal character U+0000",
						    "1:40: expected ';' after 'control'", NULL });
	parsed_free(parsed);
	static const char string[] = "configuration { a.b = \"x\0y\"; }";
	parsed = parse_bytes(string, sizeof string - 1);
	check_errors(parsed, (const char *const[]){ "1:25: illegal character U+0000 in a string", NULL });
	parsed_free(parsed);
}

TEST(strings_have_no_escapes)
{
	expect_dump("configuration { a.b = \"a\\n\" \"\\\" \"more\nlines\"; }",
		    "configuration (anonymous)\n  a.b = \"a\\n\\more\nlines\"\n");
}

TEST(a_string_without_end_ends_with_its_line)
{
	expect_errors("configuration {\n a.b = \"lost;\n a.c = ;\n}", "2:8: unterminated string",
		      "3:8: expected a number");
}

TEST(a_string_that_swallows_the_next_one_is_found_out)
{
	expect_errors("import \"a;\nimport \"b\";\ncomponent A { uses P; }", "1:8: unterminated string",
		      "3:21: expected the interface's name", "2:8: imported file 'b'");
	expect_errors("configuration {\n a.x = \"one;\n a.y = \"two\";\n a.z = \"three\";\n a.w = ;\n}",
		      "2:8: unterminated string", "5:8: expected a number");
}

TEST(a_comment_without_end_is_the_only_error)
{
	expect_errors("component A {\n /* uses P p; }", "2:2: unterminated comment");
	expect_errors("component A { } /*/", "1:17: unterminated comment");
}

TEST(a_byte_order_mark_is_skipped)
{
	expect_dump("\xef\xbb\xbf"
		    "component A { }",
		    "component A\n");
}

TEST(line_markers_say_where_text_is_from)
{
	struct parsed *parsed = parse_text("component A { }\n"
					   "#line 42 \"A\"\n"
					   "\n"
					   "component {{ }\n"
					   "  # 7 \"dir/quo\\\"te\\101.h\" 1 3\n"
					   "component B { x }\n"
					   "x # 9 \"not a marker\"\n"
					   "x\n");
	assert_non_null(strstr(parsed->messages, "A:43:12: error: "));
	assert_non_null(strstr(parsed->messages, "dir/quo\"teA.h:7:15: error: "));
	assert_null(strstr(parsed->messages, "not a marker:"));
	parsed_free(parsed);
}

TEST(long_tokens_are_shortened_in_messages)
{
	char *text = malloc(100000);
	assert_non_null(text);
	memset(text, 'a', 99999);
	text[99999] = '\0';
	struct parsed *parsed = parse_text(text);
	check_errors(parsed,
		     (const char *const[]){ "1:1: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...'", NULL });
	assert_true(parsed->size < 2000);
	parsed_free(parsed);
	free(text);
}
