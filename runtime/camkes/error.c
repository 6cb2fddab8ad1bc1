#include "error.h"

#include "crash.h"
#include "print.h"

#include "microkit.h"

#include <stddef.h>

enum { TEXT_SIZE = 160 };

/* In the words of CAmkES, which people search for. */
static void print_cause(const camkes_error_t *error)
{
	switch (error->type) {
	case CE_NO_ERROR:
		break;
	case CE_BUFFER_LENGTH_EXCEEDED:
		microkit_dbg_puts("Error: about to exceed buffer length by writing up to ");
		causeway_print_unsigned(error->target_length);
		microkit_dbg_puts(" bytes\n");
		break;
	case CE_INVALID_METHOD_INDEX:
		microkit_dbg_puts("Error: invalid method index of ");
		causeway_print_unsigned(error->invalid_index);
		microkit_dbg_puts("\n");
		break;
	case CE_MALFORMED_RPC_PAYLOAD:
		microkit_dbg_puts("Error: Malformed RPC payload\n");
		break;
	case CE_SYSCALL_FAILED:
		microkit_dbg_puts("Error: syscall failed\n");
		break;
	case CE_ALLOCATION_FAILURE:
		microkit_dbg_puts("Error: allocation failed\n");
		break;
	case CE_OVERFLOW:
		microkit_dbg_puts("Error: integer overflow\n");
		break;
	}
}

static camkes_error_action_t print_and_halt(camkes_error_t *error)
{
	microkit_dbg_puts("-- ");
	microkit_dbg_puts(error->instance);
	microkit_dbg_puts(" --\n");
	print_cause(error);
	microkit_dbg_puts("Occurred at ");
	microkit_dbg_puts(error->filename);
	microkit_dbg_puts("\nDetails: ");
	microkit_dbg_puts(error->description);
	microkit_dbg_puts("\n");
	return CEA_HALT;
}

static camkes_error_handler_t component_handler = print_and_halt;

camkes_error_handler_t camkes_register_error_handler(camkes_error_handler_t handler)
{
	camkes_error_handler_t previous = component_handler;
	component_handler = handler ? handler : print_and_halt;
	return previous;
}

camkes_error_action_t camkes_error(camkes_error_t *error)
{
	return component_handler(error);
}

static size_t append(char *text, size_t length, const char *more)
{
	while (more && *more && length < TEXT_SIZE - 1)
		text[length++] = *more++;
	text[length] = '\0';
	return length;
}

static camkes_error_action_t decide(const struct causeway_rpc_end *end, camkes_error_t *error)
{
	switch (causeway_g_component.error_mode) {
	case CAUSEWAY_ERROR_STANDARD:
		return *end->handler ? (*end->handler)(error) : camkes_error(error);
	case CAUSEWAY_ERROR_DISCARD:
		return CEA_DISCARD;
	case CAUSEWAY_ERROR_GUARD:
	case CAUSEWAY_ERROR_ABORT:
		break;
	}
	return CEA_ABORT;
}

bool causeway_error_raise(const struct causeway_rpc_end *end, camkes_error_t *error, const char *description,
			  const char *what, const char *method)
{
	char text[TEXT_SIZE];
	size_t length = append(text, 0, description);
	length = append(text, length, what);
	if (what && method)
		length = append(text, length, " in ");
	append(text, length, method);
	error->instance = causeway_g_component.instance;
	error->interface = end->interface;
	error->filename = end->name;
	error->description = text;
	camkes_error_action_t action = decide(end, error);
	if (action != CEA_DISCARD && action != CEA_IGNORE)
		causeway_component_crash(text, end->name);
	return action == CEA_IGNORE;
}
