/*
 * A C preprocessor that is a program of the system.
 */
#ifndef ADL_CPP_PROGRAM_H
#define ADL_CPP_PROGRAM_H

#include "adl/parse.h"
#include "base/file.h"
#include "cpp/cpp.h"

struct adl_cpp_program;

struct adl_cpp_program *adl_cpp_program_create(struct compilation *compilation,
					       const struct adl_options *options);

/*
 * Preprocesses the file at PATH, or TEXT, which messages call PATH, when IS_TEXT is set. False after an
 * error. HEADERS gets the names of the files that were included.
 */
bool adl_cpp_program_run(struct adl_cpp_program *cpp, const char *path, const struct file_text *text,
			 bool is_text, struct file_text *result, cpp_headers *headers);

#endif
