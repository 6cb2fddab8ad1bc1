#include "cli/commands.h"
#include "cli/board.h"
#include "cli/build.h"

const char command_build_details[] =
	"Builds an unmodified CAmkES application, from its own CMakeLists.txt, for Linux. The folder given "
	"with -o gets\n"
	"the system description and a static ELF file per protection domain: `causeway run DIR` starts "
	"them.\n"
	"With --board, for a board of the Core Platform's SDK (--sdk): an application, or a .system file "
	"with its "
	"ELF files\n"
	"beside it, becomes a boot image NAME.img; NAME-image.txt lists all that is in it.";

int command_build(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	if (board_is_asked(cli))
		board_build(cli, path);
	else
		build_application(cli, path);
	return cli_status(cli);
}
