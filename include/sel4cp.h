/*
 * The Core Platform API in its first spelling, with the names of all its eras, over the same functions as
 * microkit.h, which says what they do. The entry points are init, notified and protected; fault() is the one of that
 * era, which does not reply: the child stays stopped unless it is restarted.
 */
#ifndef SEL4CP_H
#define SEL4CP_H

#include "causeway/machine.h"
#include "causeway/sel4_faults.h"
#include "causeway/sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int sel4cp_channel;
typedef unsigned int sel4cp_pd;
typedef unsigned int sel4cp_vm;
typedef seL4_MessageInfo_t sel4cp_msginfo;

#define SEL4CP_MAX_CHANNELS 62

/* The same object as microkit_name; 64 bytes, the first 16 of which are all that this era had. */
extern char sel4cp_name[64] __asm__("microkit_name");

void init(void);
void notified(sel4cp_channel channel);
/* An assembler name keeps this era's fault() apart from Microkit's, which has another signature. */
void fault(sel4cp_pd pd, sel4cp_msginfo info) __asm__("sel4cp_fault");
#ifdef __cplusplus
sel4cp_msginfo sel4cp_protected(sel4cp_channel channel, sel4cp_msginfo info) __asm__("protected");
#else
sel4cp_msginfo protected(sel4cp_channel channel, sel4cp_msginfo info);
#endif

/* SEL4CP_SAME(result, sel4cp name, parameters, Microkit name): one implementation, two spellings. */
#define SEL4CP_SAME(result, name, parameters, same) result name parameters __asm__(#same)

SEL4CP_SAME(void, sel4cp_notify, (sel4cp_channel channel), microkit_notify);
SEL4CP_SAME(void, sel4cp_irq_ack, (sel4cp_channel channel), microkit_irq_ack);
SEL4CP_SAME(sel4cp_msginfo, sel4cp_ppcall, (sel4cp_channel channel, sel4cp_msginfo info), microkit_ppcall);

SEL4CP_SAME(void, sel4cp_pd_stop, (sel4cp_pd pd), microkit_pd_stop);
SEL4CP_SAME(void, sel4cp_pd_restart, (sel4cp_pd pd, seL4_Word entry), microkit_pd_restart);
SEL4CP_SAME(void, sel4cp_pd_resume, (sel4cp_pd pd), microkit_pd_resume);

/* Virtual machines; see causeway/machine.h. */
SEL4CP_SAME(void, sel4cp_vm_restart, (sel4cp_vm vm, seL4_Word entry), microkit_vcpu_restart);
SEL4CP_SAME(void, sel4cp_vm_stop, (sel4cp_vm vm), microkit_vcpu_stop);
SEL4CP_SAME(void, sel4cp_arm_vcpu_inject_irq,
	    (sel4cp_vm vm, seL4_Uint16 irq, seL4_Uint8 priority, seL4_Uint8 group, seL4_Uint8 index),
	    microkit_vcpu_arm_inject_irq);
SEL4CP_SAME(void, sel4cp_arm_vcpu_ack_vppi, (sel4cp_vm vm, seL4_Word irq), microkit_vcpu_arm_ack_vppi);
SEL4CP_SAME(seL4_Word, sel4cp_arm_vcpu_read_reg, (sel4cp_vm vm, seL4_Word reg), microkit_vcpu_arm_read_reg);
SEL4CP_SAME(void, sel4cp_arm_vcpu_write_reg, (sel4cp_vm vm, seL4_Word reg, seL4_Word value),
	    microkit_vcpu_arm_write_reg);

SEL4CP_SAME(void, sel4cp_notify_delayed, (sel4cp_channel channel), microkit_deferred_notify);
SEL4CP_SAME(void, sel4cp_irq_ack_delayed, (sel4cp_channel channel), microkit_deferred_irq_ack);
SEL4CP_SAME(void, sel4cp_deferred_notify, (sel4cp_channel channel), microkit_deferred_notify);
SEL4CP_SAME(void, sel4cp_deferred_irq_ack, (sel4cp_channel channel), microkit_deferred_irq_ack);

SEL4CP_SAME(sel4cp_msginfo, sel4cp_msginfo_new, (seL4_Word label, seL4_Uint16 count), microkit_msginfo_new);
SEL4CP_SAME(seL4_Word, sel4cp_msginfo_get_label, (sel4cp_msginfo info), microkit_msginfo_get_label);
SEL4CP_SAME(seL4_Word, sel4cp_msginfo_get_count, (sel4cp_msginfo info), microkit_msginfo_get_count);
SEL4CP_SAME(void, sel4cp_mr_set, (seL4_Uint8 mr, seL4_Word value), microkit_mr_set);
SEL4CP_SAME(seL4_Word, sel4cp_mr_get, (seL4_Uint8 mr), microkit_mr_get);

SEL4CP_SAME(void, sel4cp_dbg_putc, (int character), microkit_dbg_putc);
SEL4CP_SAME(void, sel4cp_dbg_puts, (const char *text), microkit_dbg_puts);
SEL4CP_SAME(void, sel4cp_dbg_put8, (seL4_Uint8 value), microkit_dbg_put8);
SEL4CP_SAME(void, sel4cp_dbg_put32, (seL4_Uint32 value), microkit_dbg_put32);

#undef SEL4CP_SAME

#ifdef __cplusplus
}
#endif

#endif
