/*
 * Macros: their definitions, and those that there are without any.
 */
#ifndef CPP_MACRO_H
#define CPP_MACRO_H

#include "cpp/run.h"

/* What is known of a name, made when it is first met. */
struct cpp_name *cpp_name_of(struct cpp_run *run, const char *name);

/* "#define" with the rest of its line; TOKENS ends in one of kind END. */
void cpp_define(struct cpp_run *run, const cpp_tokens *tokens);
void cpp_undefine(struct cpp_run *run, const cpp_tokens *tokens);

#endif
