#include "cli/board.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/flavour.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/verdict.h"

#include "expect/expect.h"

#include <string.h>
#include <unistd.h>

const char command_test_details[] =
	"Builds and runs each application and checks what it prints with the test that its CMakeLists.txt "
	"declares\n"
	"(add_simulate_test): the given texts must come, in this order, each within the time that "
	"--timeout sets. A folder\n"
	"with a .system file, its ELF files and simulate_test.tcl is tested in the same way. A line for "
	"each test goes to\n"
	"standard output. Status 0: all passed.";

/* One test, and what is to be said about it. */
struct test {
	const char *name;
	const char *system; /* NULL: it could not be built */
	const struct expect_script *script;
};

/* How long a system that is built with sanitizers goes on after its test, in seconds. */
enum { LINGER = 1 };

enum verdict { PASSED, FAILED, WITHOUT_TEST, VERDICTS };

static const char *const verdict_names[VERDICTS] = { "pass", "FAIL", "none" };

static const char *base_name(struct arena *arena, const char *path)
{
	size_t length = strlen(path);
	while (length > 1 && path[length - 1] == '/')
		length--;
	const char *name = arena_strndup(arena, path, length), *slash = strrchr(name, '/');
	return slash && slash[1] ? slash + 1 : name;
}

static void say(enum verdict verdict, const char *name, const char *detail)
{
	printf("%s  %s%s%s\n", verdict_names[verdict], name, *detail ? ": " : "", detail);
	fflush(stdout);
}

/* How a run is started: by this program's `run`, of programs that are built by now. */
static char *const *run_arguments(struct cli *cli, const struct test *test)
{
	struct arena *arena = cli->compilation->arena;
	VEC(char *) arguments = { 0 };
	cli_list given = { 0 };
	struct cli other = *cli;
	other.options.sanitize = NULL;
	other.options.sanitize_recover = other.options.hosted = false;
	options_respell(&other, command_named("run"), &given);
	VEC_PUSH(arena, &arguments, arena_strdup(arena, cli->program ? cli->program : "causeway"));
	VEC_PUSH(arena, &arguments, arena_strdup(arena, "run"));
	for (size_t i = 0; i < given.count; i++)
		VEC_PUSH(arena, &arguments, arena_strdup(arena, given.items[i]));
	VEC_PUSH(arena, &arguments, arena_strdup(arena, test->system));
	VEC_PUSH(arena, &arguments, NULL);
	return arguments.items;
}

static enum verdict run_test(struct cli *cli, const struct test *test)
{
	struct arena *arena = cli->compilation->arena;
	double timeout = cli->options.patience ? cli->options.patience : EXPECT_DEFAULT_TIMEOUT, seconds = 0;
	unsigned times = cli->options.times ? cli->options.times : 1;
	for (unsigned i = 0; i < times; i++) {
		struct expect_result result;
		struct arena *run = arena_create();
		expect_run(run, test->script, run_arguments(cli, test), timeout, cli->options.simulate,
			   cli->options.sanitize ? LINGER : 0, &result);
		const char *why = verdict_report(cli, test->name, &result, timeout);
		bool failed = *why;
		seconds += result.seconds;
		arena_destroy(run);
		if (failed && times > 1)
			why = arena_format(arena, "run %u of %u: %s", i + 1, times, why);
		if (failed) {
			say(FAILED, test->name, why);
			return FAILED;
		}
	}
	say(PASSED, test->name,
	    times > 1 ? arena_format(arena, "%u times, %.2f s each", times, seconds / times)
		      : arena_format(arena, "%.2f s", seconds));
	return PASSED;
}

/* The system to run, built if it is an application. */
static const char *find_system(struct cli *cli, const char *path)
{
	cli->cause = NULL;
	if (!access(arena_format(cli->compilation->arena, "%s/CMakeLists.txt", path), F_OK))
		return build_application_to_test(cli, path);
	struct input input = input_find(cli, path);
	if (input.kind == INPUT_SYSTEM)
		return flavour_is_given(cli, path) ? input.path : NULL;
	return input.kind == INPUT_CAMKES ? build_application_to_test(cli, path) : NULL;
}

static enum verdict test_one(struct cli *cli, const char *path)
{
	struct arena *arena = cli->compilation->arena;
	struct test test = { .name = base_name(arena, path) };
	test.system = find_system(cli, path);
	diag_flush(cli->compilation->diag);
	if (!test.system) {
		say(FAILED, test.name, cli->cause ? cli->cause : "there is nothing to run");
		return FAILED;
	}
	const char *slash = strrchr(test.system, '/');
	const char *script = arena_format(arena, "%.*s" BUILD_TEST_FILE,
					  slash ? (int)(slash + 1 - test.system) : 0, test.system);
	if (access(script, F_OK)) {
		diag_report_file(cli->compilation->diag, DIAG_TEST, path,
				 "there is no test: nothing calls add_simulate_test");
		say(WITHOUT_TEST, test.name, "nothing calls add_simulate_test");
		return WITHOUT_TEST;
	}
	test.script = expect_read(cli->compilation, script);
	diag_flush(cli->compilation->diag);
	if (test.script)
		return run_test(cli, &test);
	say(FAILED, test.name, "its test cannot be read");
	return FAILED;
}

int command_test(struct cli *cli)
{
	struct arena *arena = cli->compilation->arena;
	const char *output = cli->options.output;
	if (board_is_asked(cli) && !board_prepare(cli))
		return cli_status(cli);
	size_t counts[VERDICTS] = { 0 }, all = cli->options.inputs.count;
	for (size_t i = 0; i < all; i++) {
		const char *path = cli->options.inputs.items[i];
		if (output && all > 1)
			cli->options.output = arena_format(arena, "%s/%s", output, base_name(arena, path));
		counts[test_one(cli, path)]++;
	}
	if (all > 1)
		printf("%zu passed, %zu failed, %zu without a test\n", counts[PASSED], counts[FAILED],
		       counts[WITHOUT_TEST]);
	return cli_status(cli);
}
