/*
 * Interned strings: equal text has one address, so names compare by pointer. The strings live in the table's
 * arena.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/arena.h"

struct intern;

struct intern *intern_create(struct arena *arena);
const char *intern_text(struct intern *table, const char *text, size_t length);
const char *intern_cstr(struct intern *table, const char *text);
const char *intern_format(struct intern *table, const char *format, ...) BASE_PRINTF(2, 3);

#endif
