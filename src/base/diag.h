/*
 * Diagnostics: all errors of a run, clang-like, each at its place and with the flag that names it.
 *
 * A report is written when the next one begins or at diag_finish, so that notes can follow it. A suppressed
 * warning takes its notes with it. Ownership: everything lives in the arena that diag_create was given.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/source.h"

#include <stdbool.h>
#include <stdio.h>

enum diag_id {
#define DIAG(id, severity, flag) DIAG_##id,
#include "base/diag.def"
#undef DIAG
	DIAG_COUNT
};

enum diag_severity { DIAG_SEVERITY_OFF, DIAG_SEVERITY_WARNING, DIAG_SEVERITY_ERROR };

struct diag;

/* Messages go to STREAM. */
struct diag *diag_create(struct arena *arena, struct src_map *sources, FILE *stream);

/* How messages look: coloured (for terminals), or as a JSON array (--json). */
void diag_set_colour(struct diag *diag, bool colour);
bool diag_has_colour(const struct diag *diag);
void diag_set_json(struct diag *diag, bool json);

/* At most LIMIT errors are shown; 0 shows all. The default is 20. */
void diag_set_error_limit(struct diag *diag, unsigned limit);

/*
 * Takes what follows "-W": "flag", "no-flag", "error", "error=flag", "no-error=flag". Returns false when
 * there is no such flag, or when the message is an error by nature and was to be silenced.
 */
bool diag_set_flag(struct diag *diag, const char *option);

/* Reports at RANGE; an empty range ({0, 0}) is a report about no place. */
void diag_report(struct diag *diag, enum diag_id id, struct src_range range, const char *format, ...)
	BASE_PRINTF(4, 5);
void diag_vreport(struct diag *diag, enum diag_id id, struct src_range range, const char *format,
		  va_list arguments) BASE_PRINTF(4, 0);

/* Reports about a file as a whole, such as one that cannot be read. */
void diag_report_file(struct diag *diag, enum diag_id id, const char *file, const char *format, ...)
	BASE_PRINTF(4, 5);

/* Adds a note to the report before. */
void diag_note(struct diag *diag, struct src_range range, const char *format, ...) BASE_PRINTF(3, 4);

/*
 * Passes on what another run of this tool reported, in the same form (text or JSON). FAILED: it ended in an
 * error, which counts as one here.
 */
void diag_relay(struct diag *diag, const char *messages, bool failed);

/* Errors so far, those beyond the limit included. */
unsigned diag_error_count(const struct diag *diag);
unsigned diag_warning_count(const struct diag *diag);

/* Errors so far that are about reading or writing files (exit status 3). */
unsigned diag_io_error_count(const struct diag *diag);

/* Writes what is pending: before something else writes to the same stream. */
void diag_flush(struct diag *diag);

/* The same at the end: with the number of errors beyond the limit, and the JSON's closing bracket. */
void diag_finish(struct diag *diag);

/* For documentation and tests: what the table says. */
const char *diag_flag(enum diag_id id);
enum diag_severity diag_default_severity(enum diag_id id);

#endif
