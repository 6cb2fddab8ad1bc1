/*
 * Arena allocation: everything the tool makes lives until its compilation ends, so nothing is freed one by
 * one. An arena owns all it hands out. Memory is zeroed and aligned for any type; an allocation never fails
 * (running out of memory ends the program with status 70).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#define BASE_PRINTF(format_index, first_argument)                                                            \
	__attribute__((format(printf, format_index, first_argument)))

struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size);

/* For what is written as a whole: the memory is not zeroed. */
void *arena_alloc_unset(struct arena *arena, size_t size);

/* Room for COUNT items of SIZE bytes; a product that overflows counts as running out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_format(struct arena *arena, const char *format, ...) BASE_PRINTF(2, 3);
char *arena_vformat(struct arena *arena, const char *format, va_list arguments) BASE_PRINTF(2, 0);

/* "folder/name", or NAME when FOLDER is empty. */
char *arena_join(struct arena *arena, const char *folder, const char *name);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
