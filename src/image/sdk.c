#include "image/sdk.h"

#include "base/json.h"
#include "base/out.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct src_range nowhere;

static const char advice[] =
	"an SDK of the Core Platform (Microkit 2.2 or later, microkit-sdk-*-linux-*.tar.gz from "
	"the releases of the seL4 project's 'microkit') is unpacked and named with --sdk or "
	"the environment variable CAUSEWAY_SDK";

static bool exists(const char *path)
{
	struct stat status;
	return !stat(path, &status);
}

/* What a folder of the SDK has, for a note. */
static const char *entries_of(struct compilation *compilation, const char *folder)
{
	struct out *names = out_create(compilation->arena);
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		if (entries[i]->d_name[0] != '.')
			out_text(names, " %s", entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return out_string(names);
}

/* The folder of the board and configuration. NULL after an error. */
static const char *find_folder(struct compilation *compilation, const char *path, const char *board,
			       const char *config)
{
	struct arena *arena = compilation->arena;
	if (!path || !*path) {
		diag_report(compilation->diag, DIAG_SDK, nowhere, "board '%s' needs an SDK", board);
		diag_note(compilation->diag, nowhere, "%s", advice);
		return NULL;
	}
	const char *boards = arena_format(arena, "%s/board", path);
	const char *configs = arena_format(arena, "%s/%s", boards, board);
	const char *folder = arena_format(arena, "%s/%s", configs, config);
	if (exists(arena_format(arena, "%s/elf/sel4.elf", folder)))
		return folder;
	if (!exists(boards)) {
		diag_report(compilation->diag, DIAG_SDK, nowhere, "'%s' is no SDK: it has no folder 'board'",
			    path);
		diag_note(compilation->diag, nowhere, "%s", advice);
	} else if (!exists(configs)) {
		diag_report(compilation->diag, DIAG_SDK, nowhere, "the SDK at '%s' has no board '%s'", path,
			    board);
		diag_note(compilation->diag, nowhere, "it has:%s", entries_of(compilation, boards));
	} else if (!exists(folder)) {
		diag_report(compilation->diag, DIAG_SDK, nowhere,
			    "the SDK at '%s' has no configuration '%s' of board '%s'", path, config, board);
		diag_note(compilation->diag, nowhere, "it has:%s", entries_of(compilation, configs));
	} else {
		diag_report(compilation->diag, DIAG_SDK, nowhere,
			    "the SDK has no kernel: '%s/elf/sel4.elf' is missing", folder);
		diag_note(compilation->diag, nowhere, "%s", advice);
	}
	return NULL;
}

/* One of the SDK's JSON files, below its folder or beside the headers. NULL after an error. */
static const struct json *read_json(struct compilation *compilation, const char *folder, const char *name)
{
	struct arena *arena = compilation->arena;
	const char *path = arena_format(arena, "%s/%s", folder, name);
	if (exists(path))
		return json_read(compilation, path, DIAG_SDK);
	diag_report(compilation->diag, DIAG_SDK, nowhere, "the SDK is older than 2.2: '%s' is missing", path);
	diag_note(compilation->diag, nowhere, "%s", advice);
	return NULL;
}

static bool read_ranges(struct compilation *compilation, const struct json *platform, const char *name,
			struct image_sdk *sdk, bool devices)
{
	const struct json *list = json_member(platform, name);
	for (size_t i = 0; list && i < list->items.count; i++) {
		const struct json *item = &list->items.items[i];
		struct image_range range = { json_number(item, "start", 0), json_number(item, "end", 0) };
		if (range.end <= range.begin) {
			diag_report(compilation->diag, DIAG_SDK, item->range,
				    "this is no range of addresses");
			return false;
		}
		if (devices)
			VEC_PUSH(compilation->arena, &sdk->devices, range);
		else
			VEC_PUSH(compilation->arena, &sdk->memory, range);
	}
	if (list)
		return true;
	diag_report(compilation->diag, DIAG_SDK, platform->range, "there is no '%s' in this", name);
	return false;
}

static bool read_sizes(struct compilation *compilation, const struct json *sizes, struct image_sdk *sdk)
{
	const struct {
		const char *name;
		unsigned *bits;
	} rows[] = {
		{ "tcb", &sdk->tcb_bits },
		{ "endpoint", &sdk->endpoint_bits },
		{ "notification", &sdk->notification_bits },
		{ "reply", &sdk->reply_bits },
		{ "vspace", &sdk->vspace_bits },
		{ "page_table", &sdk->page_table_bits },
		{ "slot", &sdk->slot_bits },
	};
	enum { LARGEST = 30 };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint64_t bits = json_number(sizes, rows[i].name, 0);
		if (!bits || bits > LARGEST) {
			diag_report(compilation->diag, DIAG_SDK, sizes->range,
				    "there is no size '%s' in this", rows[i].name);
			return false;
		}
		*rows[i].bits = (unsigned)bits;
	}
	sdk->vcpu_bits = (unsigned)json_number(sizes, "vcpu", 0);
	return true;
}

/* Numbers of a kernel's configuration are texts. */
static uint64_t config_number(const struct json *config, const char *name)
{
	const struct json *member = json_member(config, name);
	return member && member->kind == JSON_TEXT ? strtoull(member->text, NULL, 0)
						   : json_number(config, name, 0);
}

static bool read_kernel(struct compilation *compilation, const struct image_board *board,
			struct image_sdk *sdk)
{
	struct arena *arena = compilation->arena;
	const char *path = arena_format(arena, "%s/elf/sel4.elf", sdk->folder);
	const struct json *config = read_json(compilation, sdk->folder, "include/kernel/gen_config.json");
	if (!config)
		return false;
	sdk->kernel = model_kernel_find(
		compilation, arena_format(arena, "%s/include/kernel/gen_config.json", sdk->folder));
	sdk->kernel_program = elf_program_read(compilation, path, nowhere, board->machine, NULL, 0);
	sdk->root_cnode_bits = (unsigned)config_number(config, "ROOT_CNODE_SIZE_BITS");
	sdk->timer_frequency = config_number(config, "TIMER_FREQUENCY");
	sdk->has_console = json_number(config, "PRINTING", 0);
	if (!json_number(config, "KERNEL_MCS", 0)) {
		diag_report(compilation->diag, DIAG_SDK, config->range,
			    "this kernel is not built for mixed criticality (KERNEL_MCS)");
		return false;
	}
	return sdk->kernel && sdk->kernel_program;
}

const struct image_sdk *image_sdk_read(struct compilation *compilation, const char *path,
				       const struct image_board *board, const char *config)
{
	const char *folder = find_folder(compilation, path, board->name, config);
	if (!folder)
		return NULL;
	struct image_sdk *sdk = ARENA_NEW(compilation->arena, struct image_sdk);
	sdk->folder = folder;
	sdk->include = arena_format(compilation->arena, "%s/include", folder);
	const struct json *platform = read_json(compilation, folder, "platform_gen.json");
	const struct json *sizes = platform ? read_json(compilation, folder, "object_sizes.json") : NULL;
	bool ok = platform && sizes && read_ranges(compilation, platform, "memory", sdk, false) &&
		  read_ranges(compilation, platform, "devices", sdk, true) &&
		  read_sizes(compilation, sizes, sdk) && read_kernel(compilation, board, sdk);
	return ok ? sdk : NULL;
}
