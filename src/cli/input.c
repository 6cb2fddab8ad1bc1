#include "cli/input.h"

#include "adl/dump.h"
#include "adl/parse.h"
#include "assembly/assembly.h"
#include "base/out.h"
#include "cli/home.h"
#include "elf/elf.h"
#include "lower/lower.h"
#include "sdf/sdf.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool has_ending(const char *name, const char *ending)
{
	size_t length = strlen(name), tail = strlen(ending);
	return length > tail && !strcmp(name + length - tail, ending);
}

static struct input named_input(struct cli *cli, enum input_kind kind, const char *path)
{
	struct arena *arena = cli->compilation->arena;
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
	return (struct input){
		.kind = kind,
		.path = path,
		.folder = slash == path ? "/"
			  : slash	? arena_strndup(arena, path, (size_t)(slash - path))
					: ".",
		.name = arena_strndup(arena, base, dot && dot > base ? (size_t)(dot - base) : strlen(base)),
	};
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder that end in ENDING, sorted. Returns 0 or an errno value. */
static int list_folder(struct cli *cli, const char *path, const char *ending, cli_list *names)
{
	DIR *folder = opendir(path);
	if (!folder)
		return errno;
	for (const struct dirent *entry; (entry = readdir(folder));)
		if (has_ending(entry->d_name, ending))
			VEC_PUSH(cli->compilation->arena, names,
				 arena_strdup(cli->compilation->arena, entry->d_name));
	closedir(folder);
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, compare_names);
	return 0;
}

static struct input no_input(void)
{
	return (struct input){ .kind = INPUT_NONE };
}

static struct input find_in_folder(struct cli *cli, const char *path)
{
	struct arena *arena = cli->compilation->arena;
	struct diag *diag = cli->compilation->diag;
	size_t length = strlen(path);
	while (length > 1 && path[length - 1] == '/')
		length--;
	path = arena_strndup(arena, path, length);
	static const struct {
		const char *ending;
		enum input_kind kind;
	} kinds[] = { { ".camkes", INPUT_CAMKES }, { ".system", INPUT_SYSTEM } };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		cli_list names = { 0 };
		int error = list_folder(cli, path, kinds[i].ending, &names);
		if (error) {
			compilation_cannot_read(cli->compilation, path, error);
			return no_input();
		}
		if (names.count == 1)
			return named_input(cli, kinds[i].kind,
					   arena_format(arena, "%s/%s", path, names.items[0]));
		if (names.count > 1) {
			diag_report_file(diag, DIAG_INPUT, path,
					 "the folder has more than one %s file; name one of them",
					 kinds[i].ending);
			for (size_t j = 0; j < names.count; j++)
				diag_note(diag, (struct src_range){ 0, 0 }, "%s/%s", path, names.items[j]);
			return no_input();
		}
	}
	diag_report_file(diag, DIAG_INPUT, path, "the folder has no .camkes and no .system file");
	return no_input();
}

bool input_has_one(struct cli *cli, const char *path)
{
	cli_list names = { 0 };
	return !list_folder(cli, path, ".camkes", &names) && names.count == 1;
}

struct input input_find(struct cli *cli, const char *path)
{
	struct stat status;
	if (stat(path, &status)) {
		compilation_cannot_read(cli->compilation, path, errno);
		return no_input();
	}
	if (S_ISDIR(status.st_mode))
		return find_in_folder(cli, path);
	return named_input(cli, has_ending(path, ".system") ? INPUT_SYSTEM : INPUT_CAMKES, path);
}

static const struct adl_spec *parse(struct cli *cli, const struct input *input)
{
	struct arena *arena = cli->compilation->arena;
	struct adl_options options = {
		.use_cpp = !cli->options.no_cpp,
		.cpp = cli->options.cpp,
	};
	VEC_PUSH(arena, &options.cpp_flags, "-DCAMKES_TOOL_PROCESSING");
	for (size_t i = 0; i < cli->options.cpp_flags.count; i++)
		VEC_PUSH(arena, &options.cpp_flags, cli->options.cpp_flags.items[i]);
	VEC_PUSH(arena, &options.import_paths, home_path(cli, "builtin"));
	for (size_t i = 0; i < cli->options.import_paths.count; i++)
		VEC_PUSH(arena, &options.import_paths, cli->options.import_paths.items[i]);
	const struct adl_spec *spec = adl_parse(cli->compilation, &options, input->path);
	if (spec && cli->options.dump_after && !strcmp(cli->options.dump_after, "parse")) {
		struct out *out = out_create(arena);
		adl_dump(out, spec);
		int error = out_commit(out, "-");
		if (error)
			cli_cannot_write(cli, "standard output", error);
	}
	return spec;
}

static const struct assembly *resolve(struct cli *cli, const struct input *input, cli_list *dependencies)
{
	const struct adl_spec *spec = parse(cli, input);
	if (!spec)
		return NULL;
	for (size_t i = 0; dependencies && i < spec->dependencies.count; i++)
		VEC_PUSH(cli->compilation->arena, dependencies, spec->dependencies.items[i]);
	if (dependencies && cli->options.dtb)
		VEC_PUSH(cli->compilation->arena, dependencies, cli->options.dtb);
	if (dependencies && cli->options.gpio_list)
		VEC_PUSH(cli->compilation->arena, dependencies, cli->options.gpio_list);
	struct assembly_options options = {
		.forward_references = cli->options.forward_references,
		.strict = cli->options.strict_reference,
		.dtb = cli->options.dtb,
		.gpio_list = cli->options.gpio_list,
		.dump_after = cli->options.dump_after,
		.verify_each = cli->options.verify_each,
	};
	return assembly_resolve(cli->compilation, spec, &options);
}

static const struct model_files *find_files(struct cli *cli, const struct input *input,
					    const struct model *model)
{
	elf_search_paths paths = { 0 };
	for (size_t i = 0; i < cli->options.search_paths.count; i++)
		VEC_PUSH(cli->compilation->arena, &paths, cli->options.search_paths.items[i]);
	VEC_PUSH(cli->compilation->arena, &paths, input->folder);
	enum elf_required required = input->use == INPUT_TO_RUN		   ? ELF_REQUIRED_ALL
				     : cli->options.search_paths.count > 0 ? ELF_REQUIRED_PREFILLS
									   : ELF_REQUIRED_NONE;
	return elf_find_files(cli->compilation, model, &paths, required);
}

static bool check_system(struct cli *cli, const struct input *input, const struct model *model)
{
	struct model_rules rules = sdf_rules(sdf_dialect_of(model));
	rules.files = find_files(cli, input, model);
	bool known = true;
	if (cli->options.kernel) {
		rules.kernel = model_kernel_find(cli->compilation, cli->options.kernel);
		known = rules.kernel != NULL;
	}
	return model_check(cli->compilation, model, &rules, MODEL_CHECK_ALL) && rules.files && known;
}

static const struct model *read_system(struct cli *cli, const struct input *input)
{
	enum sdf_dialect dialect = SDF_AUTO;
	if (cli->options.dialect && !sdf_dialect_parse(cli->compilation, cli->options.dialect, &dialect))
		return NULL;
	const struct model *model = sdf_read(cli->compilation, input->path, dialect);
	return model && (input->use == INPUT_TO_TAKE || check_system(cli, input, model)) ? model : NULL;
}

bool input_check(struct cli *cli, const struct input *input)
{
	return input->kind == INPUT_SYSTEM ? read_system(cli, input) != NULL
					   : resolve(cli, input, NULL) != NULL;
}

const struct model *input_model(struct cli *cli, const struct input *input, cli_list *dependencies)
{
	if (input->kind == INPUT_SYSTEM)
		return read_system(cli, input);
	const struct assembly *assembly = resolve(cli, input, dependencies);
	enum sdf_dialect dialect = (enum sdf_dialect)SDF_LATEST;
	if (cli->options.dialect && !sdf_dialect_parse(cli->compilation, cli->options.dialect, &dialect))
		return NULL;
	struct lower_options options = { .system_name = input->name,
					 .name_max = 63,
					 .defaults = lower_defaults(),
					 .passive = sdf_has_passive(dialect) };
	for (size_t i = 0; i < cli->options.defaults.count; i++) {
		const char *wrong = lower_defaults_set(cli->compilation->arena, &options.defaults,
						       cli->options.defaults.items[i]);
		if (wrong) {
			diag_report_file(cli->compilation->diag, DIAG_DEFAULT, "--default", "%s", wrong);
			return NULL;
		}
	}
	return assembly ? lower_assembly(cli->compilation, assembly, &options) : NULL;
}
