/*
 * The preprocessor's output: its text, and where each piece of it was written.
 */
#ifndef CPP_OUTPUT_H
#define CPP_OUTPUT_H

#include "base/out.h"
#include "cpp/run.h"

struct cpp_output {
	struct cpp_run *run;
	struct out *text;
	VEC(struct src_segment) segments;
	struct cpp_token last;		 /* the token that was written last; none when its TEXT is NULL */
	const struct cpp_source *source; /* the text from which the current line came */
	unsigned line;			 /* and its number there */
};

void cpp_output_token(struct cpp_output *output, const struct cpp_token *token);

/* The whole as a file in the source map; NULL when there is no room left. */
const struct src_file *cpp_output_end(struct cpp_output *output, const char *name);

#endif
