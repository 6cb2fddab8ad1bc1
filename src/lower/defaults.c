#include "lower/lower.h"

#include <errno.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	size_t field;
	uint64_t value, least, most;
} rows[] = {
	{ "stack-size", offsetof(struct lower_defaults, stack_size), 16384, 1, 1 << 30 },
	{ "heap-size", offsetof(struct lower_defaults, heap_size), 1 << 20, 0, (uint64_t)1 << 32 },
	{ "priority", offsetof(struct lower_defaults, priority), 254, 0, 255 },
	{ "affinity", offsetof(struct lower_defaults, affinity), 0, 0, 255 },
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static uint64_t *field(struct lower_defaults *defaults, size_t row)
{
	return (uint64_t *)(void *)((char *)defaults + rows[row].field);
}

struct lower_defaults lower_defaults(void)
{
	struct lower_defaults defaults;
	for (size_t i = 0; i < ROW_COUNT; i++)
		*field(&defaults, i) = rows[i].value;
	return defaults;
}

const char *lower_defaults_set(struct arena *arena, struct lower_defaults *defaults, const char *text)
{
	size_t length = strcspn(text, "=");
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (strlen(rows[i].name) != length || strncmp(rows[i].name, text, length) != 0)
			continue;
		char *end;
		errno = 0;
		unsigned long long value = text[length] ? strtoull(text + length + 1, &end, 10) : 0;
		if (!text[length] || text[length + 1] < '0' || text[length + 1] > '9' || *end || errno ||
		    value < rows[i].least || value > rows[i].most)
			return arena_format(arena,
					    "'%s' is not '%s=' and a whole number between %" PRIu64
					    " and %" PRIu64,
					    text, rows[i].name, rows[i].least, rows[i].most);
		*field(defaults, i) = value;
		return NULL;
	}
	return arena_format(arena, "'%.*s' has no default; stack-size, heap-size, priority and affinity have",
			    (int)length, text);
}
