/*
 * Writes all outputs of a model except its system description. The model can be written: it is only read
 * here, and only input and output can fail. Output depends on nothing but the model and the base names of its
 * files.
 */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "base/compilation.h"
#include "base/out.h"
#include "base/out_set.h"
#include "model/model.h"

#include <stdbool.h>

/*
 * Adds DIRECTORY/<pd>/{camkes.h,<pd>_pd.h,glue.c}, DIRECTORY/report.md and DIRECTORY/components.cmake to
 * FILES, and makes the folders that they go to. Returns false after an error that was reported.
 */
bool emit_all(struct compilation *compilation, const struct model *model, const char *directory,
	      struct out_set *files);

/* The outputs one by one, in memory. Those of a protection domain: */
struct out *emit_camkes_header(struct compilation *compilation, const struct model *model,
			       const struct model_pd *pd);
struct out *emit_header(struct compilation *compilation, const struct model *model,
			const struct model_pd *pd);
struct out *emit_glue_c(struct compilation *compilation, const struct model *model,
			const struct model_pd *pd);

/* Of the system: */
struct out *emit_report(struct compilation *compilation, const struct model *model);
struct out *emit_cmake(struct compilation *compilation, const struct model *model);

#endif
