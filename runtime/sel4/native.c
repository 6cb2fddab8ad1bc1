/*
 * Notifications, calls and faults as kernel calls. There is one reply object: while a call is unanswered,
 * only notifications can be received.
 */
#include "common.h"

#include "native.h"

#include "device.h"
#include "kernel.h"
#include "self.h"

#include <string.h>

seL4_Bool causeway_own_notification;

/* The monitor was told. */
static seL4_Bool is_passive;

/* A call or fault was received last and is not answered. */
static seL4_Bool unanswered;

/* The child whose fault was received last, until something is decided about it. Nobody asks after a call. */
static microkit_child faulted;
enum { NO_CHILD = 0x100 };

static seL4_Word accept(seL4_Word badge, seL4_Word tag, const struct arch_message *message,
			microkit_msginfo *info)
{
	info->words[0] = tag;
	unanswered = (badge & (NATIVE_BADGE_CALL | NATIVE_BADGE_FAULT)) != 0;
	if (!unanswered) {
		if (badge & causeway_device_irqs)
			sel4_device_interrupts(badge);
		return badge;
	}
	kernel_message_set(*message);
	if (!(badge & NATIVE_BADGE_CALL))
		faulted = (microkit_child)(badge & (NO_CHILD - 1));
	return badge;
}

static seL4_Word receive(microkit_msginfo *info, seL4_Word number)
{
	struct arch_message message;
	seL4_Word tag;
	seL4_Word badge = arch_receive(number, SEL4_SLOT_INPUT, SEL4_SLOT_REPLY, &tag, &message);
	return accept(badge, tag, &message, info);
}

/*
 * A passive domain tells the monitor before it waits for the first time, and then its notification has its
 * scheduling context, too: the kernel leaves it with the notification as soon as the domain really waits. If
 * it told while it waits, it would lose it although an event that came before has made it go on. The message
 * has a word to say so.
 */
COMMON_COLD static void become_passive(void)
{
	const struct arch_message message = { { 0 } };
	is_passive = seL4_True;
	arch_send_message((seL4_Word)seL4_SysNBSend, SEL4_SLOT_MONITOR,
			  seL4_MessageInfo_new(0, 0, 0, 1).words[0], &message);
}

seL4_Word native_receive(microkit_msginfo *info)
{
	sel4_console_flush();
	if (microkit_passive && !is_passive)
		become_passive();
	return receive(info, (seL4_Word)seL4_SysRecv);
}

/* Both in one kernel call, as Microkit 2.3 has it: whoever is woken runs when this domain waits already. */
seL4_Word native_signal_receive(seL4_CPtr cap, microkit_msginfo *info)
{
	struct arch_message message = { { 0 } };
	seL4_Word tag = 0;
	if (microkit_passive && !is_passive) {
		common_carry_out(cap);
		return native_receive(info);
	}
	sel4_console_flush();
	if (cap >= SEL4_SLOT_IRQ && cap < SEL4_SLOT_CHILD) {
		if (causeway_device_irqs >> (cap - SEL4_SLOT_IRQ) & 1)
			sel4_device_acknowledged((microkit_channel)(cap - SEL4_SLOT_IRQ));
		tag = seL4_MessageInfo_new(IRQAckIRQ, 0, 0, 0).words[0];
	}
	seL4_Word badge = arch_send_receive((seL4_Word)seL4_SysNBSendRecv, SEL4_SLOT_INPUT, cap,
					    SEL4_SLOT_REPLY, &tag, &message);
	return accept(badge, tag, &message, info);
}

seL4_Word native_reply_receive(microkit_msginfo reply, microkit_msginfo *info)
{
	struct arch_message message = kernel_message();
	seL4_Word tag = reply.words[0];
	sel4_console_flush();
	seL4_Word badge = arch_reply_receive((seL4_Word)seL4_SysReplyRecv, SEL4_SLOT_INPUT, SEL4_SLOT_REPLY,
					     &tag, &message);
	return accept(badge, tag, &message, info);
}

void native_reply(microkit_msginfo reply)
{
	struct arch_message message = kernel_message();
	unanswered = seL4_False;
	arch_send_message((seL4_Word)seL4_SysSend, SEL4_SLOT_REPLY, reply.words[0], &message);
}

/* The reply object must not keep the child, or the kernel would complain about the next one. */
void native_no_reply(void)
{
	unanswered = seL4_False;
	if (faulted != NO_CHILD)
		native_pd_stop(faulted);
}

seL4_Word native_poll(microkit_msginfo *info)
{
	struct arch_message message;
	seL4_Word tag;
	if (!unanswered)
		return receive(info, (seL4_Word)seL4_SysNBRecv);
	if (!causeway_own_notification)
		return 0;
	seL4_Word badge =
		arch_receive((seL4_Word)seL4_SysNBWait, SEL4_SLOT_OWN_NOTIFICATION, 0, &tag, &message);
	if (badge & causeway_device_irqs)
		sel4_device_interrupts(badge);
	return badge;
}

void native_notify(microkit_channel channel)
{
	arch_send((seL4_Word)seL4_SysSend, SEL4_SLOT_NOTIFY + channel, 0);
}

microkit_msginfo native_call(microkit_channel channel, microkit_msginfo info)
{
	struct arch_message message = kernel_message();
	arch_call((seL4_Word)seL4_SysCall, SEL4_SLOT_CALL + channel, &info.words[0], &message);
	kernel_message_set(message);
	return info;
}

void native_irq_ack(microkit_channel id)
{
	if (causeway_device_irqs >> id & 1)
		sel4_device_acknowledged(id);
	kernel_invoke(SEL4_SLOT_IRQ + id, IRQAckIRQ, 0, 0, 0, 0);
}

/* Real hardware sees by itself that it was written. */
void native_device_kick(const volatile void *registers)
{
	sel4_device_kicked(registers);
}

/* The physical counter, which the SDK's kernels let programs read, counts from the board's reset on. */
uint64_t native_time(void)
{
	return arch_time();
}

void native_yield(void)
{
	arch_plain((seL4_Word)seL4_SysYield, 0);
}

int native_pd_stop(microkit_child child)
{
	faulted = NO_CHILD;
	return kernel_invoke(SEL4_SLOT_CHILD + child, TCBSuspend, 0, 0, 0, 0);
}

int native_pd_restart(microkit_child child, seL4_Word entry)
{
	enum { RESUME = 1 };
	faulted = NO_CHILD;
	return kernel_invoke(SEL4_SLOT_CHILD + child, TCBWriteRegisters, 3, RESUME, 1, entry);
}

int native_pd_resume(microkit_child child)
{
	faulted = NO_CHILD;
	return kernel_invoke(SEL4_SLOT_CHILD + child, TCBResume, 0, 0, 0, 0);
}

seL4_Word *native_message(void)
{
	return kernel_buffer()->message;
}

static void put_address(seL4_Word address)
{
	int shift = 60;
	while (shift && !(address >> shift))
		shift -= 4;
	microkit_dbg_puts("0x");
	for (; shift >= 0; shift -= 4)
		microkit_dbg_putc("0123456789abcdef"[address >> shift & 15]);
}

COMMON_COLD void sel4_report(const char *what, const char *name, const char *rest, seL4_Word pc)
{
	microkit_dbg_puts("causeway: pd '");
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts("' faulted: ");
	microkit_dbg_puts(what);
	microkit_dbg_puts(name);
	microkit_dbg_puts(rest);
	microkit_dbg_puts("; pc ");
	put_address(pc);
	microkit_dbg_puts("\n");
}

COMMON_COLD void native_crash(const char *text)
{
	sel4_console_flush();
	sel4_report(text, "", "", (seL4_Word)__builtin_return_address(0));
	arch_fault_at(SEL4_CRASH_ADDRESS);
}

/* Nobody can tell here when the system has come to rest. */
void native_wait_note(unsigned strand, enum causeway_wait kind, const char *what)
{
	(void)strand;
	(void)kind;
	(void)what;
}
