/*
 * Records of events that the launcher has to take.
 */
#include "watch.h"

#include "kernel.h"
#include "self.h"

bool baton_records_ready(struct linux_baton *baton, bool full, uint32_t taken)
{
	struct linux_watch *watch = linux_watch_of(baton);
	linux_tell(LINUX_PACKET_RECORDS, 0, 0);
	if (!full)
		return true;
	watch->waited++;
	/* The launcher looks at `waits` after it has changed `taken`, which the futex compares. */
	atomic_store(&watch->waits, 1);
	kernel_futex_wait(&watch->taken, taken);
	return true;
}
