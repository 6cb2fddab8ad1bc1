#include "cli/commands.h"
#include "cli/build.h"

const char command_build_details[] =
	"Builds an unmodified CAmkES application, from its own CMakeLists.txt, for Linux. The folder given "
	"with -o gets\n"
	"the system description and a static ELF file per protection domain: `causeway run DIR` starts them.";

int command_build(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	build_application(cli, path);
	return cli_status(cli);
}
