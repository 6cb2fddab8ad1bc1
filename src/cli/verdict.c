#include "cli/verdict.h"

#include "base/out.h"

#include <string.h>
#include <sys/wait.h>

/* The last lines of what a test that failed has printed. */
static void show_output(const struct expect_result *result)
{
	enum { LINES = 20 };
	const char *end = result->output + result->length, *from = end;
	for (int lines = 0; from > result->output; from--)
		if (from[-1] == '\n' && from != end && ++lines == LINES)
			break;
	while (from < end) {
		const char *newline = memchr(from, '\n', (size_t)(end - from));
		size_t length = newline ? (size_t)(newline - from) : (size_t)(end - from);
		fprintf(stderr, "  | %.*s\n", (int)length, from);
		from += length + (newline != NULL);
	}
}

static const char *ending_text(struct arena *arena, int status)
{
	if (WIFSIGNALED(status))
		return arena_format(arena, "was ended by signal %d", WTERMSIG(status));
	switch (WEXITSTATUS(status)) {
	case 0:
		return "came to rest";
	case 4:
		return "is deadlocked";
	case 5:
		return "came to rest after a fault";
	default:
		return arena_format(arena, "ended with status %d", WEXITSTATUS(status));
	}
}

/* Why the run failed; "" if it did not. */
static const char *failure(struct cli *cli, const struct expect_result *result)
{
	struct arena *arena = cli->compilation->arena;
	const char *text = result->step ? out_cstr(arena, result->step->text) : "";
	if (cli->options.sanitize && result->finding)
		return arena_format(arena, "a sanitizer has found something: %s", result->finding);
	switch (result->outcome) {
	case EXPECT_PASSED:
		return "";
	case EXPECT_TIMED_OUT:
		return arena_format(arena, "\"%s\" did not come within %.0f %ss", text, result->timeout,
				    cli->options.simulate ? "simulated " : "");
	case EXPECT_ENDED:
		return arena_format(arena, "the system %s before \"%s\" came",
				    ending_text(arena, result->status), text);
	case EXPECT_FAILED:
		return arena_format(arena, "the script exits with status %s", text);
	case EXPECT_ERROR:
		return arena_format(arena, "cannot run '%s': %s", cli->program, strerror(result->error));
	}
	return "";
}

const char *verdict_report(struct cli *cli, const char *name, const struct expect_result *result,
			   const char *again)
{
	const char *why = failure(cli, result);
	if (!*why)
		return why;
	if (result->step)
		diag_report(cli->compilation->diag, DIAG_TEST, result->step->range, "%s", why);
	else
		diag_report_file(cli->compilation->diag, DIAG_TEST, name, "%s", why);
	if (again)
		diag_note(cli->compilation->diag, (struct src_range){ 0, 0 }, "this run again: %s", again);
	diag_flush(cli->compilation->diag);
	show_output(result);
	return why;
}
