#include "adl_test.h"

TEST(an_empty_text_is_an_empty_specification)
{
	expect_dump("", "");
	expect_dump(" \t\f\r\n;;;// nothing\n/* nothing\n */ # nothing\n", "");
}

TEST(a_component_has_members_of_every_kind)
{
	expect_dump("component C {\n"
		    "	include \"a.h\"; include <b.h>;\n"
		    "	control;\n"
		    "	provides P p; uses a.P q; maybe uses P r;\n"
		    "	emits E e; consumes E f; maybe consumes E g;\n"
		    "	dataport Buf d; dataport Buf(2 * 4096) s; maybe dataport frame_t t;\n"
		    "	has mutex m; has semaphore n; has binary_semaphore b;\n"
		    "	attribute int i; attribute string x[] = [\"1\", \"2\"];\n"
		    "}\n",
		    "component C control\n"
		    "  include \"a.h\"\n"
		    "  include <b.h>\n"
		    "  provides p: P\n"
		    "  uses q: a.P\n"
		    "  maybe uses r: P\n"
		    "  emits e: E\n"
		    "  consumes f: E\n"
		    "  maybe consumes g: E\n"
		    "  dataport d: Buf\n"
		    "  dataport s: Buf(8192)\n"
		    "  maybe dataport t: frame_t\n"
		    "  mutex m\n"
		    "  semaphore n\n"
		    "  binary_semaphore b\n"
		    "  attribute i: int\n"
		    "  attribute x: string[] = [\"1\", \"2\"]\n");
}

TEST(types_have_one_spelling)
{
	expect_dump("procedure P {\n"
		    "	integer a(in signed b, signed int c, out unsigned d, inout unsigned integer e);\n"
		    "	char f(refin signed char g, unsigned char h[], string i, int64_t j, uint64_t k);\n"
		    "	struct s l(void); void m(); bool n(struct t o, size_t p,);\n"
		    "	int x int y = 2 + 3\n"
		    "}\n",
		    "procedure P\n"
		    "  method a: int\n"
		    "    in b: int\n"
		    "    in c: int\n"
		    "    out d: unsigned int\n"
		    "    inout e: unsigned int\n"
		    "  method f: char\n"
		    "    refin g: signed char\n"
		    "    in h: unsigned char[]\n"
		    "    in i: string\n"
		    "    in j: int64_t\n"
		    "    in k: uint64_t\n"
		    "  method l: struct s\n"
		    "  method m: void\n"
		    "  method n: bool\n"
		    "    in o: struct t\n"
		    "    in p: size_t\n"
		    "  attribute x: int\n"
		    "  attribute y: int = 5\n");
}

TEST(an_assembly_has_all_its_parts)
{
	expect_dump("assembly A {\n"
		    "	composition Main {\n"
		    "		component T a; component x.T b; component { hardware; } c;\n"
		    "		group g { component T d; }\n"
		    "		group { }\n"
		    "		connection N n(to a.p, from g.d.q,);\n"
		    "		connection { from Event; to Events with 2 threads; } o();\n"
		    "		export a.p -> p;\n"
		    "	}\n"
		    "	configuration {\n"
		    "		a.x = -1; a.y = \"t\" \"u\"; a.z <- b.w[\"k\"][0];\n"
		    "		a.q = dtb({\"path\": \"x\"})[\"query\"][1 - 1];\n"
		    "		Buf.Buf = {1: [], \"b\": {\"c\": 2.5,},};\n"
		    "	}\n"
		    "	schedule { [(0, 100 us), (0x1, 200), (2, 3 ticks),] }\n"
		    "}\n",
		    "assembly A\n"
		    "  composition Main\n"
		    "    instance a: T\n"
		    "    instance b: x.T\n"
		    "    instance c: \n"
		    "      component (anonymous) hardware\n"
		    "    group g\n"
		    "      instance d: T\n"
		    "    group (anonymous)\n"
		    "    connection n: N (to a.p, from g.d.q)\n"
		    "    connection o:  ()\n"
		    "      connector (anonymous)\n"
		    "        from Event with 1 threads\n"
		    "        to Events with 2 threads\n"
		    "    export a.p -> p\n"
		    "  configuration (anonymous)\n"
		    "    a.x = -1\n"
		    "    a.y = \"tu\"\n"
		    "    a.z = <- b.w[\"k\"][0]\n"
		    "    a.q = dtb([{\"path\": \"x\"}])[\"query\"][0]\n"
		    "    Buf.Buf = {1: [], \"b\": {\"c\": 2.5}}\n"
		    "  schedule\n"
		    "    domain 0: 100 us\n"
		    "    domain 1: 200 ticks\n"
		    "    domain 2: 3 ticks\n");
}

TEST(items_may_be_anonymous_or_referred_to)
{
	expect_dump("component { composition c; configuration d; } procedure { } composition { } "
		    "configuration { }\n"
		    "component { configuration { } composition { } }\n"
		    "connector { from Procedures; to hardware Procedure with 1 thread; attribute bool b = "
		    "true; }\n"
		    "assembly { composition named.one; }\n",
		    "component (anonymous)\n"
		    "  composition = c\n"
		    "  configuration = d\n"
		    "procedure (anonymous)\n"
		    "composition (anonymous)\n"
		    "configuration (anonymous)\n"
		    "component (anonymous)\n"
		    "  composition (anonymous)\n"
		    "  configuration (anonymous)\n"
		    "connector (anonymous)\n"
		    "  from Procedures with 1 threads\n"
		    "  to hardware Procedure with 1 threads\n"
		    "  attribute b: bool = 1\n"
		    "assembly (anonymous)\n"
		    "  composition = named.one\n");
}

TEST(struct_bodies_are_numbered_as_they_end)
{
	expect_dump("struct S { int a; struct_t b[]; }\n"
		    "component C { attribute { int x; { char y; } z; } t; attribute S s; }\n",
		    "struct S #0\n"
		    "  field a: int\n"
		    "  field b: struct_t[]\n"
		    "component C\n"
		    "  attribute t: struct #2\n"
		    "    field x: int\n"
		    "    field z: struct #1\n"
		    "      field y: char\n"
		    "  attribute s: S\n");
}

TEST(the_last_of_duplicate_keys_stays_in_the_first_ones_place)
{
	expect_dump("configuration { a.b = {1: \"one\", \"1\": \"text\", 2: 0, 1.0: \"last\", \"x\" \"y\": "
		    "1, \"xy\": 2}; }\n",
		    "configuration (anonymous)\n"
		    "  a.b = {1: \"last\", \"1\": \"text\", 2: 0, \"xy\": 2}\n");
}
