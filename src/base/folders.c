#include "base/folders.h"

#include "base/map.h"

#include <dirent.h>
#include <string.h>

enum {
	ASKED_BEFORE =
		2, /* a folder is listed when it is asked for more than this: one question is cheaper */
	ENTRIES_MAX = 4096, /* nor are larger folders worth it */
};

struct folder {
	unsigned asked;
	bool listed;
	struct map entries; /* interned name -> anything */
};

struct folders {
	struct arena *arena;
	struct intern *names;
	struct map known; /* interned path -> struct folder */
};

struct folders *folders_create(struct arena *arena, struct intern *names)
{
	struct folders *folders = ARENA_NEW(arena, struct folders);
	folders->arena = arena;
	folders->names = names;
	return folders;
}

static void list(struct folders *folders, struct folder *folder, const char *path)
{
	DIR *directory = opendir(*path ? path : ".");
	struct dirent *entry;
	if (!directory)
		return; /* there may be more than can be listed */
	while (folder->entries.count < ENTRIES_MAX && (entry = readdir(directory)))
		map_set(folders->arena, &folder->entries, intern_cstr(folders->names, entry->d_name), folder);
	folder->listed = folder->entries.count < ENTRIES_MAX;
	closedir(directory);
}

bool folders_may_have(struct folders *folders, const char *path, const char *name)
{
	const char *key = intern_cstr(folders->names, path);
	struct folder *folder = map_get(&folders->known, key);
	if (!folder) {
		folder = ARENA_NEW(folders->arena, struct folder);
		map_set(folders->arena, &folders->known, key, folder);
	}
	if (++folder->asked == ASKED_BEFORE + 1)
		list(folders, folder, path);
	if (!folder->listed)
		return true;
	size_t length = strcspn(name, "/");
	return !length || map_get(&folder->entries, intern_text(folders->names, name, length));
}
