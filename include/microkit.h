/*
 * The Core Platform API in its Microkit spelling (2.3), for protection domains in C and C++. sel4cp.h has the
 * same functions in the older spelling; a program never learns which substrate it runs on.
 */
#ifndef MICROKIT_H
#define MICROKIT_H

#include "causeway/machine.h"
#include "causeway/sel4_faults.h"
#include "causeway/sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int microkit_channel;
typedef unsigned int microkit_child;
typedef unsigned int microkit_ioport;
typedef seL4_MessageInfo_t microkit_msginfo;

#define MICROKIT_MAX_CHANNELS 62
#define MICROKIT_MAX_CHANNEL_ID (MICROKIT_MAX_CHANNELS - 1)
#define MICROKIT_MAX_IOPORT_ID MICROKIT_MAX_CHANNELS
#define MICROKIT_MAX_USER_CAPS 128
#define MICROKIT_PD_NAME_LENGTH 64

/* Slots of a protection domain's capabilities, to which a channel's or an interrupt's id is added. */
#define BASE_OUTPUT_NOTIFICATION_CAP 10
#define BASE_ENDPOINT_CAP 74
#define BASE_IRQ_CAP 138

/* Message registers of a protected procedure call, each way. */
#define MICROKIT_MAX_MESSAGE_WORDS 64

/* What the system description says about this protection domain; filled in before it starts. */
extern char microkit_name[MICROKIT_PD_NAME_LENGTH];
extern seL4_Bool microkit_passive;
extern seL4_Word microkit_irqs;		 /* bit i: interrupt id i is this one's */
extern seL4_Word microkit_notifications; /* bit i: channel i may be notified */
extern seL4_Word microkit_pps;		 /* bit i: channel i may be called */
extern seL4_Word microkit_ioports;	 /* bit i: I/O port id i is this one's */

/*
 * What the program provides. Without protected() or fault(), such an event stops the protection domain (in
 * systems of dialects before 2.0, it is answered with nothing).
 *
 * fault() gets the message of seL4 about a fault of a child (causeway/sel4_faults.h): INFO's label says
 * which, message registers have the rest. Returns whether *REPLY is to be sent, which lets the child go on at
 * the instruction that faulted; else it stays stopped until it is restarted or resumed.
 */
void init(void);
void notified(microkit_channel channel);
seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply);
#ifdef __cplusplus
/* `protected` is a keyword of C++: define the entry point under this name there. */
microkit_msginfo microkit_protected(microkit_channel channel, microkit_msginfo info) __asm__("protected");
#else
microkit_msginfo protected(microkit_channel channel, microkit_msginfo info);
#endif

/* Channels and interrupts. An id that the system description does not give this domain is reported and
 * ignored. */
void microkit_notify(microkit_channel channel);
void microkit_irq_ack(microkit_channel channel);
microkit_msginfo microkit_ppcall(microkit_channel channel, microkit_msginfo info);

/* Like the above, but done when the entry point returns; at most one is pending, a second goes out at once.
 */
void microkit_deferred_notify(microkit_channel channel);
void microkit_deferred_irq_ack(microkit_channel channel);

/* What is pending: the slot of the notification or interrupt. A program may set these itself. */
extern seL4_Bool microkit_have_signal;
extern seL4_CPtr microkit_signal_cap;
extern seL4_MessageInfo_t microkit_signal_msg;

/*
 * What a parent does with a child, by the child's id: takes the processor away from it; has it go on at
 * ENTRY, whatever it was doing; has it go on with what it was doing when it stopped. Memory is left as it is.
 * ENTRY is 0x200000 for the start of the program, or the address of a function in it. An id that no child has
 * stops the caller.
 */
void microkit_pd_stop(microkit_child child);
void microkit_pd_restart(microkit_child child, seL4_Word entry);
void microkit_pd_resume(microkit_child child);

/* Messages: a label, and COUNT message registers that mr_set fills and mr_get reads. */
inline microkit_msginfo microkit_msginfo_new(seL4_Word label, seL4_Uint16 count)
{
	microkit_msginfo info;
	info.words[0] = label << 12 | (count & 127);
	return info;
}

inline seL4_Word microkit_msginfo_get_label(microkit_msginfo info)
{
	return info.words[0] >> 12;
}

inline seL4_Word microkit_msginfo_get_count(microkit_msginfo info)
{
	return info.words[0] & 127;
}

void microkit_mr_set(seL4_Uint8 mr, seL4_Word value);
seL4_Word microkit_mr_get(seL4_Uint8 mr);

/* The same registers, by their name in seL4. */
static inline seL4_Word seL4_GetMR(int mr)
{
	return microkit_mr_get((seL4_Uint8)mr);
}

static inline void seL4_SetMR(int mr, seL4_Word value)
{
	microkit_mr_set((seL4_Uint8)mr, value);
}

/* Stops this protection domain: a fault. */
__attribute__((noreturn)) void microkit_internal_crash(seL4_Error error);

/* The capability that the system description put into SLOT of this domain's root CNode (`cspace`); 0: no such
 * slot. */
seL4_CPtr microkit_cspace_root_slot_to_cptr(seL4_Word slot);

/* The debug console. put8 and put32 write decimal numbers. */
void microkit_dbg_putc(int character);
void microkit_dbg_puts(const char *text);
void microkit_dbg_put8(seL4_Uint8 value);
void microkit_dbg_put32(seL4_Uint32 value);

#ifdef __cplusplus
}
#endif

#endif
