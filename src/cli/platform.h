/*
 * What a board's systems are made of beside their own programs: the libraries of protection domains, and the
 * loader, initialiser and monitor. They are compiled against the user's SDK when they are first needed, and
 * kept.
 */
#ifndef CLI_PLATFORM_H
#define CLI_PLATFORM_H

#include "cli/cli.h"
#include "image/image.h"

struct platform {
	const char *folder; /* of the libraries and parts */
	struct image_parts parts;
	cli_list toolchain; /* CMake's definitions for programs of the board */
};

/*
 * Builds what is missing or older than its sources, in $CAUSEWAY_CACHE, or $XDG_CACHE_HOME/causeway, or
 * ~/.cache/causeway. NULL after an error.
 */
const struct platform *platform_prepare(struct cli *cli, const struct image_board *board,
					const struct image_sdk *sdk);

#endif
