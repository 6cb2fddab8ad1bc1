/*
 * Procedures of the ADL as procedures of the model: types in C's spelling, and each parameter's shape.
 */
#ifndef LOWER_PROCEDURE_H
#define LOWER_PROCEDURE_H

#include "adl/ast.h"
#include "base/compilation.h"
#include "base/map.h"
#include "model/procedure.h"

/* Each ADL procedure is one model procedure, however many interfaces have it. All zero at first. */
struct procedure_table {
	struct map made; /* struct adl_procedure * -> struct model_procedure * */
};

const struct model_procedure *procedure_lower(struct compilation *compilation, struct procedure_table *table,
					      const struct adl_procedure *procedure);

#endif
