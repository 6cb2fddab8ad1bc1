#include "launch/debugger.h"

#include "base/suggest.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct debugger {
	const char *program;
	size_t pd;
	pid_t pid; /* 0: not started, or ended */
	bool attached;
	struct sigaction interrupt;
};

/* The path of PROGRAM, as a shell would find it, or NULL. */
static const char *find_program(struct arena *arena, const char *program)
{
	const char *path = getenv("PATH");
	char *folders = arena_strdup(arena, path ? path : "/usr/bin:/bin"), *rest;
	for (char *folder = strtok_r(folders, ":", &rest); folder; folder = strtok_r(NULL, ":", &rest)) {
		const char *file = arena_format(arena, "%s/%s", folder, program);
		if (!access(file, X_OK))
			return file;
	}
	return NULL;
}

/* The index of the protection domain called NAME; the number of them after an error that was reported. */
static size_t find_pd(struct launch *launch, const char *name)
{
	struct suggest suggest = suggest_for(name);
	for (size_t i = 0; i < launch->pd_count; i++) {
		if (!strcmp(launch->pds[i].model->name, name))
			return i;
		suggest_offer(&suggest, launch->pds[i].model->name);
	}
	const char *best = suggest_best(&suggest);
	diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 },
		    best ? "there is no protection domain '%s' to debug; did you mean '%s'?"
			 : "there is no protection domain '%s' to debug",
		    name, best);
	return launch->pd_count;
}

/*
 * The terminal's interrupt key is for the debugger: the launcher and all protection domains but the one that
 * is traced ignore the signal.
 */
static void leave_interrupts(struct debugger *debugger)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigaction(SIGINT, &ignore, &debugger->interrupt);
}

/* Finds the protection domain called NAME and the program TOOL for it; NULL after an error that was reported.
 */
static const char *find(struct launch *launch, const char *name, const char *tool, size_t *pd)
{
	*pd = find_pd(launch, name);
	const char *program = find_program(launch->compilation->arena, tool);
	if (!program)
		diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 },
			    "there is no program '%s' to debug '%s' with; on Debian it is in the package %s",
			    tool, name, tool);
	return *pd == launch->pd_count ? NULL : program;
}

static bool plan_valgrind(struct launch *launch)
{
	const char *name = launch->options->valgrind;
	size_t pd;
	const char *program = name ? find(launch, name, "valgrind", &pd) : NULL;
	if (program) {
		launch->pds[pd].valgrind = program;
		launch->pds[pd].debugged = true;
	}
	return program || !name;
}

bool debugger_plan(struct launch *launch)
{
	const char *name = launch->options->debug;
	if (!plan_valgrind(launch))
		return false;
	if (!name)
		return true;
	size_t pd;
	const char *program = find(launch, name, "gdb", &pd);
	if (!program)
		return false;
	if (launch->pds[pd].valgrind) {
		diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 },
			    "'%s' cannot have gdb and valgrind at once", name);
		return false;
	}
	launch->debugger = ARENA_NEW(launch->compilation->arena, struct debugger);
	*launch->debugger = (struct debugger){ .program = program, .pd = pd };
	launch->pds[pd].debugged = true;
	leave_interrupts(launch->debugger);
	return true;
}

/* What the runtime uses signals for is of no interest to who debugs a program. */
static void execute(const struct debugger *debugger, const char *path, const char *pid)
{
	const char *const arguments[] = {
		debugger->program,
		"-q",
		"-iex",
		"set breakpoint pending on",
		path,
		"-p",
		pid,
		"-ex",
		"handle SIGSYS SIGURG nostop noprint pass",
		"-ex",
		"tbreak init",
		"-ex",
		"continue",
		NULL,
	};
	sigset_t none;
	cpu_set_t all;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	sigaction(SIGINT, &debugger->interrupt, NULL);
	memset(&all, 0xff, sizeof all);
	sched_setaffinity(0, sizeof all, &all);
	/* execv does not change what it is given, but its type cannot say so. */
	union {
		const char *const *given;
		char *const *taken;
	} cast = { arguments };
	execv(debugger->program, cast.taken);
	_exit(EXIT_FAILURE);
}

bool debugger_check(struct launch *launch)
{
	size_t hosted = 0;
	bool ok = true;
	for (size_t i = 0; i < launch->pd_count; i++) {
		const struct launch_pd *pd = &launch->pds[i];
		hosted += pd->program->hosted;
		if (!pd->valgrind || pd->program->hosted)
			continue;
		diag_report(launch->compilation->diag, DIAG_START, pd->model->range,
			    "valgrind cannot run '%s', a confined program: build it as a hosted one (a "
			    "CAmkES application "
			    "with --hosted; else with the toolchain file causeway-hosted.cmake)",
			    pd->program->path);
		ok = false;
	}
	if (hosted && ok)
		launch_say(launch,
			   "%zu of %zu protection domains are hosted programs, which are NOT confined",
			   hosted, launch->pd_count);
	return ok;
}

bool debugger_start(struct launch *launch)
{
	struct debugger *debugger = launch->debugger;
	if (!debugger)
		return true;
	const struct launch_pd *pd = &launch->pds[debugger->pd];
	const char *pid = arena_format(launch->compilation->arena, "%d", (int)pd->pid);
	fflush(NULL);
	debugger->pid = fork();
	if (debugger->pid < 0) {
		debugger->pid = 0;
		return launch_refused(launch, "cannot start '%s'", debugger->program);
	}
	if (!debugger->pid)
		execute(debugger, pd->program->path, pid);
	return true;
}

/* The value of a line of /proc/PID/status, or "". */
static const char *status_of(struct launch *launch, const char *name)
{
	struct arena *arena = launch->compilation->arena;
	char path[64], line[256];
	size_t length = strlen(name);
	const char *value = "";
	snprintf(path, sizeof path, "/proc/%d/status", (int)launch->pds[launch->debugger->pd].pid);
	FILE *file = fopen(path, "re");
	while (file && fgets(line, sizeof line, file))
		if (!strncmp(line, name, length))
			value = arena_strdup(arena, line + length + strspn(line + length, ": \t"));
	if (file)
		fclose(file);
	return value;
}

static bool has_ended(struct debugger *debugger)
{
	if (debugger->pid && waitpid(debugger->pid, NULL, WNOHANG) == debugger->pid)
		debugger->pid = 0;
	return !debugger->pid;
}

bool debugger_holds(struct launch *launch)
{
	struct debugger *debugger = launch->debugger;
	return debugger && !has_ended(debugger) && *status_of(launch, "State") == 't';
}

/* It is held from when the debugger has attached itself until breakpoints are set and it is told to continue.
 */
bool debugger_is_awaited(struct launch *launch)
{
	struct debugger *debugger = launch->debugger;
	if (!debugger || debugger->attached)
		return false;
	bool ended = has_ended(debugger);
	debugger->attached = strtol(status_of(launch, "TracerPid"), NULL, 10) != 0;
	if (debugger->attached)
		return false;
	if (ended) {
		diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 },
			    "the debugger has ended without attaching itself to protection domain '%s'",
			    launch->pds[debugger->pd].model->name);
		launch_finish(launch, LAUNCH_DIAGNOSTICS);
	}
	return true;
}

void debugger_end(struct launch *launch)
{
	struct debugger *debugger = launch->debugger;
	if (!debugger)
		return;
	if (debugger->pid && launch->hurry)
		kill(debugger->pid, SIGTERM);
	while (debugger->pid && waitpid(debugger->pid, NULL, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &debugger->interrupt, NULL);
}
