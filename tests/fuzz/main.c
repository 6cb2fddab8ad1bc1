/* Stands in for libFuzzer: gives each file of the folders that are named to the target once. */

#include "fuzz.h"

#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

static int run_file(struct arena *arena, const char *folder, const char *name)
{
	struct file_text text;
	const char *path = arena_format(arena, "%s/%s", folder, name);
	int error = file_read(arena, path, &text);
	if (error) {
		fprintf(stderr, "%s: %s\n", path, strerror(error));
		return 1;
	}
	return LLVMFuzzerTestOneInput((const uint8_t *)text.text, text.length);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_create();
	int failed = 0, count = 0;
	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);
		for (struct dirent *entry; folder && (entry = readdir(folder));)
			if (entry->d_name[0] != '.') {
				failed |= run_file(arena, argv[i], entry->d_name);
				count++;
			}
		if (folder)
			closedir(folder);
	}
	arena_destroy(arena);
	printf("%d inputs\n", count);
	return failed || !count;
}
