/*
 * Reads each file named on the command line; writes it in every dialect that can say it, reads that again,
 * and writes it again: the two texts must be the same, byte for byte. Prints how many files and dialects
 * there were.
 */
#include "base/file.h"
#include "sdf/sdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct tally {
	unsigned files;
	unsigned refused; /* by the reader, with an error */
	unsigned trips;
	unsigned formatted;
	unsigned unsayable;
	unsigned failures;
};

static const char *write_text(const struct compilation *compilation, const struct model *model,
			      enum sdf_dialect dialect)
{
	struct out *out = out_create(compilation->arena);
	sdf_write(out, model, dialect);
	return out_string(out);
}

static void trip(struct compilation *compilation, const char *path, const struct model *model,
		 enum sdf_dialect dialect, struct tally *tally)
{
	const char *once = write_text(compilation, model, dialect);
	const struct model *again = sdf_read_text(compilation, path, once, strlen(once), dialect);
	const char *twice = again ? write_text(compilation, again, dialect) : "";
	tally->trips++;
	if (strcmp(once, twice)) {
		tally->failures++;
		printf("%s: %s: what was written is not what is read:\n%s\n", path, sdf_limits(dialect)->name,
		       once);
	}
}

/* Formats the text at PATH, by way of a file of its own. */
static const char *format(struct compilation *compilation, const char *path)
{
	struct out *out = out_create(compilation->arena);
	return sdf_format(out, compilation, path) ? out_string(out) : NULL;
}

static void format_trip(struct compilation *compilation, const char *path, const struct model *model,
			const char *scratch, struct tally *tally)
{
	struct out *copy = out_create(compilation->arena);
	const char *once = format(compilation, path);
	if (!once)
		return;
	out_text(copy, "%s", once);
	const char *twice = out_commit(copy, scratch) ? NULL : format(compilation, scratch);
	const struct model *again =
		model ? sdf_read_text(compilation, path, once, strlen(once), SDF_AUTO) : NULL;
	bool same = twice && !strcmp(once, twice);
	if (model)
		same = same && again &&
		       !strcmp(write_text(compilation, model, sdf_dialect_of(model)),
			       write_text(compilation, again, sdf_dialect_of(model)));
	tally->formatted++;
	if (!same) {
		tally->failures++;
		printf("%s: formatting is not stable:\n%s\n", path, once);
	}
}

static void try_file(const char *path, FILE *messages, const char *scratch, struct tally *tally)
{
	struct compilation *compilation = compilation_create(messages);
	const struct model *model = sdf_read(compilation, path, SDF_AUTO);
	tally->files++;
	tally->refused += !model;
	format_trip(compilation, path, model, scratch, tally);
	for (unsigned dialect = SDF_AUTO + 1; model && dialect < SDF_DIALECT_COUNT; dialect++) {
		struct compilation *quiet = compilation_create(messages);
		if (sdf_check(quiet, model, (enum sdf_dialect)dialect))
			trip(compilation, path, model, (enum sdf_dialect)dialect, tally);
		else
			tally->unsayable++;
		compilation_destroy(quiet);
	}
	compilation_destroy(compilation);
}

int main(int count, char **arguments)
{
	struct tally tally = { 0 };
	char scratch[] = "/tmp/causeway-roundtrip-XXXXXX";
	FILE *messages = fopen("/dev/null", "w");
	int file = mkstemp(scratch);
	if (count > 1 && !strcmp(arguments[1], "-v"))
		messages = stderr;
	for (int i = 1; messages && file >= 0 && i < count; i++)
		if (strcmp(arguments[i], "-v"))
			try_file(arguments[i], messages, scratch, &tally);
	unlink(scratch);
	printf("%u files: %u refused; %u formatted; %u round trips, %u not sayable, %u failed\n", tally.files,
	       tally.refused, tally.formatted, tally.trips, tally.unsayable, tally.failures);
	return !messages || file < 0 || tally.failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
