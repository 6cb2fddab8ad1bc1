/*
 * Mutexes and semaphores in generated C.
 */
#ifndef EMIT_LOCK_H
#define EMIT_LOCK_H

#include "emit/binding.h"

/* Their functions, in camkes.h. */
void emit_locks_declare(const struct emit_context *context);

/* Their objects and functions, in glue.c. */
void emit_locks_define(const struct emit_context *context);

#endif
