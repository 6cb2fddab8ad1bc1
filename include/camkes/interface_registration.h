/*
 * A register of interfaces inside one component, on its heap.
 */
#ifndef CAMKES_INTERFACE_REGISTRATION_H
#define CAMKES_INTERFACE_REGISTRATION_H

#include "../camkes-compat/platsupport/interface_registration.h"
#include "../camkes-compat/platsupport/io.h"

#ifdef __cplusplus
extern "C" {
#endif

/* 0, or an errno number. All operations of a component work on one register; MALLOC_OPS gives its memory. */
int camkes_interface_registration_ops(ps_interface_registration_ops_t *ops, ps_malloc_ops_t *malloc_ops);

#ifdef __cplusplus
}
#endif

#endif
