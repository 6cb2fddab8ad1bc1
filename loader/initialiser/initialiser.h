/*
 * The initialiser: reads the capability specification behind it in memory, makes the objects, and starts the
 * protection domains. It stops for good afterwards. Whatever the kernel refuses ends the boot with a message
 * that names the object.
 */
#ifndef INITIALISER_INITIALISER_H
#define INITIALISER_INITIALISER_H

#include "abi/sel4_spec.h"
#include "kernel.h"

struct boot {
	const seL4_BootInfo *info;
	const struct sel4_spec *spec;
	seL4_CPtr objects; /* the slot of object 0 */
	seL4_CPtr free;	   /* the next empty slot */
};

/* A table of the specification. */
static inline const void *spec_table(const struct boot *boot, struct sel4_span span)
{
	return (const char *)boot->spec + span.offset;
}

static inline seL4_CPtr object_cap(const struct boot *boot, uint32_t object)
{
	return boot->objects + object;
}

/* The name of whom an object is for. */
const char *boot_name(const struct boot *boot, unsigned name);

/* Ends the boot: "causeway: cannot WHAT of NAME: <why>". */
_Noreturn void boot_fail(const struct boot *boot, const char *what, unsigned name, seL4_Error error);

/* An empty slot. */
seL4_CPtr boot_slot(struct boot *boot, const char *what, unsigned name);

/* The phases, in their order. */
void memory_make_objects(struct boot *boot);
void space_map(struct boot *boot);
void space_fill(struct boot *boot);
void thread_configure(struct boot *boot);
void thread_start(struct boot *boot);

#endif
