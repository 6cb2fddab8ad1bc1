/*
 * The project's own C of connector Asked, for uses Question question of instance left (own-connectors.camkes:17).
 */
#include "camkes.h"
#include "left_pd.h"
#include <camkes/connector.h>

#define CONNECTOR_INTERFACE question
#define CONNECTOR_CONNECTION "asks"
#define CONNECTOR_INDEX 0
#define CONNECTOR_PEERS 1

__typeof__(question_ask) question_builtin_ask;
__typeof__(question_end) question_builtin_end;

#line 1 "asked-from.c"
void CONNECTOR(end)(void)
{
	CONNECTOR_BUILTIN(end)();
}
