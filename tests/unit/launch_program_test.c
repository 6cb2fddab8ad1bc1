#include "launch_harness.h"

#include <string.h>

static struct harness *with(const char *name, const char *program)
{
	struct harness *harness = harness_create();
	harness_pd(harness, name, program, 20);
	return harness;
}

static struct model_map *map(struct harness *harness, const char *region, uint64_t vaddr)
{
	return model_map_add(harness->compilation, harness->model->pds.items[0],
			     model_region_add(harness->compilation, harness->model, region, 0x1000), vaddr,
			     MODEL_PERM_READ | MODEL_PERM_WRITE);
}

static void expect(struct harness *harness, int status, const char *report)
{
	harness_run(harness);
	harness_expect_status(harness, status);
	harness_expect_report(harness, report);
	assert_string_equal(harness->output, "");
	harness_destroy(harness);
}

TEST(variables_get_their_values)
{
	struct harness *harness = with("print_variables", "trouble");
	struct model_pd *other = harness_pd(harness, "other", "hello", 10);
	struct model_map *one = map(harness, "one", 0x1000000), *two = map(harness, "two", 0x2000000);
	one->setvar_vaddr = "readable";
	one->setvar_size = "size";
	two->setvar_vaddr = "constant";
	harness_channel(harness, harness->model->pds.items[0], other, false);
	harness_channel(harness, harness->model->pds.items[0], other, false)->ends[0].setvar_id = "own_id";
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "1000000 0 2000000 1000 1\nother: init\n");
	harness_destroy(harness);
}

TEST(all_errors_are_reported_and_nothing_is_started)
{
	struct harness *harness = with("print_variables", "trouble");
	map(harness, "one", 0x1000000)->setvar_vaddr = "missing";
	map(harness, "two", 0x2000000)->setvar_vaddr = "narrow";
	map(harness, "three", 0x3000000)->setvar_vaddr = "init";
	map(harness, "four", 0x200000);
	map(harness, "five", 0x4000001);
	harness_pd(harness, "other", "hello", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	assert_string_equal(harness->output, "");
	harness_expect_report(harness, "has no global variable 'missing' [-Wsetvar]");
	harness_expect_report(harness,
			      "variable 'narrow' of program '" TEST_PDS "/trouble.elf' has 4 bytes, not 8");
	harness_expect_report(harness, "has no global variable 'init'");
	harness_expect_report(harness, "region 'four', mapped at 0x200000, overlaps the program");
	harness_expect_report(harness, "region 'five' cannot be mapped at 0x4000001 [-Wmapping]");
	harness_destroy(harness);
}

TEST(maps_that_overlap)
{
	struct harness *harness = with("hello", "hello");
	map(harness, "one", 0x1000000);
	map(harness, "two", 0x1000000);
	expect(harness, LAUNCH_DIAGNOSTICS,
	       "protection domain 'hello' could not map its memory regions: File exists [-Wstart]");
}

TEST(a_program_that_is_not_there)
{
	expect(with("nobody", "nobody"), LAUNCH_IO,
	       "nobody.elf: error: cannot read: No such file or directory");
}

static void expect_wrong_program(const char *path, const char *report)
{
	struct harness *harness = with("wrong", "hello");
	harness->model->pds.items[0]->program_image = path;
	expect(harness, LAUNCH_DIAGNOSTICS, report);
}

TEST(programs_that_are_none)
{
	expect_wrong_program("CMakeCache.txt", "is not an ELF file [-Wprogram]");
	expect_wrong_program("/bin/sh", "is not linked at a fixed address");
	expect_wrong_program(NULL, "protection domain 'wrong' has no program");
}
