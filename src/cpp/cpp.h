/*
 * The C preprocessor, as GCC's is by default, without a process: one text in, one text out, and where each
 * piece of it was written.
 */
#ifndef CPP_CPP_H
#define CPP_CPP_H

#include "base/compilation.h"
#include "base/file.h"
#include "base/vec.h"

#include <stdbool.h>

/* Interned names, or paths. */
typedef VEC(const char *) cpp_names;

/* Files that were included, each time they were. */
struct cpp_header {
	const char *path;
	struct file_identity identity;
};
typedef VEC(struct cpp_header) cpp_headers;

struct cpp;

/* FLAGS are those of the program cpp: -D, -U, -I, -include and the like. */
struct cpp *cpp_create(struct compilation *compilation, const cpp_names *flags);

/* Whether all flags are understood. A run with others is unsupported. */
bool cpp_knows_flags(const struct cpp *cpp);

/* Whether flags may change a text that has neither a directive nor a macro's name in it. */
bool cpp_flags_change_all(const struct cpp *cpp);

/* The names that flags define. */
const cpp_names *cpp_flags_defined(const struct cpp *cpp);

enum cpp_status {
	CPP_DONE,
	CPP_FAILED,	 /* errors were reported */
	CPP_UNSUPPORTED, /* something that this preprocessor leaves to others; nothing was reported */
};

struct cpp_result {
	const struct src_file *file; /* the text, in the source map, under the input's name */
	cpp_headers headers;
	const char *unsupported;
};

/*
 * Preprocesses FILE. What it includes is found as from the file PATH, or from the working directory when that
 * is NULL.
 */
enum cpp_status cpp_run(struct cpp *cpp, const struct src_file *file, const char *path,
			struct cpp_result *result);

#endif
