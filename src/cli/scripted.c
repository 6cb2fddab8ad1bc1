#include "cli/run.h"

#include <math.h>

/* A script that follows a run. Its seconds are simulated ones. */
struct follower {
	struct expect_progress *progress;
	struct expect_result *result;
	double now, linger;
	bool over;  /* the script is done, */
	double end; /* and the run ends then */
};

static const double nanoseconds = 1e9;

/* Whether the run is to end. */
static bool go_on(struct follower *follower, uint64_t now)
{
	follower->now = (double)now / nanoseconds;
	if (!follower->over &&
	    !expect_progress_advance(follower->progress, follower->now, follower->result)) {
		bool passed = follower->result->outcome == EXPECT_PASSED;
		follower->over = true;
		follower->result->seconds = follower->now;
		follower->end = follower->now + (passed ? follower->linger : 0);
	}
	return follower->over && follower->now >= follower->end;
}

/* What comes when the time was over already comes too late. */
static bool shown(void *context, uint64_t now, const char *bytes, size_t length)
{
	struct follower *follower = context;
	if ((double)now / nanoseconds >= expect_progress_deadline(follower->progress) && go_on(follower, now))
		return true;
	expect_progress_see(follower->progress, bytes, length);
	return go_on(follower, now);
}

static uint64_t look(void *context, uint64_t now, bool *may_type)
{
	struct follower *follower = context;
	if (go_on(follower, now))
		return 0;
	*may_type = expect_progress_may_type(follower->progress);
	double next = follower->over ? follower->end : expect_progress_deadline(follower->progress);
	return isinf(next) ? UINT64_MAX : (uint64_t)(next * nanoseconds) + 1;
}

static size_t typed(void *context, const char **bytes)
{
	struct follower *follower = context;
	return expect_progress_typed(follower->progress, bytes);
}

int scripted_run(struct cli *cli, const struct input *input, const struct expect_script *script,
		 double timeout, double linger, unsigned patience, struct expect_result *result)
{
	*result = (struct expect_result){ .outcome = EXPECT_PASSED };
	struct follower follower = {
		.progress = expect_progress_create(cli->compilation->arena, script, timeout, 0),
		.result = result,
		.linger = linger,
	};
	const struct launch_watcher watcher = { &follower, patience, shown, look, typed };
	int status = run_system(cli, input, &watcher);
	/* As from waitpid. */
	result->status = status << 8;
	expect_progress_end(follower.progress);
	go_on(&follower, (uint64_t)(follower.now * nanoseconds));
	return status;
}
