#include "cli/home.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *parent(char *path)
{
	char *slash = path ? strrchr(path, '/') : NULL;
	if (slash)
		*slash = '\0';
	return path;
}

void home_find(struct cli *cli)
{
	struct arena *arena = cli->compilation->arena;
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	const char *chosen = getenv("CAUSEWAY_HOME");
	cli->home = chosen && *chosen ? chosen : "/usr/local/lib/causeway";
	if (length <= 0)
		return;
	cli->program = arena_strndup(arena, path, (size_t)length);
	if (!chosen || !*chosen)
		cli->home = arena_format(arena, "%s/lib/causeway",
					 parent(parent(arena_strdup(arena, cli->program))));
}

const char *home_path(const struct cli *cli, const char *name)
{
	return arena_format(cli->compilation->arena, "%s/%s", cli->home, name);
}
