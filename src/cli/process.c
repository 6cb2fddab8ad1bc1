#include "cli/process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int spawn(char *const *arguments, const char *log, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (error)
		return error;
	error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (!error && log)
		error = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, log ? STDOUT_FILENO : STDERR_FILENO,
							 log ? STDERR_FILENO : STDOUT_FILENO);
	if (!error)
		error = posix_spawnp(pid, arguments[0], &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

int process_run(struct arena *arena, const char *const *arguments, const char *log)
{
	size_t count = 0;
	while (arguments[count])
		count++;
	char **copies = ARENA_ARRAY(arena, char *, count + 1);
	for (size_t i = 0; i < count; i++)
		copies[i] = arena_strdup(arena, arguments[i]);
	pid_t pid;
	int status, error = spawn(copies, log, &pid);
	if (error)
		return -error;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -errno;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
