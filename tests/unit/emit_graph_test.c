#include "emit/graph.h"
#include "sdf/sdf.h"
#include "test.h"

#include <string.h>

static const char *draw(struct compilation *compilation, const char *text)
{
	const struct model *model = sdf_read_text(compilation, "a.system", text, strlen(text), SDF_AUTO);
	assert_non_null(model);
	return out_string(emit_graph(compilation, model));
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("no %s in\n%s", part, text);
}

TEST(a_picture_has_what_joins_protection_domains)
{
	struct compilation *compilation = compilation_create(stderr);
	const char *text =
		draw(compilation,
		     "<system><memory_region name='m' size='0x1000'/><memory_region name='n' size='0x1000'/>"
		     "<memory_region name='own' size='0x200000' phys_addr='0x9000000'/>"
		     "<protection_domain name='a&amp;b' priority='3'><program_image path='a'/>"
		     "<map mr='m' vaddr='0'/><map mr='n' vaddr='0x1000'/><map mr='own' vaddr='0x2000'/>"
		     "<irq irq='33' id='5'/></protection_domain>"
		     "<protection_domain name='c' priority='4' passive='true'><program_image path='c'/>"
		     "<map mr='m' vaddr='0' perms='r'/><map mr='n' vaddr='0x1000' perms='r'/>"
		     "<protection_domain name='d' id='0'><program_image path='d'/></protection_domain>"
		     "</protection_domain>"
		     "<channel><end pd='a&amp;b' id='0' pp='true'/><end pd='c' id='1'/></channel>"
		     "<channel><end pd='c' id='3'/><end pd='a&amp;b' id='2' pp='true'/></channel></system>");
	assert_has(text, "<B>a&amp;b</B>");
	assert_has(text, "priority 4, passive");
	assert_has(text, "interrupt 33 &#8594; 5");
	assert_has(text, "own, 2 MiB at 0x9000000 (rw)");
	assert_has(text, "mr0 [label=\"m, 4 KiB\\nn, 4 KiB\"");
	assert_has(text, "pd1 -> mr0 [label=\"r\", dir=back");
	assert_has(
		text,
		"pd0 -> pd1 [taillabel=\"0 2\", headlabel=\"1 3\", label=\"call\", dir=both, arrowtail=vee, "
		"arrowhead=normal");
	assert_has(text, "c and its children");
	compilation_destroy(compilation);
}

TEST(a_large_picture_joins_each_pair_once)
{
	struct compilation *compilation = compilation_create(stderr);
	struct out *out = out_create(compilation->arena);
	out_text(out, "<system><memory_region name='m' size='0x1000'/>");
	for (int i = 0; i < 20; i++)
		out_text(out,
			 "<protection_domain name='p%d' priority='%d'><program_image "
			 "path='p'/>%s</protection_domain>",
			 i, i, i < 2 ? "<map mr='m' vaddr='0'/>" : "");
	for (int i = 0; i < 3; i++)
		out_text(out, "<channel><end pd='p0' id='%d' pp='true'/><end pd='p1' id='%d'/></channel>", i,
			 i);
	out_text(out, "</system>");
	const char *text = draw(compilation, out_string(out));
	assert_has(text,
		   "pd0 -> pd1 [dir=both, arrowtail=none, arrowhead=normal, color=\"#b5382f:#d0a83c\"]");
	assert_null(strstr(strstr(text, "pd0 -> pd1") + 1, "pd0 -> pd1"));
	assert_null(strstr(text, "cylinder"));
	compilation_destroy(compilation);
}
