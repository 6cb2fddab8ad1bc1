#include "sdf/sdf.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct model *read_model(struct compilation *compilation, const char *text)
{
	const struct model *model = sdf_read_text(compilation, "a.system", text, strlen(text), SDF_AUTO);
	assert_non_null(model);
	return model;
}

static void assert_converts(const char *from, enum sdf_dialect dialect, const char *to)
{
	struct compilation *compilation = compilation_create(stderr);
	struct out *out = out_create(compilation->arena);
	const struct model *model = read_model(compilation, from);
	assert_true(sdf_check(compilation, model, dialect));
	sdf_write(out, model, dialect);
	assert_string_equal(out_string(out), to);
	compilation_destroy(compilation);
}

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n"

TEST(comments_stay_with_what_they_are_about)
{
	assert_converts("<!-- first -->\n"
			"<system>\n"
			"\t<!-- two\n"
			"\t     lines -->\n"
			"\t<memory_region name='m' size='4096'/> <!-- behind -->\n"
			"\t<protection_domain name='a' pp='true'>\n"
			"\t\t<!-- the image -->\n"
			"\t\t<program_image path='a.elf'/>\n"
			"\t\t<map mr='m' vaddr='0x1000'/>\n"
			"\t\t<!-- at the end -->\n"
			"\t</protection_domain>\n"
			"</system>\n",
			SDF_SEED,
			HEAD "<!-- first -->\n"
			     "<system>\n"
			     "    <!-- two\n"
			     "         lines -->\n"
			     "    <memory_region name=\"m\" size=\"0x1_000\" /> <!-- behind -->\n"
			     "\n"
			     "    <protection_domain name=\"a\" priority=\"0\" pp=\"true\">\n"
			     "        <!-- the image -->\n"
			     "        <program_image path=\"a.elf\" />\n"
			     "        <map mr=\"m\" vaddr=\"0x1000\" perms=\"rw\" />\n"
			     "        <!-- at the end -->\n"
			     "    </protection_domain>\n"
			     "</system>\n");
}

TEST(all_that_the_newest_dialect_has_is_written_as_it_was_read)
{
	static const char text[] = HEAD
		"<system>\n"
		"    <memory_region name=\"m\" size=\"0x200_000\" page_size=\"0x200_000\" "
		"phys_addr=\"0x40000000\" />\n"
		"    <memory_region name=\"f\" size=\"0x1_000\" prefill_path=\"f.bin\" />\n"
		"    <memory_region name=\"i\" prefill_bootinfo=\"fdt\" />\n"
		"\n"
		"    <domains>\n"
		"        <domain name=\"one\" />\n"
		"        <domain name=\"two\" id=\"5\" />\n"
		"        <domain_schedule start_index=\"1\" index_shift=\"2\">\n"
		"            <schedule_entry domain=\"one\" duration=\"100 us\" />\n"
		"            <schedule_end_marker />\n"
		"            <schedule_entry domain=\"two\" duration=\"7 ticks\" />\n"
		"        </domain_schedule>\n"
		"    </domains>\n"
		"\n"
		"    <protection_domain name=\"a\" priority=\"3\" budget=\"100\" period=\"200\" "
		"passive=\"true\" cpu=\"1\" "
		"domain=\"one\" stack_size=\"0x4_000\" smc=\"true\" fpu=\"false\">\n"
		"        <program_image path=\"a.elf\" path_for_symbols=\"a.sym\" />\n"
		"        <map mr=\"m\" vaddr=\"0x200000\" perms=\"rx\" cached=\"false\" setvar_vaddr=\"v\" "
		"setvar_size=\"s\" />\n"
		"        <map mr=\"f\" vaddr=\"0x400000\" perms=\"\" setvar_prefill_size=\"p\" />\n"
		"        <virtual_machine name=\"vm\" priority=\"2\" budget=\"10\">\n"
		"            <vcpu id=\"0\" cpu=\"1\" setvar_id=\"c\" />\n"
		"            <vcpu id=\"1\" />\n"
		"            <map mr=\"m\" vaddr=\"0x0\" perms=\"rwx\" cached=\"false\" />\n"
		"        </virtual_machine>\n"
		"        <irq irq=\"33\" id=\"1\" trigger=\"edge\" setvar_id=\"q\" />\n"
		"        <irq id=\"2\" ioapic=\"1\" pin=\"3\" vector=\"4\" trigger=\"edge\" polarity=\"low\" "
		"/>\n"
		"        <irq id=\"3\" pcidev=\"01:1f.7\" handle=\"0\" vector=\"5\" />\n"
		"        <ioport id=\"0\" addr=\"0x3f8\" size=\"8\" setvar_id=\"o\" setvar_addr=\"d\" />\n"
		"        <setvar symbol=\"y\" region_paddr=\"m\" />\n"
		"        <cspace>\n"
		"            <cap_tcb slot=\"1\" pd=\"a\" />\n"
		"            <cap_sc slot=\"2\" pd=\"b\" />\n"
		"            <cap_vspace slot=\"3\" pd=\"b\" />\n"
		"        </cspace>\n"
		"        <protection_domain name=\"b\" id=\"7\" priority=\"0\" domain=\"two\" "
		"setvar_id=\"k\">\n"
		"            <program_image path=\"b.elf\" />\n"
		"        </protection_domain>\n"
		"    </protection_domain>\n"
		"\n"
		"    <channel>\n"
		"        <end pd=\"a\" id=\"4\" pp=\"true\" notify=\"false\" setvar_id=\"e\" />\n"
		"        <end pd=\"b\" id=\"0\" />\n"
		"    </channel>\n"
		"\n"
		"    <io_address_space name=\"io\" peripheral_id=\"00:03.0\" domain_id=\"1\">\n"
		"        <iomap mr=\"f\" iovaddr=\"0x1000\" perms=\"w\" />\n"
		"    </io_address_space>\n"
		"</system>\n";
	assert_converts(text, SDF_MICROKIT_23, text);
}

static void assert_formats(const char *from, const char *to)
{
	char path[] = "/tmp/causeway-format-XXXXXX";
	int file = mkstemp(path);
	assert_true(file >= 0);
	assert_int_equal(write(file, from, strlen(from)), strlen(from));
	close(file);
	struct compilation *compilation = compilation_create(stderr);
	struct out *out = out_create(compilation->arena);
	assert_true(sdf_format(out, compilation, path));
	unlink(path);
	assert_string_equal(out_string(out), to);
	compilation_destroy(compilation);
}

TEST(formatting_touches_blanks_only)
{
	assert_formats("<system a='x \"y\" &amp; z'\n   b=\"1\"  >\r\n\r\n\r\n<!-- one\n  two -->\n"
		       "<x></x> <!-- behind --><y\n/>\n\n\n\n<z> text\n </z></system><!-- last -->",
		       HEAD "<system a=\"x &quot;y&quot; &amp; z\" b=\"1\">\n"
			    "    <!-- one\n"
			    "      two -->\n"
			    "    <x /> <!-- behind -->\n"
			    "    <y />\n"
			    "\n"
			    "    <z>\n"
			    "        text\n"
			    "    </z>\n"
			    "</system> <!-- last -->\n");
}

#define PD(name, priority)                                                                                   \
	"<protection_domain name='" name "' priority='" priority "'><program_image path='" name              \
	".elf'/></protection_domain>"
#define CHANNEL(a, b) "<channel><end pd='a' id='" a "'/><end pd='b' id='" b "'/></channel>"

static void assert_differs(const char *a, const char *b, unsigned count, const char *text)
{
	struct compilation *compilation = compilation_create(stderr);
	struct out *out = out_create(compilation->arena);
	assert_int_equal(sdf_diff(out, read_model(compilation, a), read_model(compilation, b)), count);
	assert_string_equal(out_string(out), text);
	compilation_destroy(compilation);
}

TEST(a_diff_is_about_systems_not_files)
{
	assert_differs("<system>" PD("a", "1") PD("b", "2") CHANNEL("0", "1") "</system>",
		       "<system>\n" CHANNEL("0", "1") "<!-- -->" PD("b", "2") PD("a", "0x1") "</system>", 0,
		       "");
	assert_differs("<system>" PD("a", "1") PD("b", "2") CHANNEL("0", "1") CHANNEL("2", "2") "</system>",
		       "<system>" PD("a", "3") PD("b", "2") CHANNEL("2", "2") CHANNEL("0", "5") "</system>",
		       2,
		       "  protection domain 'a': priority 1 -> 3\n"
		       "  channel of 'a' and 'b': end in 'b': id 1 -> 5\n");
	assert_differs("<system>" PD("a", "1") PD("b", "2") CHANNEL("0", "1") "</system>",
		       "<system><memory_region name='m' size='0x1000'/>" PD("a", "1") "</system>", 4,
		       "- protection domain 'b' (priority 2)\n"
		       "- protection domain 'b': program image (path b.elf)\n"
		       "- channel of 'a' (0) and 'b' (1)\n"
		       "+ memory region 'm' (size 0x1_000)\n");
}
