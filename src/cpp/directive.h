/*
 * Directives.
 */
#ifndef CPP_DIRECTIVE_H
#define CPP_DIRECTIVE_H

#include "cpp/run.h"

/* Carries out the one of which '#' was read, to the end of its line. */
void cpp_directive(struct cpp_run *run);

#endif
