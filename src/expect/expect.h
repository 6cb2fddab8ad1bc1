/*
 * A test of what a program prints: the script (the part of Tcl and expect(1) that such tests use), and its
 * run.
 */
#ifndef EXPECT_EXPECT_H
#define EXPECT_EXPECT_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>

enum expect_kind {
	EXPECT_WAIT_FOR, /* TEXT is a pattern; what does not come in time fails the test */
	EXPECT_MAY_COME, /* the same, but the test goes on */
	EXPECT_SEND,	 /* TEXT is what the program gets as input */
	EXPECT_TIMEOUT,	 /* SECONDS is from now on how long to wait; negative: for ever */
	EXPECT_SLEEP,	 /* SECONDS */
	EXPECT_EXIT,	 /* the test ends here; SECONDS is its status */
};

struct expect_step {
	enum expect_kind kind;
	const char *text;
	size_t length; /* of TEXT, which may have NUL in it */
	double seconds;
	struct src_range range;
};

struct expect_script {
	VEC(struct expect_step) steps;
};

/* NULL after an error that was reported at its place. */
const struct expect_script *expect_read(struct compilation *compilation, const char *path);

/* As expect does if the script does not say `set timeout`. */
enum { EXPECT_DEFAULT_TIMEOUT = 10 };

enum expect_outcome {
	EXPECT_PASSED,
	EXPECT_TIMED_OUT, /* STEP did not come in time */
	EXPECT_ENDED,	  /* the program ended before STEP came */
	EXPECT_FAILED,	  /* the script said so, at STEP */
	EXPECT_ERROR,	  /* the program could not be run; ERROR is an errno value */
};

struct expect_result {
	enum expect_outcome outcome;
	const struct expect_step *step; /* NULL: none is to blame */
	double timeout;			/* EXPECT_TIMED_OUT: how long that was */
	int error;
	int status;	    /* of the program, as from waitpid, if it ended by itself */
	double seconds;	    /* how long it took */
	const char *output; /* all that the program printed, its last megabyte */
	size_t length;
	const char *finding; /* the first line with a sanitizer's finding in it, or NULL */
};

/* ---- a script on its way, in whatever time: all moments are in seconds */

struct expect_progress;

/* A pattern has TIMEOUT seconds, negative for ever, unless the script says otherwise. */
struct expect_progress *expect_progress_create(struct arena *arena, const struct expect_script *script,
					       double timeout, double now);

/* The program has printed BYTES; they are seen as through a terminal: a line ends with "\r\n". */
void expect_progress_see(struct expect_progress *progress, const char *bytes, size_t length);

/* Nothing more will be printed. */
void expect_progress_end(struct expect_progress *progress);

/* Goes on as far as it gets at NOW. False when the test is over; RESULT then gets outcome and step. */
bool expect_progress_advance(struct expect_progress *progress, double now, struct expect_result *result);

/* When time alone makes it go on; INFINITY: never. */
double expect_progress_deadline(const struct expect_progress *progress);

/* Whether it may still type something. */
bool expect_progress_may_type(const struct expect_progress *progress);

/* Takes what is to be typed by now: its length, and in *BYTES the text, which is there until it advances. */
size_t expect_progress_typed(struct expect_progress *progress, const char **bytes);

/* ---- what a program prints, as a whole */

struct expect_output;

struct expect_output *expect_output_create(struct arena *arena);
void expect_output_add(struct expect_output *output, const char *bytes, size_t length);

/* Its last megabyte and what was found in all of it go into RESULT. */
void expect_output_tell(const struct expect_output *output, struct expect_result *result);

/* ---- in real time */

/*
 * Runs ARGUMENTS (NULL-terminated) until SCRIPT is done, and ends the program then. ARENA gets the output,
 * and may be dropped with the result. What it writes to standard output and standard error is matched. A
 * program that the script is content with goes on for up to LINGER seconds, for what a sanitizer may still
 * find.
 */
void expect_run(struct arena *arena, const struct expect_script *script, char *const *arguments,
		double timeout, double linger, struct expect_result *result);

/* Whether LINE is one with which a sanitizer begins its report. */
bool expect_is_finding(const char *line);

/* ---- patterns */

/* Where a match of PATTERN ends in TEXT, or -1: the leftmost one, and as long as it can be. */
long expect_match(const char *pattern, size_t pattern_length, const char *text, size_t length);

#endif
