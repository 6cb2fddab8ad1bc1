/*
 * Macros whose meaning depends on where they are: __LINE__ and the like.
 */
#ifndef CPP_SPECIAL_H
#define CPP_SPECIAL_H

#include "cpp/run.h"

struct cpp_token cpp_special_token(struct cpp_run *run, const struct cpp_macro *macro,
				   const struct cpp_token *use);

#endif
