/*
 * The component-wide error handler of <camkes/error.h>.
 */
#include "camkes/error.h"

#include "crash.h"

static camkes_error_handler_t current;

camkes_error_handler_t camkes_register_error_handler(camkes_error_handler_t handler)
{
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

camkes_error_action_t camkes_error(camkes_error_t *error)
{
	camkes_error_action_t action = current ? current(error) : CEA_HALT;
	if (action == CEA_HALT || action == CEA_ABORT)
		causeway_component_crash(error->description ? error->description : "an error was not handled",
					 error->interface);
	return action;
}
