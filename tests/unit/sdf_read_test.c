#include "sdf/sdf.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reading with what was said about it. */
struct attempt {
	struct compilation *compilation;
	const struct model *model;
	char *messages;
	size_t length;
	FILE *stream;
};

static struct attempt *attempt(const char *text, enum sdf_dialect dialect)
{
	struct attempt *attempt = calloc(1, sizeof *attempt);
	attempt->stream = open_memstream(&attempt->messages, &attempt->length);
	attempt->compilation = compilation_create(attempt->stream);
	attempt->model = sdf_read_text(attempt->compilation, "a.system", text, strlen(text), dialect);
	diag_finish(attempt->compilation->diag);
	return attempt;
}

static void drop(struct attempt *attempt)
{
	compilation_destroy(attempt->compilation);
	fclose(attempt->stream);
	free(attempt->messages);
	free(attempt);
}

static void assert_says(const char *text, enum sdf_dialect dialect, const char *message)
{
	struct attempt *result = attempt(text, dialect);
	assert_null(result->model);
	if (!strstr(result->messages, message))
		fail_msg("wanted: %s\nsaid: %s", message, result->messages);
	drop(result);
}

static const char *written(struct attempt *attempt, enum sdf_dialect dialect)
{
	struct out *out = out_create(attempt->compilation->arena);
	if (!sdf_check(attempt->compilation, attempt->model, dialect)) {
		diag_finish(attempt->compilation->diag);
		fail_msg("cannot be said: %s", attempt->messages);
	}
	sdf_write(out, attempt->model, dialect);
	return out_string(out);
}

static const char ping_pong[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				"\n"
				"<system>\n"
				"    <memory_region name=\"sharedbuf_1\" size=\"0x1_000\" />\n"
				"    <memory_region name=\"sharedbuf_2\" size=\"0x1_000\" />\n"
				"\n"
				"    <protection_domain name=\"ping\" priority=\"42\">\n"
				"        <program_image path=\"ping.elf\" />\n"
				"        <map mr=\"sharedbuf_1\" vaddr=\"0x3000000\" perms=\"rw\" "
				"cached=\"false\" setvar_vaddr=\"send_buf\" />\n"
				"        <map mr=\"sharedbuf_2\" vaddr=\"0x3001000\" perms=\"r\" "
				"cached=\"false\" setvar_vaddr=\"recv_buf\" />\n"
				"    </protection_domain>\n"
				"\n"
				"    <protection_domain name=\"pong\" priority=\"42\">\n"
				"        <program_image path=\"pong.elf\" />\n"
				"        <map mr=\"sharedbuf_2\" vaddr=\"0x3000000\" perms=\"rw\" "
				"cached=\"false\" setvar_vaddr=\"send_buf\" />\n"
				"        <map mr=\"sharedbuf_1\" vaddr=\"0x3001000\" perms=\"r\" "
				"cached=\"false\" setvar_vaddr=\"recv_buf\" />\n"
				"    </protection_domain>\n"
				"\n"
				"    <channel>\n"
				"        <end pd=\"ping\" id=\"0\" />\n"
				"        <end pd=\"pong\" id=\"0\" />\n"
				"    </channel>\n"
				"\n"
				"    <channel>\n"
				"        <end pd=\"ping\" id=\"1\" />\n"
				"        <end pd=\"pong\" id=\"1\" />\n"
				"    </channel>\n"
				"</system>\n";

TEST(a_plain_system_is_written_in_every_dialect_as_it_was_read)
{
	for (unsigned dialect = SDF_AUTO + 1; dialect < SDF_DIALECT_COUNT; dialect++) {
		struct attempt *result = attempt(ping_pong, (enum sdf_dialect)dialect);
		assert_non_null(result->model);
		assert_int_equal(sdf_dialect_of(result->model), dialect);
		assert_string_equal(written(result, (enum sdf_dialect)dialect), ping_pong);
		drop(result);
	}
}

TEST(what_fits_all_dialects_is_read_as_the_newest)
{
	struct attempt *result = attempt(ping_pong, SDF_AUTO);
	assert_int_equal(sdf_dialect_of(result->model), SDF_LATEST);
	assert_string_equal(result->model->name, "a");
	assert_int_equal(result->model->regions.count, 2);
	assert_int_equal(result->model->pds.items[0]->maps.items[1]->vaddr, 0x3001000);
	assert_ptr_equal(result->model->channels.items[1]->ends[1].pd, result->model->pds.items[1]);
	drop(result);
}

#define IN_PD(text)                                                                                          \
	"<system><protection_domain name='a'><program_image path='a.elf'/>" text                             \
	"</protection_domain></system>"

TEST(a_protected_procedure_moves_between_domain_and_channel)
{
	static const char old[] =
		"<system><protection_domain name='s' priority='2' pp='true'><program_image path='s.elf'/>"
		"</protection_domain><protection_domain name='c'><program_image path='c.elf'/>"
		"</protection_domain><channel><end pd='s' id='3'/><end pd='c' id='4'/></channel></system>";
	struct attempt *result = attempt(old, SDF_SEED);
	const char *text = written(result, SDF_MICROKIT_23);
	assert_null(strstr(text, "priority=\"2\" pp"));
	assert_non_null(strstr(text, "<end pd=\"c\" id=\"4\" pp=\"true\" />"));
	struct attempt *again = attempt(text, SDF_AUTO);
	assert_int_equal(sdf_dialect_of(again->model), SDF_LATEST);
	assert_non_null(strstr(written(again, SDF_SEED), "name=\"s\" priority=\"2\" pp=\"true\""));
	drop(again);
	drop(result);
}

TEST(a_virtual_machine_of_the_guide_gets_a_vcpu_and_back)
{
	struct attempt *result = attempt(IN_PD("<virtual_machine name='linux' vm_id='1'/>"), SDF_AUTO);
	assert_int_equal(sdf_dialect_of(result->model), SDF_SEED);
	const char *text = written(result, SDF_MICROKIT_14);
	assert_non_null(strstr(text, "<vcpu id=\"1\" />"));
	assert_null(strstr(text, "vm_id"));
	struct attempt *again = attempt(text, SDF_MICROKIT_14);
	assert_non_null(strstr(written(again, SDF_SEED), "<virtual_machine name=\"linux\" vm_id=\"1\" />"));
	drop(again);
	drop(result);
}

TEST(ids_became_plain_before_virtual_cpus_were_elements)
{
	struct attempt *result =
		attempt(IN_PD("<virtual_machine name='linux' id='1' priority='3'/>"), SDF_AUTO);
	assert_int_equal(sdf_dialect_of(result->model), SDF_DEV);
	assert_non_null(strstr(written(result, SDF_SEED),
			       "<virtual_machine name=\"linux\" vm_id=\"1\" priority=\"3\" />"));
	drop(result);
}

TEST(eras_do_not_mix)
{
	assert_says(IN_PD("<virtual_machine name='linux' vm_id='1'><vcpu id='0'/></virtual_machine>"),
		    SDF_AUTO,
		    "'vcpu' in 'virtual_machine' is of microkit-1.4 and later, but 'vm_id' on "
		    "'virtual_machine' is of "
		    "seed [-Wmixed-dialects]");
	assert_says(IN_PD("<irq irq='0x21' id='0' setvar_id='x'/>"), SDF_AUTO,
		    "the value '0x21' is of cp22 to microkit-1.2.6");
}

TEST(what_a_dialect_lacks_is_named_with_one_that_has_it)
{
	assert_says(IN_PD("<cspace/>"), SDF_SEED,
		    "a.system:1:66: error: 'cspace' in 'protection_domain' is not in seed");
	assert_says(IN_PD("<cspace/>"), SDF_SEED, "it is in microkit-2.3");
	assert_says("<system><protection_domain name='a' smc='true'/></system>", SDF_CP22,
		    "it is in microkit-2.0 and later");
}

TEST(syntax_is_checked_by_the_tables)
{
	assert_says("<systen/>", SDF_AUTO, "this is 'systen', not 'system'");
	assert_says("<system><memory_region size='1'/></system>", SDF_AUTO,
		    "'memory_region' has no attribute 'name'");
	assert_says("<system><memory_region name='a' size='1' pages='2'/></system>", SDF_AUTO,
		    "1:42: error: 'memory_region' has no attribute 'pages'");
	assert_says("<system><memory_region name='a' size='0x200_000sd'/></system>", SDF_AUTO,
		    "1:39: error: 'size' is '0x200_000sd'; it must be a number");
	assert_says("<system><memory_region name='a' size='0x11111111111111111'/></system>", SDF_AUTO,
		    "'size' is too large");
	assert_says("<system>hello</system>", SDF_AUTO, "1:9: error: text in 'system'");
	assert_says("<system><channel><end pd='a' id='1'/></channel></system>", SDF_AUTO, "two ends, not 1");
	assert_says(IN_PD("<map mr='m' vaddr='0'/>"), SDF_AUTO, "no memory region is called 'm'");
	assert_says(IN_PD("<irq irq='1' id='-1'/>"), SDF_AUTO, "'id' is '-1'; it must be zero or more");
	assert_says(IN_PD("<program_image path='b.elf'/>"), SDF_AUTO, "more than one 'program_image'");
	assert_says("<system><protection_domain name='a'/></system>", SDF_AUTO,
		    "'protection_domain' has no element 'program_image'");
}

TEST(a_description_that_needs_more_than_a_dialect_has_is_refused_by_it)
{
	struct attempt *result = attempt(
		IN_PD("<protection_domain name='b' id='0' passive='true'><program_image path='b.elf'/>"
		      "</protection_domain>"),
		SDF_MICROKIT_23);
	assert_non_null(result->model);
	assert_false(sdf_check(result->compilation, result->model, SDF_MICROKIT_126));
	diag_finish(result->compilation->diag);
	assert_non_null(strstr(result->messages,
			       "a protection domain inside another cannot be said in microkit-1.2.6"));
	assert_non_null(
		strstr(result->messages, "it can be said in seed and dev-2023; microkit-1.4 and later"));
	assert_true(sdf_check(result->compilation, result->model, SDF_SEED));
	drop(result);
}

TEST(rights_that_an_older_dialect_would_widen_are_warned_of)
{
	struct attempt *result =
		attempt("<system><protection_domain name='s' priority='2'><program_image path='s.elf'/>"
			"</protection_domain><protection_domain name='c'><program_image path='c.elf'/>"
			"</protection_domain><channel><end pd='s' id='3' notify='false'/><end pd='c' id='4'/>"
			"</channel></system>",
			SDF_AUTO);
	assert_true(sdf_check(result->compilation, result->model, SDF_SEED));
	diag_finish(result->compilation->diag);
	assert_non_null(strstr(result->messages,
			       "in seed 's' may notify 'c', which it may not do here [-Wwidened-authority]"));
	drop(result);
}

TEST(dialects_have_names)
{
	struct attempt *result = attempt(ping_pong, SDF_AUTO);
	enum sdf_dialect dialect = SDF_CP22;
	assert_true(sdf_dialect_parse(result->compilation, "auto", &dialect));
	assert_int_equal(dialect, SDF_AUTO);
	assert_true(sdf_dialect_parse(result->compilation, "microkit-2.3", &dialect));
	assert_int_equal(dialect, SDF_MICROKIT_23);
	assert_false(sdf_dialect_parse(result->compilation, "microkit-2.4", &dialect));
	assert_false(sdf_dialect_parse(result->compilation, "x", &dialect));
	diag_finish(result->compilation->diag);
	assert_non_null(strstr(result->messages, "did you mean 'microkit-1.4'?"));
	assert_non_null(strstr(result->messages, "there are auto, cp22, seed, dev-2023, microkit-1.2.6"));
	drop(result);
}
