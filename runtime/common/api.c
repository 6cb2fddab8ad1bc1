/*
 * The functions of microkit.h. Ids are checked here, once, against what the system description gave this
 * domain.
 */
#include "common.h"

#include "native.h"

#include <string.h>

COMMON_COLD static void report_channel(microkit_channel channel, const char *function)
{
	microkit_dbg_puts(microkit_name);
	microkit_dbg_puts(" ");
	microkit_dbg_puts(function);
	microkit_dbg_puts(": invalid channel given '");
	microkit_dbg_put32(channel);
	microkit_dbg_puts("'\n");
}

/* Whether FUNCTION may use CHANNEL, which MASK says. */
static inline seL4_Bool may_use(seL4_Word mask, microkit_channel channel, const char *function)
{
	if ((channel < MICROKIT_MAX_CHANNELS && mask >> channel & 1) || !causeway_library_checks)
		return seL4_True;
	report_channel(channel, function);
	return seL4_False;
}

COMMON_HOT void microkit_notify(microkit_channel channel)
{
	if (may_use(microkit_notifications, channel, "microkit_notify"))
		native_notify(channel);
}

void microkit_irq_ack(microkit_channel channel)
{
	if (may_use(microkit_irqs, channel, "microkit_irq_ack"))
		native_irq_ack(channel);
}

COMMON_HOT microkit_msginfo microkit_ppcall(microkit_channel channel, microkit_msginfo info)
{
	if (may_use(microkit_pps, channel, "microkit_ppcall"))
		return native_call(channel, info);
	return microkit_msginfo_new(0, 0);
}

static void decide(microkit_child child, int error, const char *what)
{
	if (!error)
		return;
	microkit_dbg_puts(what);
	microkit_dbg_put32(child);
	microkit_dbg_puts("'\n");
	native_crash("it has no child of that id");
}

void microkit_pd_stop(microkit_child child)
{
	decide(child, native_pd_stop(child), "microkit_pd_stop: error stopping TCB '");
}

void microkit_pd_restart(microkit_child child, seL4_Word entry)
{
	decide(child, native_pd_restart(child, entry),
	       "microkit_pd_restart: error writing registers of TCB '");
}

void microkit_pd_resume(microkit_child child)
{
	decide(child, native_pd_resume(child), "microkit_pd_resume: error resuming TCB '");
}

/* What is waiting to be sent, by the slot of the capability that it would be sent to; one thing at a time. */
seL4_Bool microkit_have_signal;
seL4_CPtr microkit_signal_cap;
seL4_MessageInfo_t microkit_signal_msg;

void common_carry_out(seL4_CPtr cap)
{
	if (cap >= BASE_IRQ_CAP)
		native_irq_ack((microkit_channel)(cap - BASE_IRQ_CAP));
	else if (cap >= BASE_OUTPUT_NOTIFICATION_CAP && cap < BASE_ENDPOINT_CAP)
		native_notify((microkit_channel)(cap - BASE_OUTPUT_NOTIFICATION_CAP));
}

COMMON_COLD static void flush(void)
{
	microkit_have_signal = seL4_False;
	common_carry_out(microkit_signal_cap);
}

void common_flush_deferred(void)
{
	if (microkit_have_signal)
		flush();
}

/* A second request while one is pending is carried out at once, so that none is lost. */
static void defer(seL4_CPtr cap)
{
	if (microkit_have_signal) {
		common_carry_out(cap);
		return;
	}
	microkit_signal_cap = cap;
	microkit_have_signal = seL4_True;
}

void microkit_deferred_notify(microkit_channel channel)
{
	if (may_use(microkit_notifications, channel, "microkit_deferred_notify"))
		defer(BASE_OUTPUT_NOTIFICATION_CAP + channel);
}

void microkit_deferred_irq_ack(microkit_channel channel)
{
	if (may_use(microkit_irqs, channel, "microkit_deferred_irq_ack"))
		defer(BASE_IRQ_CAP + channel);
}

/* These are in the header; here they are for who links with them under another name. */
extern inline microkit_msginfo microkit_msginfo_new(seL4_Word label, seL4_Uint16 count);
extern inline seL4_Word microkit_msginfo_get_label(microkit_msginfo info);
extern inline seL4_Word microkit_msginfo_get_count(microkit_msginfo info);

void microkit_mr_set(seL4_Uint8 mr, seL4_Word value)
{
	if (mr >= MICROKIT_MAX_MESSAGE_WORDS)
		native_crash("microkit_mr_set: there are 64 message registers, 0 to 63");
	native_message()[mr] = value;
}

seL4_Word microkit_mr_get(seL4_Uint8 mr)
{
	if (mr >= MICROKIT_MAX_MESSAGE_WORDS)
		native_crash("microkit_mr_get: there are 64 message registers, 0 to 63");
	return native_message()[mr];
}

void microkit_dbg_putc(int character)
{
	char byte = (char)character;
	native_put(&byte, 1);
}

void microkit_dbg_puts(const char *text)
{
	native_put(text, strlen(text));
}

void microkit_dbg_put8(seL4_Uint8 value)
{
	microkit_dbg_put32(value);
}

void microkit_dbg_put32(seL4_Uint32 value)
{
	char digits[10];
	size_t length = 0;
	do {
		digits[sizeof digits - ++length] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	native_put(digits + sizeof digits - length, length);
}

void microkit_internal_crash(seL4_Error error)
{
	(void)error;
	native_crash("it stopped itself: microkit_internal_crash");
}

seL4_CPtr microkit_cspace_root_slot_to_cptr(seL4_Word slot)
{
	enum { ROOT_SLOT_BITS = 6, WORD_BITS = 64 };
	return slot >> ROOT_SLOT_BITS ? 0 : slot << (WORD_BITS - ROOT_SLOT_BITS);
}
