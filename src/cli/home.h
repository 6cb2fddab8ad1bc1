/*
 * Where the tool's own files are: lib/causeway beside the folder of the program, in a build tree as well as
 * installed.
 */
#ifndef CLI_HOME_H
#define CLI_HOME_H

#include "cli/cli.h"

/* Sets cli->program and cli->home. CAUSEWAY_HOME in the environment goes first. */
void home_find(struct cli *cli);

/* A file in there. */
const char *home_path(const struct cli *cli, const char *name);

#endif
