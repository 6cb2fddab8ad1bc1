#include "cli/board.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/flavour.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/verdict.h"

const char command_run_details[] =
	"Builds a CAmkES application, or takes a .system file with its ELF files beside it (a folder that "
	"`build` made,\n"
	"for example), and runs it as isolated Linux processes. The system's console goes to standard "
	"output, reports\n"
	"about it to standard error. The run ends by itself when the system is at rest for good. Status 0: "
	"every\n"
	"protection domain waits in its event loop or for an event; 4: the system is deadlocked; 5: a "
	"protection domain\n"
	"faulted; 1: there were errors, or the time given with --timeout was over. With --board, a boot "
	"image is "
	"made and run in\n"
	"the board's emulator; deadlocks are not told from rest there.";

/* The .system file to run: the input itself, or what building it makes. */
static struct input find_system(struct cli *cli, const char *path)
{
	struct input input = input_find(cli, path);
	input.use = INPUT_TO_RUN;
	if (input.kind == INPUT_SYSTEM && !flavour_is_given(cli, path))
		return (struct input){ .kind = INPUT_NONE };
	if (input.kind != INPUT_CAMKES)
		return input;
	const char *system = build_application(cli, path);
	input = system ? input_find(cli, system) : (struct input){ .kind = INPUT_NONE };
	input.use = INPUT_TO_TAKE;
	return input;
}

static int run_script(struct cli *cli, const struct input *input)
{
	const struct expect_script *script = expect_read(cli->compilation, cli->options.script);
	if (!script || input->kind != INPUT_SYSTEM)
		return cli_status(cli);
	struct expect_result result;
	int status = scripted_run(cli, input, script, EXPECT_DEFAULT_TIMEOUT, 0, 0, &result);
	if (cli_status(cli) || status > LAUNCH_SIGNAL)
		return status;
	return *verdict_report(cli, input->path, &result, NULL) ? CLI_DIAGNOSTICS : CLI_DONE;
}

int command_run(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	if (board_is_asked(cli))
		return board_run(cli, path);
	if (!cli->options.simulate && (cli->options.seed || cli->options.trace_hash || cli->options.script)) {
		options_usage_error("run", "--seed, --trace-hash and --script go with --sim");
		return CLI_USAGE;
	}
	struct input input = find_system(cli, path);
	return cli->options.script ? run_script(cli, &input) : run_system(cli, &input, NULL);
}
