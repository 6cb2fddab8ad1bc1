#include "emulate/activity.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

/* A processor's thread as the emulator names it. */
static const char processor[] = "CPU ";

/* Per cent of a processor: what an idle kernel's timer takes at most, and may have to wait for. */
enum { USED_AT_REST = 5, WAITED_AT_REST = 60 };

static bool read_line(char *line, size_t size, pid_t process, const char *task, const char *name)
{
	char path[96];
	snprintf(path, sizeof path, "/proc/%d/task/%.16s/%s", (int)process, task, name);
	FILE *file = fopen(path, "r");
	bool read = file && fgets(line, (int)size, file);
	if (file)
		fclose(file);
	return read;
}

static bool take_sample(const struct emulate_activity *activity, struct emulate_sample *sample)
{
	char line[256], path[32];
	bool found = false;
	snprintf(path, sizeof path, "/proc/%d/task", (int)activity->process);
	DIR *tasks = opendir(path);
	for (const struct dirent *entry; tasks && (entry = readdir(tasks)) != NULL;) {
		unsigned long long used, waited;
		if (!read_line(line, sizeof line, activity->process, entry->d_name, "comm") ||
		    strncmp(line, processor, sizeof processor - 1) ||
		    !read_line(line, sizeof line, activity->process, entry->d_name, "schedstat") ||
		    sscanf(line, "%llu %llu", &used, &waited) != 2)
			continue;
		found = true;
		sample->used += used;
		sample->waited += waited;
	}
	if (tasks)
		closedir(tasks);
	return found;
}

bool emulate_activity_rests(struct emulate_activity *activity, int64_t time, int64_t rest)
{
	struct emulate_sample now = { .time = time };
	if (!take_sample(activity, &now))
		return false;
	/* The samples of the time that counts; the oldest goes when there are too many. */
	unsigned first = 0;
	while (first < activity->count && time - activity->samples[first].time > rest + rest / 4)
		first++;
	if (activity->count - first == EMULATE_SAMPLES)
		first++;
	memmove(activity->samples, activity->samples + first, (activity->count - first) * sizeof now);
	activity->count -= first;
	activity->samples[activity->count++] = now;
	const struct emulate_sample *then = &activity->samples[0];
	int64_t elapsed = time - then->time;
	if (elapsed < rest)
		return false;
	uint64_t per_cent = (uint64_t)elapsed * (1000000 / 100);
	uint64_t used = now.used - then->used, waited = now.waited - then->waited;
	return used < USED_AT_REST * per_cent && used + waited < WAITED_AT_REST * per_cent;
}

void emulate_activity_reset(struct emulate_activity *activity)
{
	activity->count = 0;
}
