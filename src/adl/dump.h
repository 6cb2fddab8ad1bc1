/*
 * A readable form of the syntax tree, for --dump-after=parse and tests.
 */
#ifndef ADL_DUMP_H
#define ADL_DUMP_H

#include "adl/ast.h"
#include "base/out.h"

void adl_dump(struct out *out, const struct adl_spec *spec);

#endif
