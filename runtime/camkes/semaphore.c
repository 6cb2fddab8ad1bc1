#include "semaphore.h"

#include "strand.h"

void causeway_semaphore_post(struct causeway_semaphore *semaphore)
{
	if (!causeway_strand_wake(&semaphore->waiters))
		semaphore->count++;
}

bool causeway_semaphore_try(struct causeway_semaphore *semaphore)
{
	if (!semaphore->count)
		return false;
	semaphore->count--;
	return true;
}

void causeway_semaphore_wait(struct causeway_semaphore *semaphore, enum causeway_wait kind, const char *what)
{
	if (!causeway_semaphore_try(semaphore))
		causeway_strand_block(&semaphore->waiters, kind, what);
}
