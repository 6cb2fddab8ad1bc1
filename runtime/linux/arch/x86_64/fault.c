/*
 * seL4's fault messages for x86-64, out of what Linux tells about the same faults, and what replies to them
 * do to the program's registers.
 */
#include "context.h"

#include "abi/linux_boot.h"
#include "causeway/sel4_faults.h"
#include "causeway/sel4_types.h"

enum {
	EXCEPTION_INVALID_OPCODE = 6,
	EXCEPTION_PAGE_FAULT = 14,
	ERROR_FETCH = 16,
	SYSCALL_SIZE = 2, /* bytes of the instruction */
	LOOKUP_GUARD_MISMATCH = 4,
	CAPABILITY_BITS = 64,
	SLOT_BITS = 9, /* of a protection domain's CNode */
};

/* Registers in the order of the messages; a reply can set all of these. */
static const int syscall_registers[] = {
	REG_RAX, REG_RBX, REG_RCX, REG_RDX, REG_RSI, REG_RDI, REG_RBP, REG_R8,	REG_R9,
	REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15, REG_RIP, REG_RSP, REG_EFL,
};
static const int exception_registers[] = { REG_RIP, REG_RSP, REG_EFL };

enum {
	SYSCALL_REGISTERS = sizeof syscall_registers / sizeof *syscall_registers,
	EXCEPTION_REGISTERS = sizeof exception_registers / sizeof *exception_registers,
};

static void set_tag(struct linux_fault *fault, seL4_Word label, unsigned length)
{
	fault->info = seL4_MessageInfo_new(label, 0, 0, length).words[0];
}

static void copy_registers(struct linux_fault *fault, const ucontext_t *context, const int *registers,
			   unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		fault->words[i] = (uint64_t)context->uc_mcontext.gregs[registers[i]];
}

/* The kernel has the instruction itself as the place of the fault, Linux the one after it. */
static void syscall_message(struct linux_fault *fault, const ucontext_t *context)
{
	copy_registers(fault, context, syscall_registers, SYSCALL_REGISTERS);
	fault->words[seL4_UnknownSyscall_FaultIP] -= SYSCALL_SIZE;
	fault->words[seL4_UnknownSyscall_Syscall] = (uint64_t)fault->number;
	set_tag(fault, seL4_Fault_UnknownSyscall, seL4_UnknownSyscall_Length);
}

static void page_message(struct linux_fault *fault, const ucontext_t *context)
{
	uint64_t error = (uint64_t)context->uc_mcontext.gregs[REG_ERR];
	fault->words[seL4_VMFault_IP] = fault->pc;
	fault->words[seL4_VMFault_Addr] = fault->address;
	fault->words[seL4_VMFault_PrefetchFault] = (error & ERROR_FETCH) != 0;
	fault->words[seL4_VMFault_FSR] = error;
	set_tag(fault, seL4_Fault_VMFault, seL4_VMFault_Length);
}

static void exception_message(struct linux_fault *fault, const ucontext_t *context)
{
	copy_registers(fault, context, exception_registers, EXCEPTION_REGISTERS);
	fault->words[seL4_UserException_Number] = (uint64_t)context->uc_mcontext.gregs[REG_TRAPNO];
	fault->words[seL4_UserException_Code] = (uint64_t)context->uc_mcontext.gregs[REG_ERR];
	set_tag(fault, seL4_Fault_UserException, seL4_UserException_Length);
}

static void lookup_message(struct linux_fault *fault)
{
	fault->words[seL4_CapFault_IP] = fault->pc;
	fault->words[seL4_CapFault_Addr] = fault->address;
	fault->words[seL4_CapFault_InRecvPhase] = 0;
	fault->words[seL4_CapFault_LookupFailureType] = LOOKUP_GUARD_MISMATCH;
	fault->words[seL4_CapFault_BitsLeft] = CAPABILITY_BITS;
	fault->words[seL4_CapFault_GuardMismatch_GuardFound] = 0;
	fault->words[seL4_CapFault_GuardMismatch_BitsFound] = CAPABILITY_BITS - SLOT_BITS;
	set_tag(fault, seL4_Fault_CapFault, seL4_CapFault_GuardMismatch_BitsFound + 1);
}

/* What has no like on seL4 (abort(), say) is as if it had come to an instruction that does not exist. */
static void crash_message(struct linux_fault *fault)
{
	fault->words[seL4_UserException_FaultIP] = fault->pc;
	fault->words[seL4_UserException_SP] = fault->sp;
	fault->words[seL4_UserException_FLAGS] = 0;
	fault->words[seL4_UserException_Number] = EXCEPTION_INVALID_OPCODE;
	fault->words[seL4_UserException_Code] = 0;
	set_tag(fault, seL4_Fault_UserException, seL4_UserException_Length);
}

void arch_fault_message(struct linux_fault *fault, const ucontext_t *context)
{
	if (fault->kind == LINUX_FAULT_LOOKUP)
		lookup_message(fault);
	else if (!context)
		crash_message(fault);
	else if (fault->kind == LINUX_FAULT_SYSCALL)
		syscall_message(fault, context);
	else if (context->uc_mcontext.gregs[REG_TRAPNO] == EXCEPTION_PAGE_FAULT)
		page_message(fault, context);
	else
		exception_message(fault, context);
}

static void set_registers(const struct linux_fault *fault, ucontext_t *context, const int *registers,
			  unsigned count)
{
	seL4_MessageInfo_t reply = { { fault->info } };
	unsigned length = (unsigned)seL4_MessageInfo_get_length(reply);
	for (unsigned i = 0; i < count && i < length; i++)
		context->uc_mcontext.gregs[registers[i]] = (greg_t)fault->words[i];
}

void arch_fault_answer(const struct linux_fault *fault, uint64_t info, ucontext_t *context)
{
	seL4_MessageInfo_t message = { { info } };
	seL4_Word label = seL4_MessageInfo_get_label(message);
	if (label == seL4_Fault_UnknownSyscall) {
		context->uc_mcontext.gregs[REG_RIP] -= SYSCALL_SIZE;
		set_registers(fault, context, syscall_registers, SYSCALL_REGISTERS);
	} else if (label == seL4_Fault_UserException) {
		set_registers(fault, context, exception_registers, EXCEPTION_REGISTERS);
	}
}

void arch_context_make(ucontext_t *context, uint64_t pc, uint64_t sp, uint64_t mask)
{
	enum { USER_CODE = 0x33, USER_DATA = 0x2b, DATA_SHIFT = 48, INTERRUPTS_ON = 0x202, ALIGNMENT = 16 };
	greg_t *registers = context->uc_mcontext.gregs;
	*context = (ucontext_t){ .uc_stack = {
					 .ss_sp = (void *)(LINUX_SIGNAL_STACK_TOP - LINUX_SIGNAL_STACK_SIZE),
					 .ss_size = LINUX_SIGNAL_STACK_SIZE } };
	/* As after a call, whose return address would be there. */
	sp = (sp & ~(uint64_t)(ALIGNMENT - 1)) - sizeof(uint64_t);
	registers[REG_RIP] = (greg_t)pc;
	registers[REG_RSP] = (greg_t)sp;
	registers[REG_EFL] = INTERRUPTS_ON;
	registers[REG_CSGSFS] = USER_CODE | (greg_t)USER_DATA << DATA_SHIFT;
	/* The kernel's set of signals is one word, where the C library's begins. */
	__builtin_memcpy(&context->uc_sigmask, &mask, sizeof mask);
}
