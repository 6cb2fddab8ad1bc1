/*
 * Mutexes for drivers, on the component's heap: the threads of the component wait for them as for its own. 0,
 * or an errno number.
 */
#ifndef CAMKES_SYNC_H
#define CAMKES_SYNC_H

#include "../camkes-compat/platsupport/sync/sync.h"

#ifdef __cplusplus
extern "C" {
#endif

int init_camkes_mutex_ops(ps_mutex_ops_t *ops);

/* The operations themselves are on the heap, too; the caller frees them. */
int init_camkes_mutex_ops_heap(ps_mutex_ops_t **ops);

#ifdef __cplusplus
}
#endif

#endif
