/*
 * Where an import statement's file is.
 */
#ifndef ADL_IMPORT_H
#define ADL_IMPORT_H

#include "adl/parse.h"

/*
 * The path of the file that IMPORTER names as PATH: beside the importer, or with ANGLE in the first import
 * path that has it. NULL after an error at RANGE.
 */
const char *adl_import_find(struct compilation *compilation, const struct adl_options *options,
			    const char *importer, const char *path, bool angle, struct src_range range);

#endif
