/*
 * The project's own C of connector Counted, for consumes Ring ring of instance right (own-connectors.camkes:21).
 */
#include "camkes.h"
#include "right_pd.h"
#include <camkes/connector.h>

#define CONNECTOR_INTERFACE ring
#define CONNECTOR_CONNECTION "rings"
#define CONNECTOR_INDEX 0
#define CONNECTOR_PEERS 1

__typeof__(ring_wait) ring_builtin_wait;
__typeof__(ring_poll) ring_builtin_poll;
__typeof__(ring_reg_callback) ring_builtin_reg_callback;

#line 1 "counted-to.c"
int CONNECTOR(poll)(void)
{
	return CONNECTOR_BUILTIN(poll)();
}
