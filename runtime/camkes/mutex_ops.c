#include "camkes/sync.h"

#include "semaphore.h"

#include <stdlib.h>

static void *make(void)
{
	struct causeway_semaphore *mutex = calloc(1, sizeof *mutex);
	if (mutex)
		mutex->count = 1;
	return mutex;
}

static int lock(void *mutex)
{
	if (!mutex)
		return EINVAL;
	causeway_semaphore_wait(mutex, CAUSEWAY_WAIT_MUTEX, "a driver's mutex");
	return 0;
}

static int unlock(void *mutex)
{
	const struct causeway_semaphore *semaphore = mutex;
	if (!mutex || semaphore->count)
		return EINVAL;
	causeway_semaphore_post(mutex);
	return 0;
}

static int destroy(void *mutex)
{
	if (!mutex)
		return EINVAL;
	free(mutex);
	return 0;
}

int init_camkes_mutex_ops(ps_mutex_ops_t *ops)
{
	static char cookie;
	if (!ops)
		return EINVAL;
	*ops = (ps_mutex_ops_t){ &cookie, make, lock, unlock, destroy };
	return 0;
}

int init_camkes_mutex_ops_heap(ps_mutex_ops_t **ops)
{
	if (!ops)
		return EINVAL;
	*ops = malloc(sizeof **ops);
	return *ops ? init_camkes_mutex_ops(*ops) : ENOMEM;
}
