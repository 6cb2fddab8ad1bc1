/*
 * The project's own C of connector Counted, for emits Ring ring of instance left (own-connectors.camkes:15).
 */
#include "camkes.h"
#include "left_pd.h"
#include <camkes/connector.h>

#define CONNECTOR_INTERFACE ring
#define CONNECTOR_CONNECTION "rings"
#define CONNECTOR_INDEX 0
#define CONNECTOR_PEERS 1

__typeof__(ring_emit) ring_builtin_emit;

#line 1 "counted-from.c"
static unsigned count;

void CONNECTOR(emit)(void)
{
	count++;
	CONNECTOR_BUILTIN(emit)();
}
