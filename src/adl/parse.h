/*
 * From ADL files to a syntax tree: preprocessing, lexing, parsing, imports.
 */
#ifndef ADL_PARSE_H
#define ADL_PARSE_H

#include "adl/ast.h"
#include "base/compilation.h"
#include "cpp/cpp.h"

struct adl_options {
	bool use_cpp;	 /* run the C preprocessor where a file needs it */
	const char *cpp; /* a program to be used instead of the built-in one, or NULL */
	cpp_names cpp_flags;
	VEC(const char *)
	import_paths; /* for import <...>, in order; the built-in directory is the caller's to add */
};

/*
 * Parses PATH and all it imports. All errors of all files are reported; NULL only when nothing can be made of
 * the input (PATH cannot be read). Items with syntax errors are left out: the specification is incomplete
 * then.
 */
const struct adl_spec *adl_parse(struct compilation *compilation, const struct adl_options *options,
				 const char *path);

/* The same for a text in memory, which messages call NAME; imports are relative to the working directory. */
const struct adl_spec *adl_parse_text(struct compilation *compilation, const struct adl_options *options,
				      const char *name, const char *text, size_t length);

#endif
