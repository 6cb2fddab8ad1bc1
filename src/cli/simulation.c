#include "cli/simulation.h"

#include "cli/build.h"
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Real seconds that a run may take: a system that computes for long is slower in simulated time. */
enum { PATIENCE = 120, CHUNK = 1 << 14 };

/* What the child tells of its run, in memory that both have. */
struct told {
	enum expect_outcome outcome;
	size_t step; /* its number, from 1 on; 0: none */
	double seconds, timeout;
};

/* The child's own options, messages and memory: what this process has reported is no affair of the run's. */
static _Noreturn void be_child(const struct cli *parent, const char *system,
			       const struct expect_script *script, unsigned seed, double timeout,
			       double linger, struct told *told)
{
	struct cli cli = { .options = parent->options, .program = parent->program, .home = parent->home };
	struct expect_result result;
	cli.compilation = compilation_create(stderr);
	cli.options.seed = seed;
	struct input input = input_find(&cli, system);
	input.use = INPUT_TO_TAKE;
	int status = scripted_run(&cli, &input, script, timeout, linger, PATIENCE, &result);
	*told = (struct told){ result.outcome,
			       result.step ? (size_t)(result.step - script->steps.items) + 1 : 0,
			       result.seconds, result.timeout };
	compilation_destroy(cli.compilation);
	fflush(stdout);
	_exit(status);
}

static void connect_output(const int *output)
{
	int input = open("/dev/null", O_RDONLY);
	dup2(input, STDIN_FILENO);
	dup2(output[1], STDOUT_FILENO);
	dup2(output[1], STDERR_FILENO);
	close(input);
	close(output[0]);
	close(output[1]);
}

static void read_all(int fd, struct expect_output *output)
{
	char bytes[CHUNK];
	ssize_t count;
	while ((count = read(fd, bytes, sizeof bytes)) > 0 || (count < 0 && errno == EINTR))
		if (count > 0)
			expect_output_add(output, bytes, (size_t)count);
}

/* The child's status; what it told is worth something if it ended by itself. */
static void learn(pid_t child, const struct expect_script *script, const struct told *told,
		  struct expect_result *result)
{
	while (waitpid(child, &result->status, 0) < 0 && errno == EINTR)
		;
	if (!WIFEXITED(result->status)) {
		result->outcome = EXPECT_ENDED;
		return;
	}
	result->outcome = told->outcome;
	result->seconds = told->seconds;
	result->timeout = told->timeout;
	result->step = told->step ? &script->steps.items[told->step - 1] : NULL;
}

void simulation_run(const struct cli *cli, struct arena *arena, const char *system,
		    const struct expect_script *script, unsigned seed, double timeout, double linger,
		    struct expect_result *result)
{
	int output[2];
	struct expect_output *printed = expect_output_create(arena);
	struct told *told =
		mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*result = (struct expect_result){ .outcome = EXPECT_ERROR };
	fflush(NULL);
	pid_t child = told == MAP_FAILED || pipe2(output, O_CLOEXEC) ? -1 : fork();
	if (child < 0) {
		result->error = errno;
		return;
	}
	if (!child) {
		connect_output(output);
		be_child(cli, system, script, seed, timeout, linger, told);
	}
	close(output[1]);
	read_all(output[0], printed);
	close(output[0]);
	learn(child, script, told, result);
	munmap(told, sizeof *told);
	expect_output_tell(printed, result);
}

const char *simulation_again(struct cli *cli, const char *system, unsigned seed)
{
	const char *slash = strrchr(system, '/');
	int length = slash ? (int)(slash - system) : 1;
	const char *folder = slash ? system : ".";
	return arena_format(cli->compilation->arena,
			    "causeway run --sim --seed=%u --script=%.*s/" BUILD_TEST_FILE " %s", seed, length,
			    folder, system);
}
