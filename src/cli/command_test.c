#include "cli/board.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/flavour.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/simulation.h"
#include "cli/verdict.h"

#include "base/out.h"
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

/* One run of a test; returns why it failed, in short, or "". */
static const char *run_once(struct cli *cli, const struct test *test, unsigned seed, double *seconds)
{
	double timeout = cli->options.patience ? cli->options.patience : EXPECT_DEFAULT_TIMEOUT,
	       linger = cli->options.sanitize ? LINGER : 0;
	const char *again = NULL;
	struct expect_result result;
	struct arena *run = arena_create();
	if (cli->options.simulate) {
		simulation_run(cli, run, test->system, test->script, seed, timeout, linger, &result);
		again = simulation_again(cli, test->system, seed);
	} else {
		expect_run(run, test->script, run_arguments(cli, test), timeout, linger, &result);
	}
	const char *why = verdict_report(cli, test->name, &result, again);
	*seconds += result.seconds;
	arena_destroy(run);
	return why;
}

static enum verdict run_test(struct cli *cli, const struct test *test)
{
	struct arena *arena = cli->compilation->arena;
	unsigned times = cli->options.times ? cli->options.times : 1, seeds = cli->options.seeds,
		 failures = 0;
	unsigned first = seeds && !cli->options.seed ? 1 : cli->options.seed, all = seeds ? seeds : 1;
	struct out *failed = out_create(arena);
	const char *reason = NULL;
	double seconds = 0;
	for (unsigned i = 0; i < all * times && (!failures || seeds); i++) {
		const char *why = run_once(cli, test, first + i / times, &seconds);
		if (!*why)
			continue;
		reason = reason ? reason : why;
		if (seeds)
			out_text(failed, "%s%u", failures++ ? ", " : "seed ", first + i / times);
		else if (failures++ == 0 && times > 1)
			out_text(failed, "run %u of %u", i + 1, times);
		i = (i / times + 1) * times - 1;
	}
	if (failures) {
		say(FAILED, test->name,
		    seeds || times > 1 ? arena_format(arena, "%s: %s", out_string(failed), reason) : reason);
		return FAILED;
	}
	const char *unit = cli->options.simulate ? "simulated s" : "s";
	if (all * times == 1)
		say(PASSED, test->name, arena_format(arena, "%.2f %s", seconds, unit));
	else
		say(PASSED, test->name,
		    arena_format(arena, "%u %s, %.2f %s each", seeds ? all : times, seeds ? "seeds" : "times",
				 seconds / (all * times), unit));
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
	if (!cli->options.simulate && (cli->options.seed || cli->options.seeds || cli->options.trace_hash)) {
		options_usage_error("test", "--seed, --seeds and --trace-hash go with --sim");
		return CLI_USAGE;
	}
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
