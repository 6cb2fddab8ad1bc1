/*
 * What a process on Linux does not have. The launcher refuses systems that ask for it; a program may still
 * have the calls in it, and is stopped when it comes to one.
 */
#include "causeway/machine.h"

#include "native.h"

#define NO_GUESTS "the board linux has no virtual machines"
#define NO_PORTS "the board linux has no I/O ports"
#define NO_MONITOR "the board linux has no secure monitor"

/* LACKS(result, name, parameters, why) */
#define LACKS(result, name, parameters, why)                                                                 \
	result name parameters                                                                               \
	{                                                                                                    \
		native_crash(#name ": " why);                                                                \
	}

/* Nobody looks at the parameters. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

LACKS(void, microkit_vcpu_restart, (unsigned int vcpu, seL4_Word entry), NO_GUESTS)
LACKS(void, microkit_vcpu_stop, (unsigned int vcpu), NO_GUESTS)
LACKS(void, microkit_vcpu_arm_inject_irq,
      (unsigned int vcpu, seL4_Uint16 irq, seL4_Uint8 priority, seL4_Uint8 group, seL4_Uint8 index),
      NO_GUESTS)
LACKS(void, microkit_vcpu_arm_ack_vppi, (unsigned int vcpu, seL4_Word irq), NO_GUESTS)
LACKS(seL4_Word, microkit_vcpu_arm_read_reg, (unsigned int vcpu, seL4_Word reg), NO_GUESTS)
LACKS(void, microkit_vcpu_arm_write_reg, (unsigned int vcpu, seL4_Word reg, seL4_Word value), NO_GUESTS)
LACKS(void, microkit_arm_smc_call, (seL4_ARM_SMCContext * args, seL4_ARM_SMCContext *response), NO_MONITOR)
LACKS(seL4_Word, microkit_vcpu_x86_read_vmcs, (unsigned int vcpu, seL4_Word field), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_write_vmcs, (unsigned int vcpu, seL4_Word field, seL4_Word value), NO_GUESTS)
LACKS(seL4_Word, microkit_vcpu_x86_read_msr, (unsigned int vcpu, seL4_Word field), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_write_msr, (unsigned int vcpu, seL4_Word field, seL4_Word value), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_enable_ioport,
      (unsigned int vcpu, unsigned int ioport, seL4_Word address, seL4_Word length), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_disable_ioport, (unsigned int vcpu, seL4_Word address, seL4_Word length),
      NO_GUESTS)
LACKS(void, microkit_vcpu_x86_write_regs, (unsigned int vcpu, seL4_VCPUContext *registers), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_on, (void), NO_GUESTS)
LACKS(void, microkit_vcpu_x86_off, (void), NO_GUESTS)
LACKS(seL4_Uint8, microkit_x86_ioport_read_8, (unsigned int ioport, seL4_Word address), NO_PORTS)
LACKS(seL4_Uint16, microkit_x86_ioport_read_16, (unsigned int ioport, seL4_Word address), NO_PORTS)
LACKS(seL4_Uint32, microkit_x86_ioport_read_32, (unsigned int ioport, seL4_Word address), NO_PORTS)
LACKS(void, microkit_x86_ioport_write_8, (unsigned int ioport, seL4_Word address, seL4_Word data), NO_PORTS)
LACKS(void, microkit_x86_ioport_write_16, (unsigned int ioport, seL4_Word address, seL4_Word data), NO_PORTS)
LACKS(void, microkit_x86_ioport_write_32, (unsigned int ioport, seL4_Word address, seL4_Word data), NO_PORTS)
