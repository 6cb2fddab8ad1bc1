/*
 * Mutexes and binary semaphores are semaphores that hold one unit at most.
 */
#include "causeway/lock.h"

#include "semaphore.h"

static void post_one(struct causeway_semaphore *semaphore)
{
	if (!semaphore->count)
		causeway_semaphore_post(semaphore);
}

int causeway_mutex_lock(const struct causeway_lock *mutex)
{
	causeway_semaphore_wait(mutex->semaphore, CAUSEWAY_WAIT_MUTEX, mutex->name);
	return 0;
}

int causeway_mutex_unlock(const struct causeway_lock *mutex)
{
	post_one(mutex->semaphore);
	return 0;
}

int causeway_counting_wait(const struct causeway_lock *semaphore)
{
	causeway_semaphore_wait(semaphore->semaphore, CAUSEWAY_WAIT_SEMAPHORE, semaphore->name);
	return 0;
}

int causeway_counting_trywait(const struct causeway_lock *semaphore)
{
	return causeway_semaphore_try(semaphore->semaphore) ? 0 : -1;
}

int causeway_counting_post(const struct causeway_lock *semaphore)
{
	causeway_semaphore_post(semaphore->semaphore);
	return 0;
}

int causeway_binary_wait(const struct causeway_lock *semaphore)
{
	return causeway_counting_wait(semaphore);
}

int causeway_binary_post(const struct causeway_lock *semaphore)
{
	post_one(semaphore->semaphore);
	return 0;
}
