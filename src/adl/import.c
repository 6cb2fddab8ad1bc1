#include "adl/import.h"

#include "base/suggest.h"

#include <dirent.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

typedef VEC(const char *) directories;

static const char *join(struct arena *arena, const char *directory, const char *path)
{
	return arena_join(arena, path[0] == '/' ? "" : directory, path);
}

/* "a/b" of "a/b/c"; "" of "c". */
static const char *directory_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path)) : "";
}

static const char *find(struct compilation *compilation, const directories *searched, const char *path)
{
	for (size_t i = 0; i < searched->count && *path; i++) {
		if (path[0] != '/' && !folders_may_have(compilation->folders, searched->items[i], path))
			continue;
		const char *candidate = join(compilation->arena, searched->items[i], path);
		if (!access(candidate, F_OK))
			return candidate;
	}
	return NULL;
}

/* How far NAME is from WANTED; their common extension does not make them any nearer. False: too far. */
static bool compare_names(struct arena *arena, const char *wanted, const char *name, unsigned *distance)
{
	const char *extension = strrchr(wanted, '.'), *other = strrchr(name, '.');
	if (extension && other && !strcmp(extension, other) && extension > wanted && other > name) {
		wanted = arena_strndup(arena, wanted, (size_t)(extension - wanted));
		name = arena_strndup(arena, name, (size_t)(other - name));
	}
	struct suggest compared = suggest_for(wanted);
	suggest_offer(&compared, name);
	*distance = compared.distance;
	return suggest_best(&compared) != NULL;
}

/* The nearest name in the folder of DIRECTORY that PATH points into; of equally near ones the alphabetically
 * first. */
static void try_names(struct arena *arena, const char *directory, const char *path, struct suggest *nearest)
{
	const char *folder = directory_of(arena, join(arena, directory, path));
	DIR *listing = opendir(*folder ? folder : ".");
	if (!listing)
		return;
	for (struct dirent *entry; (entry = readdir(listing));) {
		const char *name = entry->d_name;
		unsigned distance;
		if (name[0] == '.' || !compare_names(arena, nearest->name, name, &distance))
			continue;
		if (!nearest->best || distance < nearest->distance ||
		    (distance == nearest->distance && strcmp(name, nearest->best) < 0)) {
			nearest->best = arena_strdup(arena, name);
			nearest->distance = distance;
		}
	}
	closedir(listing);
}

static const char *suggest(struct arena *arena, const directories *searched, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct suggest nearest = suggest_for(slash ? slash + 1 : path);
	for (size_t i = 0; i < searched->count; i++)
		try_names(arena, searched->items[i], path, &nearest);
	if (!nearest.best)
		return "";
	return arena_format(arena, "; did you mean '%.*s%s'?", slash ? (int)(slash + 1 - path) : 0, path,
			    nearest.best);
}

static const char *list(struct arena *arena, const directories *searched)
{
	const char *text = "searched in";
	if (!searched->count)
		return "there are no import paths to search in";
	for (size_t i = 0; i < searched->count; i++)
		text = arena_format(arena, "%s%s '%s'", text, i ? "," : "",
				    *searched->items[i] ? searched->items[i] : ".");
	return text;
}

static void report_missing(struct compilation *compilation, const directories *searched,
			   const directories *others, const char *path, bool angle, struct src_range range)
{
	struct arena *arena = compilation->arena;
	diag_report(compilation->diag, DIAG_IMPORT_NOT_FOUND, range, "imported file '%s' not found%s", path,
		    suggest(arena, searched, path));
	diag_note(compilation->diag, range, "%s", list(arena, searched));
	const char *elsewhere = find(compilation, others, path);
	if (elsewhere)
		diag_note(compilation->diag, range,
			  angle ? "'import \"%s\"' would find '%s'" : "'import <%s>' would find '%s'", path,
			  elsewhere);
}

const char *adl_import_find(struct compilation *compilation, const struct adl_options *options,
			    const char *importer, const char *path, bool angle, struct src_range range)
{
	struct arena *arena = compilation->arena;
	directories beside = { 0 }, paths = { 0 };
	VEC_PUSH(arena, &beside, directory_of(arena, importer));
	for (size_t i = 0; i < options->import_paths.count; i++)
		VEC_PUSH(arena, &paths, options->import_paths.items[i]);
	const char *found = find(compilation, angle ? &paths : &beside, path);
	if (!found)
		report_missing(compilation, angle ? &paths : &beside, angle ? &beside : &paths, path, angle,
			       range);
	return found;
}
