/*
 * What the parts of the preprocessor share while it works on one text.
 */
#ifndef CPP_RUN_H
#define CPP_RUN_H

#include "base/compilation.h"
#include "base/map.h"
#include "cpp/cpp.h"
#include "cpp/lex.h"

/* More than this is a mistake: macros that grow without end, files that include each other. */
enum { CPP_STEPS_MAX = 4000000, CPP_INCLUDES_MAX = 200, CPP_NESTING_MAX = 400 };

typedef VEC(struct cpp_token) cpp_tokens;

enum cpp_special {
	CPP_ORDINARY,
	CPP_SPECIAL_FILE,
	CPP_SPECIAL_LINE,
	CPP_SPECIAL_COUNTER,
	CPP_SPECIAL_DEPTH,
	CPP_SPECIAL_BASE_FILE,
	CPP_SPECIAL_FILE_NAME,
	CPP_SPECIAL_HAS_INCLUDE,
	CPP_SPECIAL_UNSUPPORTED,
};

struct cpp_macro {
	const char *name;
	struct src_range range; /* of the name where it was defined */
	enum cpp_special special;
	bool function;
	bool variadic; /* the last parameter takes the rest */
	cpp_names parameters;
	cpp_tokens body;
};

/* A name that was met: equal names are one. */
struct cpp_name {
	const struct cpp_macro *macro; /* or NULL */
	bool disabled;		       /* its expansion is being read */
};

/* A text that was read, once however often it is included. */
struct cpp_source {
	const struct src_file *file;
	const char *path; /* NULL: no file */
	struct file_identity identity;
	src_loc marked; /* #line directives up to here are in the source map */
};

/* A text that is being read. */
struct cpp_buffer {
	struct cpp_source *source;
	struct cpp_lexer lexer;
	size_t conditions;    /* how many were open around it */
	const char *presumed; /* what __FILE__ says */
	unsigned line_delta;  /* what __LINE__ says beyond the line; wraps around */
	unsigned depth;
	struct cpp_buffer *outer;
};

/* Tokens that are to be read before more of the text. */
struct cpp_context {
	const struct cpp_token *next;
	size_t count;	       /* of those that are left */
	struct cpp_name *name; /* whose expansion it is, or NULL */
	unsigned char after;   /* flags that its end leaves to the token behind it */
	bool barrier;	       /* reading stops at its end: an argument by itself */
};

/* #if up to #endif. */
struct cpp_condition {
	struct src_range range;
	bool skipping;
	bool taken;	/* a branch was, or the whole stands in a part that is skipped */
	bool otherwise; /* #else was met */
};

struct cpp_message {
	enum diag_id id;
	struct src_range range;
	const struct src_expansion *expansion;
	const char *text;
	struct src_range note_range;
	const char *note;
};

struct cpp_run {
	struct cpp *cpp;
	struct compilation *compilation;
	struct arena *arena;
	struct map names; /* interned name -> struct cpp_name */
	struct cpp_buffer *buffer;
	VEC(struct cpp_context) contexts;
	VEC(struct cpp_condition) conditions;
	VEC(struct cpp_message) messages;
	cpp_tokens line; /* of the directive that is being carried out */
	cpp_headers headers;
	VEC(struct file_identity) once; /* files that said #pragma once */
	const char *base_file;
	const char *unsupported; /* why the run has to be left to another preprocessor */
	bool failed;
	bool stopped;	       /* nothing more is read */
	bool in_directive;     /* the end of the line is the end */
	bool in_arguments;     /* of a macro: they end with the file that they are in */
	bool boundary;	       /* the next token stands beside replaced text */
	unsigned char carried; /* flags that a macro of which nothing became leaves to the next token */
	src_loc invocation;    /* the outermost macro that is being expanded */
	unsigned unexpanded;   /* macros are left alone while this is not 0 */
	unsigned nesting;
	unsigned steps;
	unsigned counter;
};

/* ------------------------------------------------------------------- messages: kept until the run is over */

void cpp_error(struct cpp_run *run, const struct cpp_token *token, const char *format, ...) BASE_PRINTF(3, 4);
void cpp_warning(struct cpp_run *run, const struct cpp_token *token, const char *format, ...)
	BASE_PRINTF(3, 4);

/* With the message before. */
void cpp_note(struct cpp_run *run, struct src_range range, const char *format, ...) BASE_PRINTF(3, 4);

/* Leaves the whole text to another preprocessor. */
void cpp_unsupported(struct cpp_run *run, const char *what);

/* Counts work; when it was too much that is an error, and the run ends. */
void cpp_count_step(struct cpp_run *run, const struct cpp_token *token);

struct src_range cpp_range(const struct cpp_token *token);

/* A token made of TEXT, which stays, in the place of ORIGIN. */
struct cpp_token cpp_make_token(const struct cpp_token *origin, enum cpp_token_kind kind, const char *text);

#endif
