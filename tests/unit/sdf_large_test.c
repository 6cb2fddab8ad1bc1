#include "sdf/sdf.h"
#include "test.h"

#include <string.h>
#include <time.h>

/* The most that a system can have: every protection domain has a channel to every other. */
static const char *full_system(struct compilation *compilation)
{
	struct out *out = out_create(compilation->arena);
	out_text(out, "<system>");
	for (int pd = 0; pd < MODEL_PD_MAX; pd++)
		out_text(out,
			 "<memory_region name='m%d' size='0x1000'/><protection_domain name='p%d' "
			 "priority='%d'>"
			 "<program_image path='p'/><map mr='m%d' vaddr='0x2000000' "
			 "setvar_vaddr='v'/></protection_domain>",
			 pd, pd, pd, pd);
	for (int a = 0; a < MODEL_PD_MAX; a++)
		for (int b = a + 1; b < MODEL_PD_MAX; b++)
			out_text(
				out,
				"<channel><end pd='p%d' id='%d' pp='true'/><end pd='p%d' id='%d'/></channel>",
				a, b - 1, b, a);
	out_text(out, "</system>");
	return out_string(out);
}

/*
 * A build without sanitizers needs some 5 ms for this. The bound is for the slowest of builds, and still far
 * below what a check takes that looks at every pair of channels.
 */
TEST(the_largest_system_is_checked_at_once)
{
	struct compilation *compilation = compilation_create(stderr);
	const char *text = full_system(compilation);
	clock_t start = clock();
	const struct model *model = sdf_read_text(compilation, "full", text, strlen(text), SDF_AUTO);
	assert_non_null(model);
	struct model_rules rules = sdf_rules(sdf_dialect_of(model));
	assert_true(model_check(compilation, model, &rules, MODEL_CHECK_ALL));
	assert_int_equal(diag_warning_count(compilation->diag), 0);
	assert_int_equal(model->channels.count, MODEL_PD_MAX * (MODEL_PD_MAX - 1) / 2);
	assert_true(clock() - start < CLOCKS_PER_SEC / 2);
	compilation_destroy(compilation);
}
