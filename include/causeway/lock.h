/*
 * Mutexes and semaphores of a component. Strands take turns, so no operation can be interrupted; one that has
 * to wait lets the others run. What is given goes to the strand that has waited longest.
 */
#ifndef CAUSEWAY_LOCK_H
#define CAUSEWAY_LOCK_H

#include "component.h"

#ifdef __cplusplus
extern "C" {
#endif

struct causeway_lock {
	const char *name; /* "server.m" */
	struct causeway_semaphore *semaphore;
};

/* All return 0; only causeway_counting_trywait returns -1, when it would have to wait. */
int causeway_mutex_lock(const struct causeway_lock *mutex);
int causeway_mutex_unlock(const struct causeway_lock *mutex); /* any strand may: CAmkES has no owners */
int causeway_counting_wait(const struct causeway_lock *semaphore);
int causeway_counting_trywait(const struct causeway_lock *semaphore);
int causeway_counting_post(const struct causeway_lock *semaphore);
int causeway_binary_wait(const struct causeway_lock *semaphore);
int causeway_binary_post(const struct causeway_lock *semaphore); /* two posts nobody waited for are one */

#ifdef __cplusplus
}
#endif

#endif
