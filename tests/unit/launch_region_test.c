/* What a region starts with, and what is wrong with it. */
#include "launch_harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A file with these bytes, whose path is in PATH. */
static void make_file(char *path, size_t length)
{
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, (off_t)length), 0);
	close(fd);
}

static struct harness *filled_from(const char *path, uint64_t size)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "one", "hello", 10);
	struct model_region *region = model_region_add(harness->compilation, harness->model, "filled", size);
	region->prefill_path = path;
	return harness;
}

static void expect_error(struct harness *harness, int status, const char *text)
{
	harness_run(harness);
	harness_expect_status(harness, status);
	harness_expect_report(harness, text);
	assert_string_equal(harness->output, "");
	harness_destroy(harness);
}

TEST(a_file_that_is_not_there)
{
	expect_error(filled_from("/nowhere/at/all", 0x1000), LAUNCH_IO,
		     "/nowhere/at/all: error: cannot read");
}

TEST(a_file_that_is_larger_than_the_region)
{
	char path[] = "/tmp/causeway_region_XXXXXX";
	make_file(path, 0x1001);
	expect_error(filled_from(path, 0x1000), LAUNCH_DIAGNOSTICS, "does not fit into region 'filled'");
	unlink(path);
}

TEST(an_empty_file)
{
	char path[] = "/tmp/causeway_region_XXXXXX";
	make_file(path, 0);
	expect_error(filled_from(path, 0), LAUNCH_DIAGNOSTICS,
		     "which region 'filled' is filled from, is empty");
	unlink(path);
}
