/*
 * A test in simulated time: each run is a child of this process.
 */
#ifndef CLI_SIMULATION_H
#define CLI_SIMULATION_H

#include "cli/cli.h"
#include "expect/expect.h"

/* Runs SYSTEM, a .system file whose programs are built, with SCRIPT and SEED; ARENA gets what it printed. */
void simulation_run(const struct cli *cli, struct arena *arena, const char *system,
		    const struct expect_script *script, unsigned seed, double timeout, double linger,
		    struct expect_result *result);

/* The command that makes exactly this run again. */
const char *simulation_again(struct cli *cli, const char *system, unsigned seed);

#endif
