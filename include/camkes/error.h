/*
 * CAmkES' error handling: what can go wrong in generated code, and what a handler may decide about it.
 */
#ifndef CAMKES_ERROR_H
#define CAMKES_ERROR_H

#include <stdint.h>

#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
	CE_NO_ERROR = 0,
	CE_BUFFER_LENGTH_EXCEEDED,
	CE_INVALID_METHOD_INDEX,
	CE_MALFORMED_RPC_PAYLOAD,
	CE_SYSCALL_FAILED,
	CE_ALLOCATION_FAILURE,
	CE_OVERFLOW,
} camkes_error_type_t;

typedef struct {
	camkes_error_type_t type;
	const char *instance;
	const char *interface;
	const char *filename;
	uint64_t lineno;
	const char *description;
	union {
		__extension__ struct { /* CE_BUFFER_LENGTH_EXCEEDED, CE_MALFORMED_RPC_PAYLOAD, CE_OVERFLOW */
			uint32_t current_length;
			uint32_t target_length;
			uint32_t length;
			uint32_t current_index;
			uint64_t value;
		};
		__extension__ struct { /* CE_INVALID_METHOD_INDEX */
			uint64_t lower_bound;
			uint64_t upper_bound;
			uint64_t invalid_index;
		};
		__extension__ struct { /* CE_SYSCALL_FAILED */
			int syscall;
			seL4_Error error;
		};
		uint64_t alloc_bytes; /* CE_ALLOCATION_FAILURE */
	};
} camkes_error_t;

typedef enum {
	CEA_INVALID = -1,
	CEA_DISCARD, /* give up the operation */
	CEA_IGNORE,  /* go on as if nothing were wrong */
	CEA_ABORT,   /* end the strand */
	CEA_HALT,    /* end the component */
} camkes_error_action_t;

typedef camkes_error_action_t (*camkes_error_handler_t)(camkes_error_t *error);

/* Returns the handler that it replaces. */
camkes_error_handler_t camkes_register_error_handler(camkes_error_handler_t handler);

/* Asks the registered handler. The default one prints the error and halts. */
camkes_error_action_t camkes_error(camkes_error_t *error);

#ifdef __cplusplus
}
#endif

#endif
