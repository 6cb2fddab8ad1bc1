#include "assembly_test.h"

/* What most specifications need. */
#define CONNECTORS                                                                                           \
	"connector Call { from Procedures; to Procedure; }"                                                  \
	"connector Data { from Dataports; to Dataports; }"                                                   \
	"connector Signal { from Event; to Events; }"

TEST(a_flat_assembly_has_its_instances_and_connections_in_order)
{
	struct resolved *r = resolve_good_text(
		CONNECTORS
		"procedure P { void f(); }"
		"component A { control; uses P p; emits E e; }"
		"component B { provides P q; consumes E c; }"
		"assembly sys { composition { component A a; component B b;"
		"  connection Call call(from a.p, to b.q); connection Signal done(to b.c, from a.e); } }");
	assert_string_equal(r->assembly->name, "sys");
	assert_string_equal(resolved_instances(r), "a b");
	assert_string_equal(resolved_connections(r), "call: a.p > b.q; done: a.e > b.c");
	const struct assembly_interface *p = resolved_instance(r, "a")->interfaces.items[0];
	assert_ptr_equal(p->connection, r->assembly->connections.items[0]);
	assert_true(p->is_from);
	assert_string_equal(p->procedure->name.text, "P");
	assert_string_equal(resolved_instance(r, "b")->address_space, "b");
	resolved_free(r);
}

TEST(attributes_have_the_setting_or_else_the_default)
{
	struct resolved *r = resolve_good_text(
		"component A { control; attribute int n = 4; attribute string s; attribute int64_t big; }"
		"assembly { composition { component A a; component A b; }"
		"  configuration { a.n = 5; a.s = \"x\"; b.big = 1 << 40; a.priority = 100; } }");
	check_integer(r, "a", "n", 5);
	check_string(r, "a", "s", "x");
	check_integer(r, "b", "n", 4);
	check_integer(r, "b", "big", 1ll << 40);
	check_integer(r, "a", "priority", 100);
	assert_true(resolved_attribute(r, "a", "n")->is_set);
	assert_false(resolved_attribute(r, "b", "n")->is_set);
	assert_false(resolved_attribute(r, "b", "s")->has_value);
	assert_null(resolved_attribute(r, "b", "priority"));
	resolved_free(r);
}

TEST(compound_components_are_flattened_outer_instances_first)
{
	struct resolved *r = resolve_good_text(
		CONNECTORS
		"component Leaf { dataport Buf d; }"
		"component Inner { composition { component Leaf x; component Leaf y;"
		"  connection Data c(from x.d, to y.d); } }"
		"component Outer { composition { component Inner i; component Leaf l; component Leaf m;"
		"  connection Data c(from l.d, to m.d); } }"
		"assembly { composition { component Outer o; component Inner p; } }");
	assert_string_equal(resolved_instances(r), "o p o.i o.l o.m o.i.x o.i.y p.x p.y");
	assert_string_equal(resolved_connections(r),
			    "o.c: o.l.d > o.m.d; o.i.c: o.i.x.d > o.i.y.d; p.c: p.x.d > p.y.d");
	assert_string_equal(resolved_instance(r, "o.i.x")->address_space, "o.i.x");
	assert_ptr_equal(resolved_instance(r, "o.i.x")->parent, resolved_instance(r, "o.i"));
	resolved_free(r);
}

TEST(exports_are_followed_to_the_innermost_interface)
{
	struct resolved *r = resolve_good_text(
		CONNECTORS "procedure P { void f(); }"
			   "component Leaf { provides P p; dataport Vec d; }"
			   "component Inner { provides P q; dataport Vec e; composition { component Leaf l;"
			   "  export l.p -> q; export l.d -> e; } }"
			   "component Outer { provides P r; dataport Vec f; composition { component Inner i;"
			   "  export i.q -> r; export i.e -> f; } }"
			   "component User { control; uses P p; dataport Vec d; }"
			   "assembly { composition { component User u; component Outer o;"
			   "  connection Call c(from u.p, to o.r); connection Data d(from u.d, to o.f); } }");
	assert_string_equal(resolved_connections(r), "c: u.p > o.i.l.p; d: u.d > o.i.l.d");
	const struct assembly_interface *outer = resolved_instance(r, "o")->interfaces.items[0];
	assert_true(outer->is_exported);
	assert_null(outer->connection);
	assert_ptr_equal(outer->alias_of, resolved_instance(r, "o.i.l")->interfaces.items[0]);
	resolved_free(r);
}

TEST(a_compound_component_can_use_its_own_interfaces_inside)
{
	struct resolved *r =
		resolve_good_text(CONNECTORS "procedure P { void f(); }"
					     "component Leaf { provides P p; }"
					     "component Outer { control; uses P own; composition { component "
					     "Leaf l; connection Call c(from own, to l.p); } }"
					     "assembly { composition { component Outer o; } }");
	assert_string_equal(resolved_connections(r), "o.c: o.own > o.l.p");
	resolved_free(r);
}

TEST(references_go_up_and_down_the_hierarchy)
{
	struct resolved *r = resolve_good_text(
		"component Leaf { attribute string s; attribute int n = 7; }"
		"component Mid { attribute string t; composition { component Leaf l; } configuration { l.s "
		"<- t; } }"
		"component Top { control; attribute string u; attribute int m; composition { component Mid "
		"i; }"
		"  configuration { i.t <- u; } }"
		"assembly { composition { component Top a; component Top b; }"
		"  configuration { a.u = \"hello\"; b.u <- a.u; b.m <- b.i.l.n; a.m = 1; } }");
	check_string(r, "a.i.l", "s", "hello");
	check_string(r, "b.i.l", "s", "hello");
	check_integer(r, "b", "m", 7);
	resolved_free(r);
}

TEST(references_pick_elements_of_lists_and_dicts)
{
	struct resolved *r = resolve_good_text("component A { control; attribute int x; attribute string y; }"
					       "assembly { composition { component A a; }"
					       "  configuration { vars.v = {\"k\": [1, 2, {3: \"z\"}]}; a.x "
					       "<- vars.v[\"k\"][1]; a.y <- vars.v[\"k\"][2][3]; } }");
	check_integer(r, "a", "x", 2);
	check_string(r, "a", "y", "z");
	resolved_free(r);
}

TEST(groups_share_an_address_space)
{
	struct resolved *r = resolve_good_text(
		CONNECTORS
		"component A { dataport Buf d; }"
		"component C { composition { group h { component A x; component A y; }"
		"  connection Data c(from h.x.d, to h.y.d); } }"
		"assembly { composition { group g { component A a; component A b; } component C c;"
		"  connection Data d(from g.a.d, to g.b.d); } configuration { a.heap_size = 4096; } }");
	assert_string_equal(resolved_instances(r), "c a b c.x c.y");
	assert_string_equal(resolved_instance(r, "a")->address_space, "g");
	assert_string_equal(resolved_instance(r, "c.x")->address_space, "c.h");
	assert_string_equal(resolved_connections(r), "d: a.d > b.d; c.c: c.x.d > c.y.d");
	check_integer(r, "a", "heap_size", 4096);
	resolved_free(r);
}

TEST(groups_without_a_name_get_one)
{
	struct resolved *r = resolve_good_text("component A { control; }"
					       "assembly { composition { group { component A a; component A "
					       "b; } group { component A c; } } }");
	assert_string_equal(resolved_instance(r, "b")->address_space, "unamed_group_0");
	assert_string_equal(resolved_instance(r, "c")->address_space, "unamed_group_1");
	resolved_free(r);
}

TEST(several_assemblies_are_one)
{
	struct resolved *r =
		resolve_good_text(CONNECTORS "component A { control; dataport Buf d; attribute int n; }"
					     "assembly one { composition { component A a; } configuration { "
					     "a.n = 1; } schedule { [(0, 5 ticks), (1, 5)] } }"
					     "assembly two { composition { component A b; connection Data "
					     "c(from a.d, to b.d); } configuration { b.n <- a.n; } }");
	assert_string_equal(r->assembly->name, "one");
	assert_string_equal(resolved_instances(r), "a b");
	check_integer(r, "b", "n", 1);
	assert_int_equal(r->assembly->schedule->items.count, 2);
	resolved_free(r);
}

TEST(connections_that_share_an_end_are_one_in_order_of_declaration)
{
	struct resolved *r = resolve_good_text(
		CONNECTORS
		"procedure P { void f(); }"
		"component A { control; uses P p; } component B { provides P q; }"
		"assembly { composition { component A a3; component A a1; component A a2; component B b; "
		"component B other; component A a0;"
		"  connection Call z(from a3.p, to b.q); connection Call o(from a0.p, to other.q);"
		"  connection Call m(from a1.p, to b.q); connection Call a(from a2.p, to b.q); } }");
	assert_string_equal(resolved_connections(r), "a.m.z: a3.p a1.p a2.p > b.q; o: a0.p > other.q");
	const struct assembly_interface *a2 = resolved_instance(r, "a2")->interfaces.items[0];
	assert_int_equal(a2->end, 2);
	resolved_free(r);
}

TEST(structs_and_arrays_are_filled_in_from_the_defaults_of_fields)
{
	struct resolved *r = resolve_good_text("struct Point { int x = 1; int y; }"
					       "component A { control; attribute Point p; attribute Point "
					       "ps[]; attribute { Point at; string names[] = [\"n\"]; } s; }"
					       "assembly { composition { component A a; } configuration {"
					       "  a.p = {\"y\": 2}; a.ps = [{\"y\": 3, \"x\": 4}, {\"y\": "
					       "5}]; a.s = {\"at\": {\"y\": 6}}; } }");
	const struct assembly_attribute *p = resolved_attribute(r, "a", "p");
	assert_string_equal(p->structure->name.text, "Point");
	assert_int_equal(p->value.as.dict->entries.count, 2);
	assert_string_equal(p->value.as.dict->entries.items[0].key.as.string, "x");
	assert_int_equal((int)p->value.as.dict->entries.items[0].value.as.integer, 1);
	const struct adl_dict *second =
		resolved_attribute(r, "a", "ps")->value.as.list->items.items[1].as.dict;
	assert_int_equal((int)second->entries.items[0].value.as.integer, 1);
	assert_int_equal((int)second->entries.items[1].value.as.integer, 5);
	const struct assembly_attribute *s = resolved_attribute(r, "a", "s");
	assert_int_equal(s->value.as.dict->entries.count, 2);
	assert_ptr_equal(assembly_structure(r->assembly, s->structure->fields.items[0]), p->structure);
	resolved_free(r);
}

TEST(settings_reach_connections_and_a_components_own_interfaces)
{
	struct resolved *r = resolve_good_text(
		"connector Data { from Dataports; to Dataports; attribute int kind = 3; }"
		"component A { dataport Buf d; consumes Tree t; composition { } configuration { "
		"t.generate_interrupts = 1; } }"
		"component B { emits Tree t; }"
		"connector Signal { from Event; to Events; }"
		"assembly { composition { component A a; component A b; component B e; connection Data "
		"c(from a.d, to b.d);"
		"  connection Signal s(from e.t, to a.t, to b.t); } configuration { c.size = 8192; } }");
	const struct assembly_connection *c = r->assembly->connections.items[0];
	assert_int_equal((int)assembly_connection_setting(c, r->compilation, "size")->value.as.integer, 8192);
	assert_int_equal((int)assembly_connection_setting(c, r->compilation, "kind")->value.as.integer, 3);
	const struct assembly_interface *t = resolved_instance(r, "b")->interfaces.items[1];
	assert_int_equal((int)assembly_setting(&t->attributes, r->compilation, "generate_interrupts")
				 ->value.as.integer,
			 1);
	resolved_free(r);
}

TEST(forward_references_are_allowed_on_request)
{
	static const char text[] =
		"assembly { composition { component A a; connection Data c(from a.d, to b.d); } }"
		"assembly { composition { component A b; } }"
		"component A { control; dataport Buf d; attribute S s = {\"f\": 1}; } struct S { int f; }"
		"connector Data { from Dataports; to Dataports; }";
	struct resolved *r = resolve_text(text);
	assert_null(r->assembly);
	resolved_free(r);
	r = resolve_text_with(text, (struct assembly_options){ .forward_references = true });
	assert_string_equal(r->messages, "");
	assert_string_equal(resolved_connections(r), "c: a.d > b.d");
	resolved_free(r);
}

/* Work has to grow with the text only, and no chain in it may become a chain of calls. */
TEST(thousands_of_instances_and_a_chain_of_references_through_all_of_them)
{
	enum { COUNT = 5000 };
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	assert_non_null(stream);
	fprintf(stream, "component A { control; attribute int n; maybe uses P p; provides P q; }"
			"assembly { composition {");
	for (int i = 0; i < COUNT; i++)
		fprintf(stream, "component A i%d;\n", i);
	for (int i = 1; i < COUNT; i++)
		fprintf(stream, "connection Call c%d(from i%d.p, to i0.q);\n", i, i);
	fprintf(stream, "} configuration { i0.n = 7;\n");
	for (int i = COUNT - 1; i > 0; i--)
		fprintf(stream, "i%d.n <- i%d.n;\n", i, i - 1);
	fprintf(stream, "} }");
	fclose(stream);
	struct arena *arena = arena_create();
	struct resolved *r =
		resolve_good_text(arena_format(arena, "procedure P { void f(); }" CONNECTORS "%s", text));
	assert_int_equal(r->assembly->instances.count, COUNT);
	assert_int_equal(r->assembly->connections.count, 1);
	assert_int_equal(r->assembly->connections.items[0]->from.count, COUNT - 1);
	check_integer(r, "i4999", "n", 7);
	resolved_free(r);
	arena_destroy(arena);
	free(text);
}

TEST(an_instance_with_many_settings_finds_each)
{
	struct resolved *r = resolve_text("component A { control; attribute int a1 = 1; attribute int a2; }"
					  "assembly { composition { component A a; } configuration {"
					  "  a.b1 = 1; a.b2 = 2; a.b3 = 3; a.b4 = 4; a.b5 = 5; a.b6 = 6; "
					  "a.b7 = 7; a.b8 = 8; a.b9 = 9; a.b10 = 10;"
					  "  a.b11 = 11; a.b12 = 12; a.b13 = 13; a.b14 = 14; a.b15 = 15; "
					  "a.b16 = 16; a.b17 = 17; a.b18 = 18; a.a2 <- a.b18;"
					  "} }");
	check_integer(r, "a", "b1", 1);
	check_integer(r, "a", "b18", 18);
	check_integer(r, "a", "a2", 18);
	assert_null(resolved_attribute(r, "a", "b19"));
	resolved_free(r);
}

TEST(a_text_that_was_not_parsed_is_not_resolved)
{
	struct resolved *r = resolve_text("component A { } assembly { composition { component B } }");
	assert_null(r->assembly);
	assert_null(strstr(r->messages, "unknown component"));
	resolved_free(r);
}
