/*
 * The event loop (dialect Microkit 2.3): a badge with bit 63 is a protected procedure call, with bit 62 a
 * child's fault, else each set bit, in ascending order, is one notification.
 */
#include "common.h"

#include "native.h"

enum { CALL_ID_MASK = 0x3f, FAULT_ID_MASK = 0xff };

/*
 * Bits of the last badge that notified() has not been called for. A program may poll within notified() (a
 * strand of a component does): it must find them, or it would spin for an event that only its own return
 * could deliver.
 */
static seL4_Word undelivered;

static int deliver_notifications(void)
{
	int deliveries = 0;
	for (; undelivered; deliveries++) {
		microkit_channel channel = (microkit_channel)__builtin_ctzll(undelivered);
		undelivered &= undelivered - 1;
		notified(channel);
	}
	return deliveries;
}

seL4_Bool common_deliver(seL4_Word badge, microkit_msginfo info, microkit_msginfo *reply)
{
	if (badge & NATIVE_BADGE_CALL) {
		*reply = protected((microkit_channel)(badge & CALL_ID_MASK), info);
		return seL4_True;
	}
	if (badge & NATIVE_BADGE_FAULT) {
		/* A copy: REPLY need not be in memory for the sake of rare faults. */
		microkit_msginfo answer = { { 0 } };
		seL4_Bool answered = fault((microkit_child)(badge & FAULT_ID_MASK), info, &answer);
		*reply = answer;
		if (!answered)
			native_no_reply();
		return answered;
	}
	undelivered |= badge;
	deliver_notifications();
	return seL4_False;
}

/*
 * From Microkit 2.3 on, every interrupt is acknowledged once before the loop. Before that, the first one of a
 * line needs no acknowledgement, and one that came while init() ran waits for the program's own.
 */
static void acknowledge_first(void)
{
	for (seL4_Word irqs = causeway_first_acks; irqs; irqs &= irqs - 1)
		native_irq_ack((microkit_channel)__builtin_ctzll(irqs));
}

/* What is deferred goes out together with the receiving; before a reply it goes out alone. */
static inline seL4_Word receive_deferred(microkit_msginfo *info)
{
	microkit_have_signal = seL4_False;
	return native_signal_receive(microkit_signal_cap, info);
}

COMMON_HOT void common_main(void)
{
	undelivered = 0;
	init();
	acknowledge_first();
	microkit_msginfo info = { { 0 } }, reply = { { 0 } };
	seL4_Bool answer = seL4_False;
	for (;;) {
		seL4_Word badge;
		if (microkit_have_signal && !answer) {
			badge = receive_deferred(&info);
		} else {
			common_flush_deferred();
			badge = answer ? native_reply_receive(reply, &info) : native_receive(&info);
		}
		answer = common_deliver(badge, info, &reply);
	}
}

int causeway_poll(void)
{
	microkit_msginfo info = { { 0 } }, reply = { { 0 } };
	int deliveries = deliver_notifications();
	for (seL4_Word badge; (badge = native_poll(&info)) != 0;) {
		deliveries +=
			badge & (NATIVE_BADGE_CALL | NATIVE_BADGE_FAULT) ? 1 : __builtin_popcountll(badge);
		if (common_deliver(badge, info, &reply))
			native_reply(reply);
	}
	return deliveries;
}

void causeway_yield(void)
{
	native_yield();
}

uint64_t causeway_time(void)
{
	return native_time();
}

void causeway_device_kick(const volatile void *registers)
{
	native_device_kick(registers);
}

void causeway_wait_note(unsigned strand, enum causeway_wait kind, const char *what)
{
	native_wait_note(strand, kind, what);
}

void causeway_console_redirect(void (*put)(int character))
{
	native_console_redirect(put);
}

void causeway_crash(const char *text)
{
	native_crash(text);
}
