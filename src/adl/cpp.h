/*
 * The C preprocessor, run on the files that need it.
 */
#ifndef ADL_CPP_H
#define ADL_CPP_H

#include "adl/parse.h"
#include "base/file.h"

struct adl_cpp;

struct adl_cpp *adl_cpp_create(struct compilation *compilation, const struct adl_options *options);

/* Whether preprocessing could change the text: it has a directive, a macro's name or a continued line. */
bool adl_cpp_needed(struct adl_cpp *cpp, const struct file_text *text);

/*
 * Preprocesses the file at PATH, or TEXT, which messages call PATH, when IS_TEXT is set. False after an
 * error. HEADERS gets the names of the files that were included.
 */
typedef VEC(const char *) adl_names;
bool adl_cpp_run(struct adl_cpp *cpp, const char *path, const struct file_text *text, bool is_text,
		 struct file_text *result, adl_names *headers);

#endif
