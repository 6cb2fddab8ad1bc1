/*
 * The project's own C of connector Native, for consumes Done done of instance left (own-connectors.camkes:16).
 */
#include "camkes.h"
#include "left_pd.h"
#include <camkes/connector.h>

#define CONNECTOR_INTERFACE done
#define CONNECTOR_CONNECTION "ends"
#define CONNECTOR_INDEX 0
#define CONNECTOR_PEERS 1

__typeof__(done_wait) done_builtin_wait;
__typeof__(done_poll) done_builtin_poll;

#line 1 "native-to.c"
void CONNECTOR(wait)(void)
{
	CONNECTOR_BUILTIN(wait)();
}
