#include "cli/board.h"

#include "base/out.h"
#include "cli/build.h"
#include "cli/device.h"
#include "cli/home.h"
#include "cli/platform.h"
#include "elf/elf.h"
#include "emulate/emulate.h"
#include "image/image.h"
#include "sdf/sdf.h"

#include "causeway/device.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What a system is built for. */
struct target {
	const struct image_board *board;
	const struct image_sdk *sdk;
	const struct platform *platform;
	uint64_t timer; /* physical address of the deadline of the system's timer; 0: it has none */
};

bool board_is_asked(struct cli *cli)
{
	if (cli->options.board && !strcmp(cli->options.board, "linux"))
		cli->options.board = NULL;
	if (!cli->options.config)
		cli->options.config = "debug";
	return cli->options.board != NULL;
}

/* What is asked of a run on Linux, that no board can do. */
static bool check_options(struct cli *cli)
{
	const struct cli_options *options = &cli->options;
	const char *name = options->simulate		? "--sim"
			   : options->trace		? "--trace"
			   : options->stats		? "--stats"
			   : options->debug		? "--gdb"
			   : options->devices.count	? "--device"
			   : options->board_files.count ? "--board-file"
							: NULL;
	if (name)
		diag_report(cli->compilation->diag, DIAG_SEL4_BOARD, (struct src_range){ 0, 0 },
			    "%s is for the board linux", name);
	return !name;
}

static bool find_target(struct cli *cli, struct target *target)
{
	if (!check_options(cli))
		return false;
	const char *sdk = cli->options.sdk ? cli->options.sdk : getenv("CAUSEWAY_SDK");
	target->board = image_board_find(cli->compilation, home_path(cli, "boards"), cli->options.board);
	target->sdk = target->board
			      ? image_sdk_read(cli->compilation, sdk, target->board, cli->options.config)
			      : NULL;
	target->platform = target->sdk ? platform_prepare(cli, target->board, target->sdk) : NULL;
	if (target->platform)
		cli->toolchain = target->platform->toolchain;
	return target->platform != NULL;
}

bool board_prepare(struct cli *cli)
{
	struct target target;
	return find_target(cli, &target);
}

static struct input find_system(struct cli *cli, const char *path)
{
	struct input input = input_find(cli, path);
	input.use = INPUT_TO_RUN;
	if (input.kind != INPUT_CAMKES)
		return input;
	const char *system = build_application(cli, path);
	input = system ? input_find(cli, system) : (struct input){ .kind = INPUT_NONE };
	input.use = INPUT_TO_TAKE;
	return input;
}

struct files {
	const char **programs;
	const char **symbols;
	const char **prefills;
};

/* One of the files that the model names; NULL after an error. */
static const char *find_file(struct cli *cli, const elf_search_paths *paths, const char *name,
			     struct src_range range)
{
	const char *path = elf_find_file(cli->compilation, paths, name);
	if (!path)
		diag_report(cli->compilation->diag, DIAG_MISSING_IMAGE, range, "no file '%s' is found", name);
	return path;
}

static bool find_files(struct cli *cli, const struct input *input, const struct model *model,
		       struct files *files)
{
	struct arena *arena = cli->compilation->arena;
	elf_search_paths paths = { 0 };
	bool ok = true;
	for (size_t i = 0; i < cli->options.search_paths.count; i++)
		VEC_PUSH(arena, &paths, cli->options.search_paths.items[i]);
	VEC_PUSH(arena, &paths, input->folder);
	files->programs = ARENA_ARRAY(arena, const char *, model->pds.count);
	files->symbols = ARENA_ARRAY(arena, const char *, model->pds.count);
	files->prefills = ARENA_ARRAY(arena, const char *, model->regions.count);
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		files->programs[i] = find_file(cli, &paths, pd->program_image, pd->range);
		ok &= files->programs[i] != NULL;
		if (pd->symbols_image) {
			files->symbols[i] = find_file(cli, &paths, pd->symbols_image, pd->range);
			ok &= files->symbols[i] != NULL;
		}
	}
	for (size_t i = 0; i < model->regions.count; i++) {
		const struct model_region *region = model->regions.items[i];
		if (region->prefill_path) {
			files->prefills[i] = find_file(cli, &paths, region->prefill_path, region->range);
			ok &= files->prefills[i] != NULL;
		}
	}
	return ok;
}

static const char *write_out(struct cli *cli, struct out *out, const char *path)
{
	int error = out_commit(out, path);
	if (!error)
		return path;
	cli_cannot_write(cli, path, error);
	return NULL;
}

/* Whether MODEL was written for a Core Platform whose library left all checks to the kernel. */
static bool is_old(const struct model *model)
{
	enum sdf_dialect dialect = sdf_dialect_of(model);
	return dialect != SDF_AUTO && !sdf_limits(dialect)->calls_go_up;
}

/* Where the deadline of the processor's timer can be seen. */
static uint64_t find_deadline(const struct image_plan *plan, const struct image_inputs *inputs)
{
	for (size_t i = 0; i < inputs->devices.count; i++)
		if (inputs->devices.items[i].kind == SEL4_DEVICE_TIMER)
			return image_region_address(plan, inputs->devices.items[i].map->region) +
			       offsetof(struct device_timer, deadline);
	return 0;
}

static const char *make_image(struct cli *cli, struct target *target, const struct input *input,
			      const struct model *model)
{
	struct arena *arena = cli->compilation->arena;
	struct files files;
	if (!find_files(cli, input, model, &files))
		return NULL;
	struct image_inputs inputs = {
		.board = target->board,
		.sdk = target->sdk,
		.parts = target->platform->parts,
		.programs = files.programs,
		.symbols = files.symbols,
		.prefills = files.prefills,
		.kernel_checks = is_old(model),
	};
	const struct image_plan *plan =
		device_find_all(cli, model, &inputs) ? image_plan(cli->compilation, model, &inputs) : NULL;
	if (!plan)
		return NULL;
	target->timer = find_deadline(plan, &inputs);
	const char *folder = cli->options.output ? cli->options.output
						 : arena_format(arena, "causeway-build/%s", input->name);
	int error = out_make_directory(folder);
	if (error) {
		cli_cannot_write(cli, folder, error);
		return NULL;
	}
	struct out *image = out_create(arena), *report = out_create(arena);
	image_pack(plan, image);
	image_report(plan, report);
	if (!write_out(cli, report, arena_format(arena, "%s/%s-image.txt", folder, input->name)))
		return NULL;
	return write_out(cli, image, arena_format(arena, "%s/%s.img", folder, input->name));
}

static uint64_t now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static const char *build(struct cli *cli, struct target *target, const char *path)
{
	uint64_t start = now();
	if (!find_target(cli, target))
		return NULL;
	uint64_t before = now();
	struct input input = find_system(cli, path);
	start += now() - before; /* building an application has times of its own */
	if (input.kind != INPUT_SYSTEM)
		return NULL;
	cli->options.kernel =
		arena_format(cli->compilation->arena, "%s/kernel/gen_config.json", target->sdk->include);
	const struct model *model = input_model(cli, &input, NULL);
	const char *image = model ? make_image(cli, target, &input, model) : NULL;
	if (image && cli->options.verbose)
		fprintf(stderr, "causeway: image: %.2f ms\n", (double)(now() - start) / 1e6);
	return image;
}

const char *board_build(struct cli *cli, const char *path)
{
	struct target target;
	return build(cli, &target, path);
}

/* The board's command, with the image's path in it. */
static const char *const *emulator_command(struct cli *cli, const struct image_board *board,
					   const char *image)
{
	static const char hole[] = "IMAGE";
	struct arena *arena = cli->compilation->arena;
	VEC(const char *) words = { 0 };
	for (size_t i = 0; i < board->emulator.count; i++) {
		const char *word = board->emulator.items[i], *at = strstr(word, hole);
		if (at)
			word = arena_format(arena, "%.*s%s%s", (int)(at - word), word, image,
					    at + sizeof hole - 1);
		VEC_PUSH(arena, &words, word);
	}
	VEC_PUSH(arena, &words, NULL);
	return words.items;
}

/* Where the kernel keeps what tells whether it has anything to do. */
static struct emulate_kernel find_variables(struct cli *cli, const struct target *target)
{
	struct elf_symbol symbols[] = { { .name = "ksCurThread" },
					{ .name = "ksIdleThread" },
					{ .name = "ksReleaseQueue" } };
	const struct elf_program *kernel = target->sdk->kernel_program;
	uint64_t addresses[3] = { 0 };
	elf_program_read(cli->compilation, kernel->path, (struct src_range){ 0, 0 }, kernel->machine, symbols,
			 3);
	for (size_t i = 0; i < 3; i++)
		if (symbols[i].found)
			addresses[i] = symbols[i].address - kernel->segments.items[0].address +
				       kernel->segments.items[0].physical;
	return (struct emulate_kernel){
		.current = addresses[0], .idle = addresses[1], .timer = target->timer, .waiting = addresses[2]
	};
}

int board_run(struct cli *cli, const char *path)
{
	enum { REST = 1000 };
	struct target target;
	const char *image = build(cli, &target, path);
	if (!image)
		return cli_status(cli);
	if (!target.board->emulator.count) {
		diag_report(cli->compilation->diag, DIAG_SEL4_BOARD, (struct src_range){ 0, 0 },
			    "board '%s' has no emulator; the image is '%s'", target.board->name, image);
		return cli_status(cli);
	}
	diag_flush(cli->compilation->diag);
	struct emulate_options options = {
		.command = emulator_command(cli, target.board, image),
		.kernel = find_variables(cli, &target),
		.timeout = cli->options.timeout,
		.rest = cli->options.rest ? cli->options.rest : REST,
		.announced = target.sdk->has_console,
		.verbose = cli->options.verbose,
	};
	int status = emulate_run(cli->compilation, &options);
	return status ? status : cli_status(cli);
}
