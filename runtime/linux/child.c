/*
 * A parent's hold on its children. None of them runs while it does, so all there is to do is to take them out
 * of queues, put them into others, and leave word.
 */
#include "native.h"

#include "baton.h"
#include "processor.h"
#include "self.h"

/* The index of a child, or -1. */
static int child_index(microkit_child child)
{
	return child < LINUX_CHILDREN ? baton_index(linux_baton(), linux_self.children[child]) : -1;
}

/* Nothing brings a process back that has ended; the launcher says so. */
static _Bool is_gone(int index)
{
	if (!atomic_load(&linux_baton()->pds[index].dead))
		return 0;
	linux_tell(LINUX_PACKET_CHILD_GONE, (uint32_t)index, 0);
	return 1;
}

int native_pd_stop(microkit_child child)
{
	int index = child_index(child);
	if (index < 0)
		return seL4_InvalidCapability;
	processor_enter();
	baton_stop(linux_baton(), (unsigned)index);
	processor_leave();
	return seL4_NoError;
}

int native_pd_restart(microkit_child child, seL4_Word entry)
{
	int index = child_index(child);
	if (index < 0)
		return seL4_InvalidCapability;
	if (is_gone(index))
		return seL4_NoError;
	processor_enter();
	linux_baton()->pds[index].entry = entry;
	baton_release(linux_baton(), (unsigned)index, LINUX_REQUEST_RESTART);
	processor_let_higher_run();
	processor_leave();
	return seL4_NoError;
}

/*
 * As the kernel does it: what waits for the answer to a call or a fault is made to try again, too. What waits
 * for events would only wait again, and what is ready is left alone.
 */
int native_pd_resume(microkit_child child)
{
	int index = child_index(child);
	if (index < 0)
		return seL4_InvalidCapability;
	struct linux_pd *slot = &linux_baton()->pds[index];
	if (slot->state == LINUX_STATE_READY || slot->state == LINUX_STATE_WAITING || is_gone(index))
		return seL4_NoError;
	processor_enter();
	/* One that is to restart and was stopped before it could still restarts. */
	enum linux_request request =
		slot->request == LINUX_REQUEST_RESTART ? LINUX_REQUEST_RESTART : LINUX_REQUEST_RESUME;
	linux_area_of((unsigned)index)->fault.info = 0;
	baton_release(linux_baton(), (unsigned)index, request);
	processor_let_higher_run();
	processor_leave();
	return seL4_NoError;
}
