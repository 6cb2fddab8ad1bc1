/*
 * How an application's programs are compiled: confined, or hosted (linked with the host's C library, not
 * confined) for what a confined process cannot have; and with which sanitizers.
 */
#ifndef CLI_FLAVOUR_H
#define CLI_FLAVOUR_H

#include "cli/cli.h"

struct flavour {
	const char *toolchain;	/* its file, in the tool's own folder */
	const char *sanitizers; /* as a compiler wants them; "" if none */
	bool hosted;
};

/* As the options say; false after an error that was reported. */
bool flavour_choose(struct cli *cli, struct flavour *flavour);

/* Programs that are built already are as they are: false after an error if the options want to compile them
 * in another way. PATH is the system's. */
bool flavour_is_given(struct cli *cli, const char *path);

#endif
