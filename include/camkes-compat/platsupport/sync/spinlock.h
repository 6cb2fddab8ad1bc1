/*
 * libplatsupport's spin lock, for memory that components share. Whoever spins lets components of the same
 * priority run, so that the holder can let go.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_SPINLOCK_H
#define CAMKES_COMPAT_PLATSUPPORT_SPINLOCK_H

#include "../../sel4/sel4.h"

typedef struct {
	int head;
} sync_spinlock_t;

static inline int sync_spinlock_init(sync_spinlock_t *lock)
{
	__atomic_store_n(&lock->head, 0, __ATOMIC_RELEASE);
	return 0;
}

static inline int sync_spinlock_lock(sync_spinlock_t *lock)
{
	while (__atomic_exchange_n(&lock->head, 1, __ATOMIC_ACQUIRE) != 0)
		seL4_Yield();
	return 0;
}

static inline int sync_spinlock_trylock(sync_spinlock_t *lock)
{
	return __atomic_exchange_n(&lock->head, 1, __ATOMIC_ACQUIRE) != 0 ? -1 : 0;
}

static inline int sync_spinlock_unlock(sync_spinlock_t *lock)
{
	__atomic_store_n(&lock->head, 0, __ATOMIC_RELEASE);
	return 0;
}

#endif
