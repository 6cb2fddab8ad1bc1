/*
 * Methods of procedures in generated C: prototypes, and the statements that carry parameters over, for the
 * caller's functions and the server's alike.
 */
#ifndef EMIT_PROCEDURE_H
#define EMIT_PROCEDURE_H

#include "emit/binding.h"

/* "int calc_add(int a, int b)" */
const char *emit_prototype(struct arena *arena, const struct model_binding *binding,
			   const struct model_method *method);

/* All prototypes of the interface, and its error handler's. ATTRIBUTE follows each: "" or " WEAK". */
void emit_procedure_declare(const struct emit_context *context, const struct model_binding *binding,
			    const char *attribute);

/* What a method returned, in the functions that carry it. */
#define EMIT_RESULT "causeway_g_result"

/* What the server's function is called with: "a, &b_sz, &b". */
const char *emit_arguments(struct arena *arena, const struct model_method *method);

/* The C type of what a method returns: "void", "int", "char *". */
const char *emit_result_type(const struct model_method *method);

/* A type and a name, with a space between where C wants one. */
const char *emit_variable(struct arena *arena, const char *type, const char *name);

bool emit_parameter_is_sent(const struct model_parameter *parameter);	  /* to the server */
bool emit_parameter_is_returned(const struct model_parameter *parameter); /* to the caller */

/* Puts a parameter into the message (an expression: a struct causeway_message *). POINTER: the C parameter is
 * a pointer to the value, as the caller has all but `in`. */
void emit_put(const struct emit_context *context, const struct model_parameter *parameter,
	      const char *message, bool pointer);
void emit_take(const struct emit_context *context, const struct model_parameter *parameter,
	       const char *message, bool pointer);

/* Frees what a parameter points to; nothing for scalars. */
void emit_free(const struct emit_context *context, const struct model_parameter *parameter, bool pointer);

/*
 * The fields of a link that both ends' tables have: transport, channel, and memory. CLIENT is the caller's
 * binding, which has the memory of a local link.
 */
void emit_link_memory(const struct emit_context *context, const struct model_binding *binding,
		      const struct model_link *link, const struct model_binding *client);

/* <interface>_register_error_handler. */
void emit_register_error_handler(const struct emit_context *context, const struct model_binding *binding);

#endif
