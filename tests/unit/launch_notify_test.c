#include "launch_harness.h"

#include <string.h>

/* Strict priorities: the higher one runs as soon as it is notified, before the notifier goes on. */
TEST(a_higher_one_runs_at_once)
{
	struct harness *harness = harness_create();
	struct model_pd *ping = harness_pd(harness, "ping", "ping", 100);
	struct model_pd *pong = harness_pd(harness, "pong", "pong", 200);
	harness_channel(harness, ping, pong, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	assert_string_equal(harness->output, "pong: init\n"
					     "ping: init\n"
					     "pong: notified on 0\n"
					     "ping: first notification sent\n"
					     "ping: notified on 0\n"
					     "pong: notified on 0\n"
					     "ping: notified on 0\n"
					     "pong: notified on 0\n"
					     "ping: notified on 0\n");
	harness_destroy(harness);
}
