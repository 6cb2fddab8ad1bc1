/*
 * The part of microkit.h that is about one kind of processor or kernel: virtual CPUs, secure monitor calls,
 * I/O ports. It compiles everywhere; a substrate that does not have the thing stops the protection domain
 * that calls for it, and says so. Structures are libsel4's.
 */
#ifndef CAUSEWAY_MACHINE_H
#define CAUSEWAY_MACHINE_H

#include "sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Virtual CPUs, by their id: the guest goes on at ENTRY; it is stopped. */
void microkit_vcpu_restart(unsigned int vcpu, seL4_Word entry);
void microkit_vcpu_stop(unsigned int vcpu);

/* ARM: of the interrupt controller that a guest sees, and of its system registers (seL4_VCPUReg). */
void microkit_vcpu_arm_inject_irq(unsigned int vcpu, seL4_Uint16 irq, seL4_Uint8 priority, seL4_Uint8 group,
				  seL4_Uint8 index);
void microkit_vcpu_arm_ack_vppi(unsigned int vcpu, seL4_Word irq);
seL4_Word microkit_vcpu_arm_read_reg(unsigned int vcpu, seL4_Word reg);
void microkit_vcpu_arm_write_reg(unsigned int vcpu, seL4_Word reg, seL4_Word value);

/* ARM: a call of the secure monitor. */
typedef struct seL4_ARM_SMCContext_ {
	seL4_Word x0, x1, x2, x3, x4, x5, x6, x7;
} seL4_ARM_SMCContext;
void microkit_arm_smc_call(seL4_ARM_SMCContext *args, seL4_ARM_SMCContext *response);

/* x86: fields of a guest's control structure, its model specific and its general registers; whether it runs.
 */
typedef struct seL4_VCPUContext_ {
	seL4_Word eax, ebx, ecx, edx, esi, edi, ebp;
	seL4_Word r8, r9, r10, r11, r12, r13, r14, r15;
} seL4_VCPUContext;
seL4_Word microkit_vcpu_x86_read_vmcs(unsigned int vcpu, seL4_Word field);
void microkit_vcpu_x86_write_vmcs(unsigned int vcpu, seL4_Word field, seL4_Word value);
seL4_Word microkit_vcpu_x86_read_msr(unsigned int vcpu, seL4_Word field);
void microkit_vcpu_x86_write_msr(unsigned int vcpu, seL4_Word field, seL4_Word value);
void microkit_vcpu_x86_enable_ioport(unsigned int vcpu, unsigned int ioport, seL4_Word address,
				     seL4_Word length);
void microkit_vcpu_x86_disable_ioport(unsigned int vcpu, seL4_Word address, seL4_Word length);
void microkit_vcpu_x86_write_regs(unsigned int vcpu, seL4_VCPUContext *registers);
void microkit_vcpu_x86_on(void);
void microkit_vcpu_x86_off(void);

/* x86: the I/O ports that the system description gives this domain. */
seL4_Uint8 microkit_x86_ioport_read_8(unsigned int ioport, seL4_Word address);
seL4_Uint16 microkit_x86_ioport_read_16(unsigned int ioport, seL4_Word address);
seL4_Uint32 microkit_x86_ioport_read_32(unsigned int ioport, seL4_Word address);
void microkit_x86_ioport_write_8(unsigned int ioport, seL4_Word address, seL4_Word data);
void microkit_x86_ioport_write_16(unsigned int ioport, seL4_Word address, seL4_Word data);
void microkit_x86_ioport_write_32(unsigned int ioport, seL4_Word address, seL4_Word data);

#ifdef __cplusplus
}
#endif

#endif
