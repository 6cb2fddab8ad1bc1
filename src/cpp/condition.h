/*
 * The expressions of #if.
 */
#ifndef CPP_CONDITION_H
#define CPP_CONDITION_H

#include "cpp/run.h"

/* Of the rest of the directive's line; false after an error. DIRECTIVE is its name. */
bool cpp_evaluate(struct cpp_run *run, const struct cpp_token *directive);

#endif
