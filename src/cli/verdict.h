/*
 * What became of a test's run, for people.
 */
#ifndef CLI_VERDICT_H
#define CLI_VERDICT_H

#include "cli/cli.h"
#include "expect/expect.h"

/*
 * Reports why the run of the test NAME failed, with the last lines that it printed; returns it in short, for
 * a table, or "" if it passed. A finding of a sanitizer that was asked for is a failure, whatever else
 * happened.
 * AGAIN, unless NULL, is the command that makes this run again.
 */
const char *verdict_report(struct cli *cli, const char *name, const struct expect_result *result,
			   const char *again);

#endif
