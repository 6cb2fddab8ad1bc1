/*
 * Files that are included: where they are looked for.
 */
#ifndef CPP_INCLUDE_H
#define CPP_INCLUDE_H

#include "cpp/run.h"

/* The next token in the form of a header's name, as a STRING with its quotes or <>, or whatever else there
 * is. */
struct cpp_token cpp_include_operand(struct cpp_run *run);

bool cpp_include_exists(struct cpp_run *run, const struct cpp_token *header);

/* Enters the file that HEADER names, or reports that there is none. */
void cpp_include(struct cpp_run *run, const struct cpp_token *header);

/* In the file that is being read: #pragma once. */
void cpp_include_once(struct cpp_run *run);

#endif
