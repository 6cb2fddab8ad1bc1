#include "cli/board.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/flavour.h"
#include "cli/home.h"
#include "cli/input.h"
#include "cli/options.h"

#include "board/board.h"
#include "launch/launch.h"
#include "sdf/sdf.h"

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

/* Whether MODEL was written for a Core Platform whose library left all checks to the kernel. */
static bool is_old(const struct model *model)
{
	enum sdf_dialect dialect = sdf_dialect_of(model);
	return dialect != SDF_AUTO && !sdf_limits(dialect)->calls_go_up;
}

/* A system without interrupts and physical addresses has no use for a board. */
static bool has_devices(const struct model *model)
{
	for (size_t i = 0; i < model->pds.count; i++)
		if (model->pds.items[i]->irqs.count)
			return true;
	for (size_t i = 0; i < model->regions.count; i++)
		if (model->regions.items[i]->has_phys_addr)
			return true;
	return false;
}

/* The devices of the command line, then those of board files, then those that a system made here can name. */
static struct board *find_board(struct cli *cli, const struct model *model)
{
	struct compilation *compilation = cli->compilation;
	struct board *board = ARENA_NEW(compilation->arena, struct board);
	bool ok = true;
	for (size_t i = 0; i < cli->options.devices.count; i++)
		ok &= board_read_line(compilation, board, cli->options.devices.items[i]);
	for (size_t i = 0; i < cli->options.board_files.count; i++)
		ok &= board_read_file(compilation, board, cli->options.board_files.items[i], BOARD_FILE);
	if (has_devices(model))
		ok &= board_read_file(compilation, board, home_path(cli, "boards/linux.board"),
				      BOARD_BUILTIN);
	return ok && board_bind(compilation, board, model) ? board : NULL;
}

int command_run(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	if (board_is_asked(cli))
		return board_run(cli, path);
	if (!cli->options.simulate && (cli->options.seed || cli->options.trace_hash)) {
		options_usage_error("run", "--seed and --trace-hash go with --sim");
		return CLI_USAGE;
	}
	struct input input = find_system(cli, path);
	const struct model *model = input.kind == INPUT_SYSTEM ? input_model(cli, &input, NULL) : NULL;
	const struct board *board = model ? find_board(cli, model) : NULL;
	if (!board)
		return cli_status(cli);
	diag_flush(cli->compilation->diag);
	struct launch_options options = {
		.directory = input.folder,
		.search = cli->options.search_paths.items,
		.search_count = cli->options.search_paths.count,
		.timeout = cli->options.timeout,
		.kernel_checks = is_old(model),
		.verbose = cli->options.verbose,
		.debug = cli->options.debug,
		.valgrind = cli->options.valgrind,
		.simulate = cli->options.simulate,
		.seed = cli->options.seed,
		.trace_hash = cli->options.trace_hash,
		.trace = cli->options.trace,
		.table = cli->options.stats,
		.board = board,
		.acks_first = sdf_rules(sdf_dialect_of(model)).acks_first,
	};
	int status = launch_run(cli->compilation, model, &options);
	return status ? status : cli_status(cli);
}
