/*
 * Building and running for boards of an SDK: `--board`.
 */
#ifndef CLI_BOARD_H
#define CLI_BOARD_H

#include "cli/cli.h"
#include "cli/input.h"
#include "image/board.h"

/* Whether the command line asks for a board that is not the developer's own machine. */
bool board_is_asked(struct cli *cli);

/* Makes what applications for the board are compiled with, for build_application. False after an error. */
bool board_prepare(struct cli *cli);

/*
 * Builds the application or takes the system at PATH, and makes a boot image of it. Returns the image's path,
 * or NULL after an error.
 */
const char *board_build(struct cli *cli, const char *path);

/* The same, and runs it in the board's emulator. Returns an exit status. */
int board_run(struct cli *cli, const char *path);

#endif
