/*
 * Running a system on the Linux board as the options say.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/cli.h"
#include "cli/input.h"
#include "expect/expect.h"
#include "launch/launch.h"

/* Runs the system INPUT (INPUT_NONE: an error was reported); returns the exit status. WATCHER may be NULL. */
int run_system(struct cli *cli, const struct input *input, const struct launch_watcher *watcher);

/*
 * Runs it in simulated time until SCRIPT is done, which types at its terminal; all moments of the script are
 * simulated, so that equal programs, seeds and scripts make equal runs. A system that the script is content
 * with goes on for LINGER seconds. After PATIENCE real seconds (0: never) it is stopped. RESULT has no
 * output, since that was shown; returns the run's status.
 */
int scripted_run(struct cli *cli, const struct input *input, const struct expect_script *script,
		 double timeout, double linger, unsigned patience, struct expect_result *result);

#endif
