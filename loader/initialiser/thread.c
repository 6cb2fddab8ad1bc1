/*
 * Threads: what they run on, what they may do, and the schedule of domains.
 */
#include "initialiser.h"

#include "console.h"

static void check(const struct boot *boot, const struct sel4_thread *thread, const char *what,
		  seL4_Error error)
{
	if (error)
		boot_fail(boot, what, thread->name, error);
}

static void configure_time(struct boot *boot, const struct sel4_thread *thread)
{
	if (thread->scheduling_context == SEL4_NO_OBJECT)
		return;
	check(boot, thread, "set the budget",
	      seL4_SchedControl_ConfigureFlags(boot->info->schedcontrol.start + thread->cpu,
					       object_cap(boot, thread->scheduling_context), thread->budget,
					       thread->period, 0, thread->scheduling_badge, 0));
}

/* The capability that the kernel copies into the thread. */
static seL4_CPtr fault_cap(struct boot *boot, const struct sel4_thread *thread)
{
	seL4_CPtr slot = boot_slot(boot, "direct the faults", thread->name);
	check(boot, thread, "direct the faults",
	      seL4_CNode_Mint(seL4_CapInitThreadCNode, slot, seL4_WordBits, seL4_CapInitThreadCNode,
			      object_cap(boot, thread->fault_endpoint), seL4_WordBits, seL4_AllRights,
			      thread->fault_badge));
	return slot;
}

static void configure_spaces(struct boot *boot, const struct sel4_thread *thread)
{
	check(boot, thread, "set the spaces",
	      seL4_TCB_Configure(object_cap(boot, thread->tcb), object_cap(boot, thread->cnode),
				 thread->guard, object_cap(boot, thread->vspace), 0, thread->buffer,
				 object_cap(boot, thread->buffer_frame)));
}

static void configure_registers(struct boot *boot, const struct sel4_thread *thread)
{
	seL4_UserContext registers = { .pc = thread->entry, .sp = thread->stack };
	check(boot, thread, "set the registers",
	      seL4_TCB_WriteRegisters(object_cap(boot, thread->tcb), seL4_False, 0, 2, &registers));
}

static void configure(struct boot *boot, const struct sel4_thread *thread)
{
	seL4_CPtr tcb = object_cap(boot, thread->tcb);
	configure_time(boot, thread);
	configure_spaces(boot, thread);
	check(boot, thread, "set the priority",
	      seL4_TCB_SetSchedParams(tcb, seL4_CapInitThreadTCB, thread->priority, thread->priority,
				      thread->scheduling_context == SEL4_NO_OBJECT
					      ? seL4_CapNull
					      : object_cap(boot, thread->scheduling_context),
				      fault_cap(boot, thread)));
	configure_registers(boot, thread);
	if (thread->notification != SEL4_NO_OBJECT)
		check(boot, thread, "bind the notification",
		      seL4_TCB_BindNotification(tcb, object_cap(boot, thread->notification)));
	if (thread->domain)
		check(boot, thread, "set the domain",
		      seL4_DomainSet_Set(seL4_CapDomain, thread->domain, tcb));
	if (thread->flags & SEL4_THREAD_NO_FPU)
		check(boot, thread, "turn off floating point",
		      seL4_TCB_SetFlags(tcb, 0, seL4_TCBFlag_fpuDisabled).error);
#ifdef CONFIG_ARM_HYPERVISOR_SUPPORT
	if (thread->vcpu != SEL4_NO_OBJECT)
		check(boot, thread, "set the virtual processor",
		      seL4_ARM_VCPU_SetTCB(object_cap(boot, thread->vcpu), tcb));
#endif
#ifdef CONFIG_DEBUG_BUILD
	seL4_DebugNameThread(tcb, boot_name(boot, thread->name));
#endif
}

void thread_configure(struct boot *boot)
{
	const struct sel4_thread *threads = spec_table(boot, boot->spec->threads);
	for (uint32_t i = 0; i < boot->spec->threads.count; i++)
		configure(boot, &threads[i]);
}

static void start_schedule(struct boot *boot)
{
	const struct sel4_slice *slices = spec_table(boot, boot->spec->slices);
	uint32_t count = boot->spec->slices.count;
	seL4_Error error = seL4_NoError;
	for (uint32_t i = 0; !error && i < count; i++)
		error = seL4_DomainSet_ScheduleConfigure(seL4_CapDomain, boot->spec->slice_base + i,
							 slices[i].domain, slices[i].ticks);
	if (!error && count)
		error = seL4_DomainSet_ScheduleSetStart(seL4_CapDomain,
							boot->spec->slice_base + boot->spec->slice_start);
	if (error)
		boot_fail(boot, "set the schedule", UINT16_MAX, error);
}

/* The initialiser has the highest priority: nobody runs before all are ready. */
void thread_start(struct boot *boot)
{
	const struct sel4_thread *threads = spec_table(boot, boot->spec->threads);
	console_text("causeway: started\n");
	for (uint32_t i = 0; i < boot->spec->threads.count; i++)
		if (threads[i].flags & SEL4_THREAD_START)
			check(boot, &threads[i], "start the thread",
			      seL4_TCB_Resume(object_cap(boot, threads[i].tcb)));
	start_schedule(boot);
}
