#include "cli/commands.h"
#include "cli/input.h"

const char command_check_details[] = "Reports every error and warning in CAmkES specifications and system "
				     "descriptions. Status 0: none of them is\n"
				     "an error; 1: there are errors; 3: a file cannot be read. A CAmkES "
				     "specification is judged as CAmkES: what of it\n"
				     "cannot be carried over yet, `translate` says.";

int command_check(struct cli *cli)
{
	for (size_t i = 0; i < cli->options.inputs.count; i++) {
		struct input input = input_find(cli, cli->options.inputs.items[i]);
		if (input.kind != INPUT_NONE)
			input_check(cli, &input);
	}
	return cli_status(cli);
}
