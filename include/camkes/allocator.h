/*
 * CAmkES' allocator of capabilities. A protection domain holds none, so all of it is an error at compile
 * time.
 */
#ifndef CAMKES_ALLOCATOR_H
#define CAMKES_ALLOCATOR_H

#include <stddef.h>

#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

int camkes_provide(int type, seL4_CPtr capability, size_t size, unsigned attributes) __attribute__((error(
	"a protection domain holds no capabilities to hand out; the system description says what it has")));
seL4_CPtr camkes_alloc(int type, size_t size, unsigned flags) __attribute__((error(
	"a protection domain cannot make kernel objects; a thread is an interface of its own, an endpoint or "
	"notification a connection")));
void camkes_free(seL4_CPtr capability)
	__attribute__((error("a protection domain holds no capabilities, so none is to be given back")));

#ifdef __cplusplus
}
#endif

#endif
