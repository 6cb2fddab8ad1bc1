/* Simulated time: runs are equal, waiting takes no time, and what computes without end is stopped all the
 * same. */
#include "launch_harness.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static struct harness *simulation(uint64_t seed)
{
	struct harness *harness = harness_create();
	harness->options.simulate = true;
	harness->options.seed = seed;
	harness->options.trace_hash = true;
	return harness;
}

/* Equals that call a server, and one that notifies three that look at the clock. */
static struct harness *run_busy_system(uint64_t seed, bool unpinned)
{
	static const char *const listeners[] = { "first", "second", "third" };
	struct harness *harness = simulation(seed);
	harness->options.unpinned = unpinned;
	struct model_pd *one = harness_pd(harness, "one", "client", 10);
	struct model_pd *two = harness_pd(harness, "two", "client", 10);
	struct model_pd *server = harness_pd(harness, "server", "server", 20);
	struct model_pd *fan = harness_pd(harness, "fan", "fan", 10);
	harness_channel(harness, one, server, true);
	harness_channel(harness, two, server, true);
	for (int i = 0; i < 3; i++)
		harness_channel(harness, fan, harness_pd(harness, listeners[i], "times", 10), false);
	for (size_t i = 0; i < harness->model->pds.count; i++)
		harness->model->pds.items[i]->budget = harness->model->pds.items[i]->period = 1000;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_report(harness, "trace hash ");
	return harness;
}

TEST(runs_with_one_seed_are_equal)
{
	struct harness *first = run_busy_system(3, false);
	for (int i = 0; i < 4; i++) {
		struct harness *again = run_busy_system(3, i % 2);
		assert_string_equal(first->output, again->output);
		assert_string_equal(first->reports, again->reports);
		harness_destroy(again);
	}
	harness_destroy(first);
}

TEST(another_seed_is_another_run)
{
	struct harness *none = run_busy_system(0, false), *one = run_busy_system(1, false),
		       *two = run_busy_system(2, false);
	assert_string_not_equal(none->reports, one->reports);
	assert_string_not_equal(one->reports, two->reports);
	harness_destroy(none);
	harness_destroy(one);
	harness_destroy(two);
}

/* A look at the clock takes 500 ns, a million turns of a loop at least a million blocks of 4 ns. */
TEST(all_clocks_show_the_time_that_has_passed)
{
	struct harness *harness = simulation(0);
	harness_pd(harness, "times", "times", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	unsigned long long before[4], after[4];
	const char *second = strstr(harness->output, "after: 0.");
	assert_non_null(second);
	assert_int_equal(sscanf(harness->output, "before: 0.%llu 0.%llu %llu %llu", &before[0], &before[1],
				&before[2], &before[3]),
			 4);
	assert_int_equal(
		sscanf(second, "after: 0.%llu 0.%llu %llu %llu", &after[0], &after[1], &after[2], &after[3]),
		4);
	for (int i = 0; i < 3; i++) {
		assert_in_range(before[i + 1] - before[i], 500, 600);
		assert_in_range(after[i + 1] - after[i], 500, 600);
	}
	assert_in_range(after[0] - before[3], 4000000, 20000000);
	harness_destroy(harness);
}

TEST(waiting_for_budget_takes_no_time)
{
	struct harness *harness = simulation(0);
	struct model_pd *sleeper = harness_pd(harness, "sleeper", "sleeper", 10);
	sleeper->budget = 1000;
	sleeper->period = 100000000;
	harness->options.timeout = 10000;
	uint64_t begin = (uint64_t)time(NULL);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	long seconds = 0;
	assert_int_equal(sscanf(harness->output, "after %ld s", &seconds), 1);
	assert_true(seconds >= 800);
	assert_true((uint64_t)time(NULL) - begin < 100);
	harness_destroy(harness);
}

TEST(the_timeout_is_in_simulated_time)
{
	struct harness *harness = simulation(0);
	harness_pd(harness, "spin", "trouble", 10);
	harness->options.timeout = 1;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_expect_report(harness, "still running after 1 simulated seconds\n");
	harness_destroy(harness);
}
