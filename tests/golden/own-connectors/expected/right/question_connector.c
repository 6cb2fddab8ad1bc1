/*
 * The project's own C of connector Asked, for provides Question question of instance right (own-connectors.camkes:23).
 */
#include "camkes.h"
#include "right_pd.h"
#include <camkes/connector.h>

#define CONNECTOR_INTERFACE question
#define CONNECTOR_CONNECTION "asks"
#define CONNECTOR_INDEX 0
#define CONNECTOR_PEERS 1

__typeof__(question_ask) question_served_ask;
__typeof__(question_end) question_served_end;

#line 1 "asked-to.c"
char *CONNECTOR_SERVED(ask)(const char *what, int *cost)
{
	return CONNECTOR(ask)(what, cost);
}
