/*
 * The C preprocessor, run on the files that need it: the built-in one, or a program for what that one leaves
 * to others.
 */
#ifndef ADL_CPP_H
#define ADL_CPP_H

#include "adl/parse.h"
#include "base/file.h"
#include "cpp/cpp.h"

struct adl_cpp;

struct adl_cpp *adl_cpp_create(struct compilation *compilation, const struct adl_options *options);

/* Whether preprocessing could change the text: it has a directive, a macro's name or a continued line. */
bool adl_cpp_needed(struct adl_cpp *cpp, const struct file_text *text);

/*
 * Preprocesses TEXT, which is the file at PATH, or is just called that when IS_TEXT is set. NULL after an
 * error. HEADERS gets the names of the files that were included.
 */
const struct src_file *adl_cpp_run(struct adl_cpp *cpp, const char *path, const struct file_text *text,
				   bool is_text, cpp_headers *headers);

#endif
