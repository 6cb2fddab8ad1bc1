/*
 * Switching between stacks, the only part that knows the processor (arch/<processor>/context.c). A context is
 * the stack pointer of one that does not run; all else that must survive lies on its stack. The
 * floating-point control words are not saved: components share them, as the threads of a process share
 * nothing that matters here.
 */
#ifndef CAMKES_CONTEXT_H
#define CAMKES_CONTEXT_H

#include <stddef.h>

/* A context that begins at ENTRY, which must not return, on the stack of SIZE bytes. */
void *causeway_context_make(unsigned char *stack, size_t size, void (*entry)(void));

/* Saves the running context in *SAVE and goes on with TO. Returns when someone switches back. */
void causeway_context_switch(void **save, void *to);

/* Calls FUNCTION(ARGUMENT) on the stack that ends at TOP. */
void causeway_context_call(unsigned char *top, void (*function)(void *), void *argument);

#endif
