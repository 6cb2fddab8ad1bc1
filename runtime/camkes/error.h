/*
 * What happens when generated code meets an error: CAmkES' four modes, and its handlers.
 */
#ifndef CAMKES_ERROR_RAISE_H
#define CAMKES_ERROR_RAISE_H

#include "camkes/error.h"
#include "camkes/rpc.h"

#include <stdbool.h>

/*
 * Fills in who ERROR happened to and asks the interface's handler, or else the component's. Returns whether
 * to go on as if nothing were wrong; false: the operation is given up. Where the mode or the handler says
 * that the component ends, it does not return. WHAT and METHOD complete DESCRIPTION, or are NULL.
 */
bool causeway_error_raise(const struct causeway_rpc_end *end, camkes_error_t *error, const char *description,
			  const char *what, const char *method);

#endif
