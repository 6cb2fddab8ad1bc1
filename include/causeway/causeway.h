/*
 * What Causeway's substrates offer a protection domain beyond the Core Platform API. Nothing here is needed
 * for a protection domain to work: hand-written ones use microkit.h or sel4cp.h alone.
 */
#ifndef CAUSEWAY_CAUSEWAY_H
#define CAUSEWAY_CAUSEWAY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a strand (a coroutine of the protection domain) waits for. */
enum causeway_wait {
	CAUSEWAY_WAIT_NONE,  /* runs, or waits in the event loop */
	CAUSEWAY_WAIT_EVENT, /* a notification: fine when a system comes to rest */
	CAUSEWAY_WAIT_REPLY, /* these three are a deadlock when a system comes to rest */
	CAUSEWAY_WAIT_MUTEX,
	CAUSEWAY_WAIT_SEMAPHORE,
};

/* Strands that can tell what they wait for; higher indices are ignored. */
enum { CAUSEWAY_STRANDS_MAX = 64 };

/*
 * Records what strand STRAND waits for, for the report on a system that has come to rest. WHAT names it
 * ("ping.n2") and is copied. A substrate without such a report ignores it.
 */
void causeway_wait_note(unsigned strand, enum causeway_wait kind, const char *what);

/*
 * Takes what is pending for this protection domain without blocking, and calls notified() for each channel
 * (it may also deliver a protected call). Returns the number of deliveries. Within notified() it delivers
 * what came along with that channel, too, so notified() must then be prepared to be called while it runs.
 */
int causeway_poll(void);

/* Nanoseconds since the system began; never goes back. Timers (causeway/timer.h) count the same. */
uint64_t causeway_time(void);

/*
 * Tells the device whose registers REGISTERS points into that they were written. Devices whose hardware sees
 * that by itself, on substrates that have such, do not need it and do not mind it.
 */
void causeway_device_kick(const volatile void *registers);

/* Gives the processor to protection domains of the same priority that are ready, if there are any. */
void causeway_yield(void);

/*
 * From now on what the C library writes to its standard streams goes to PUT, one character at a time, as if
 * whoever writes had called it (it may block a strand). NULL: to the debug console again, where it goes at
 * first.
 */
void causeway_console_redirect(void (*put)(int character));

/*
 * A page below the stack of strand STRAND. The table of these is in the section causeway_guards; a substrate
 * that can take all rights to the pages away does so at the start. One that cannot ignores the table.
 */
struct causeway_guard {
	const unsigned char *page;
	const char *strand;
};

/* A fault of this protection domain, while it is being reported. */
enum causeway_fault_kind { CAUSEWAY_FAULT_DATA, CAUSEWAY_FAULT_INSTRUCTION, CAUSEWAY_FAULT_EXCEPTION };

struct causeway_fault {
	enum causeway_fault_kind kind;
	unsigned long address; /* of the memory that could not be accessed */
	unsigned long pc;
};

/*
 * What a program may define: a substrate that can calls it on a fault before it reports it, on any stack. It
 * may print by microkit_dbg_puts and microkit_dbg_putc, and nothing else.
 */
void causeway_fault_seen(const struct causeway_fault *fault);

/* Stops this protection domain for good: a fault, whose report has TEXT. */
__attribute__((noreturn)) void causeway_crash(const char *text);

#ifdef __cplusplus
}
#endif

#endif
