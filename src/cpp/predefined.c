#include "cpp/predefined.h"

#include <stdlib.h>
#include <string.h>

/* Made by cmake/CausewayPredefined.cmake: rows of PREDEFINED(name, definition), sorted, and FOLDER(path). */
static const struct row {
	const char *name;
	const char *definition;
} rows[] = {
#define PREDEFINED(name, definition) { name, definition },
#define FOLDER(path)
#include "predefined.inc"
#undef PREDEFINED
#undef FOLDER
};

const char *const cpp_system_folders[] = {
#define PREDEFINED(name, definition)
#define FOLDER(path) path,
#include "predefined.inc"
#undef PREDEFINED
#undef FOLDER
	NULL,
};

static int compare(const void *key, const void *row)
{
	return strcmp(key, ((const struct row *)row)->name);
}

const char *cpp_predefined(const char *name)
{
	const struct row *row = bsearch(name, rows, sizeof rows / sizeof *rows, sizeof *rows, compare);
	return row ? row->definition : NULL;
}
