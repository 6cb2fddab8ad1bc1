/*
 * The expansion of macros.
 */
#ifndef CPP_EXPAND_H
#define CPP_EXPAND_H

#include "cpp/run.h"

/* The next token, macros expanded (unless run->unexpanded says not to). */
struct cpp_token cpp_next(struct cpp_run *run);

/* Ends the innermost expansion. */
void cpp_leave_context(struct cpp_run *run);

#endif
