/*
 * The seam: what a substrate gives the portable half of the runtime (runtime/common). Every substrate has a
 * header of this name with these functions; the build chooses the folder. Channel ids that reach these
 * functions have been checked against microkit_notifications, microkit_pps and microkit_irqs, unless the
 * program is one of the time when nobody did (causeway_library_checks): then they answer as the kernel does.
 */
#ifndef LINUX_NATIVE_H
#define LINUX_NATIVE_H

#include "causeway/causeway.h"
#include "microkit.h"

#include <stddef.h>

/* A badge is a set of notification bits (0..61), or one of these with an id in its low bits. */
#define NATIVE_BADGE_CALL ((seL4_Word)1 << 63)
#define NATIVE_BADGE_FAULT ((seL4_Word)1 << 62)

/* Blocks until something arrives; *INFO is set for calls and faults. Notifications come before waiting
 * callers. */
seL4_Word native_receive(microkit_msginfo *info);

/* Answers the call or fault received last, then receives. */
seL4_Word native_reply_receive(microkit_msginfo reply, microkit_msginfo *info);

/* Sends what was deferred as CAP (common_carry_out), then receives. */
seL4_Word native_signal_receive(seL4_CPtr cap, microkit_msginfo *info);

/* Answers without receiving. */
void native_reply(microkit_msginfo reply);

/* The fault received last is not answered: the child stays stopped until the program does something about it.
 */
void native_no_reply(void);

/* Receives without blocking; 0 when nothing is there. Calls wait while one that was received is unanswered.
 */
seL4_Word native_poll(microkit_msginfo *info);

void native_notify(microkit_channel channel);
microkit_msginfo native_call(microkit_channel channel, microkit_msginfo info);
void native_irq_ack(microkit_channel id);

/* A device's registers, which lie at REGISTERS or around it, were written: it is to look at them. */
void native_device_kick(const volatile void *registers);

/* Nanoseconds since the system began. */
uint64_t native_time(void);

void native_yield(void);

/* What the domain decides about a child. 0, or seL4_InvalidCapability when it has no child of that id. */
int native_pd_stop(microkit_child child);
int native_pd_restart(microkit_child child, seL4_Word entry);
int native_pd_resume(microkit_child child);

/* The message registers of this protection domain: MICROKIT_MAX_MESSAGE_WORDS words. */
seL4_Word *native_message(void);

/* The debug console. */
void native_put(const char *text, size_t length);

/* Where the C library's output goes instead; NULL: nowhere else. */
void native_console_redirect(void (*put)(int character));

/* Stops this protection domain for good; TEXT goes into the report. */
_Noreturn void native_crash(const char *text);

void native_wait_note(unsigned strand, enum causeway_wait kind, const char *what);

#endif
