/*
 * The monitor: a protection domain above all others. It gets the faults of those that have no parent, says
 * what happened, and leaves them stopped; and it makes passive ones passive when they have initialised
 * themselves.
 *
 * Each message is one line that begins with "causeway: ", so that whoever watches the console can tell it
 * from what programs print.
 */
#include "abi/sel4_contract.h"
#include "abi/sel4_spec.h"
#include "console.h"
#include "kernel.h"

#include <stddef.h>

extern struct sel4_monitor_pd monitor_pds[SEL4_MONITOR_PDS];
struct sel4_monitor_pd monitor_pds[SEL4_MONITOR_PDS] = { { 0 } };

seL4_IPCBuffer *__sel4_ipc_buffer = (seL4_IPCBuffer *)(seL4_UserVSpaceTop & ~(SEL4_PAGE - 1));

/* How far below its stack an access still counts as an overflow. */
enum { OVERFLOW_REACH = 1 << 20 };

_Noreturn void __assert_fail(const char *text, const char *file, int line, const char *function);
_Noreturn void __assert_fail(const char *text, const char *file, int line, const char *function)
{
	(void)file;
	(void)line;
	(void)function;
	console_text("causeway: the monitor: ");
	console_text(text);
	console_text("\n");
	for (;;)
		seL4_Yield();
}

/* The abort's kind, from the processor's syndrome (ESR): bits 26 to 31 the class, bit 6 a write. */
static const char *access_verb(seL4_Bool is_instruction, seL4_Word status)
{
	enum { WRITE = 1 << 6 };
	return is_instruction ? "executed" : status & WRITE ? "wrote to" : "read from";
}

static const struct sel4_monitor_place *place_at(const struct sel4_monitor_pd *pd, seL4_Word address)
{
	const struct sel4_monitor_place *places = (const struct sel4_monitor_place *)SEL4_MONITOR_PLACES;
	for (uint32_t i = pd->first_place; i < pd->first_place + pd->place_count; i++)
		if (address >= places[i].begin && address < places[i].end)
			return &places[i];
	return NULL;
}

static void write_rights(uint32_t rights)
{
	console_text(rights & SEL4_RIGHT_READ ? "r" : "");
	console_text(rights & SEL4_RIGHT_WRITE ? "w" : "");
	console_text(rights & SEL4_RIGHT_EXECUTE ? "x" : "");
}

/* What lies at an address that could not be accessed. */
static void report_place(const struct sel4_monitor_pd *pd, seL4_Word address)
{
	const struct sel4_monitor_place *place = place_at(pd, address);
	if (place && place->name) {
		console_text(", in region '");
		console_text((const char *)SEL4_MONITOR_PLACES + place->name);
		console_text("', which is mapped ");
		write_rights(place->rights);
	} else if (place) {
		console_text(", in its own program, which is mapped ");
		write_rights(place->rights);
		console_text(" there");
	} else if (address < pd->stack_bottom && pd->stack_bottom - address <= OVERFLOW_REACH) {
		console_text(", below its stack of ");
		console_address(pd->stack_size);
		console_text(" bytes (stack overflow)");
	} else {
		console_text(", where nothing is mapped");
	}
}

static void report_access(const struct sel4_monitor_pd *pd)
{
	seL4_Word address = seL4_GetMR(seL4_VMFault_Addr);
	console_text(
		access_verb((seL4_Bool)seL4_GetMR(seL4_VMFault_PrefetchFault), seL4_GetMR(seL4_VMFault_FSR)));
	console_text(" address ");
	console_address(address);
	report_place(pd, address);
	console_text("; pc ");
	console_address(seL4_GetMR(seL4_VMFault_IP));
}

static void report_exception(void)
{
	console_text("executed an instruction that does not exist or is not allowed; pc ");
	console_address(seL4_GetMR(seL4_UserException_FaultIP));
}

static void report_capability(void)
{
	console_text("used a capability that it does not have, in slot ");
	console_number(seL4_GetMR(seL4_CapFault_Addr));
	console_text("; pc ");
	console_address(seL4_GetMR(seL4_CapFault_IP));
}

static void report_call(void)
{
	console_text("made a system call that the kernel does not have; pc ");
	console_address(seL4_GetMR(seL4_UnknownSyscall_FaultIP));
}

/* The message of a fault, kept while its domain says something about it. */
enum { FAULT_WORDS = seL4_UserException_Length };
_Static_assert((int)FAULT_WORDS >= (int)seL4_VMFault_Length, "the longer message");
static struct kept {
	seL4_Word label; /* 0: none is kept */
	seL4_Word words[FAULT_WORDS];
} kept[SEL4_MONITOR_PDS];

static void keep(struct kept *fault, seL4_Word label)
{
	fault->label = label;
	for (int i = 0; i < FAULT_WORDS; i++)
		fault->words[i] = seL4_GetMR(i);
}

/* Returns the label. */
static seL4_Word take_out(struct kept *fault)
{
	for (int i = 0; i < FAULT_WORDS; i++)
		seL4_SetMR(i, fault->words[i]);
	return fault->label;
}

/* Lets a domain go on once where it wants to after a fault; false when it does not, or did. */
static seL4_Bool may_tell(seL4_Word index, seL4_Word label)
{
	seL4_Bool is_access = label == seL4_Fault_VMFault;
	if (!monitor_pds[index].fault_entry || kept[index].label ||
	    !(is_access || label == seL4_Fault_UserException) ||
	    (is_access && seL4_GetMR(seL4_VMFault_Addr) == SEL4_CRASH_ADDRESS))
		return seL4_False;
	keep(&kept[index], label);
	seL4_UserContext context = {
		.pc = monitor_pds[index].fault_entry,
		.x0 = !is_access			       ? SEL4_FAULT_EXCEPTION
		      : seL4_GetMR(seL4_VMFault_PrefetchFault) ? SEL4_FAULT_INSTRUCTION
							       : SEL4_FAULT_DATA,
		.x1 = is_access ? seL4_GetMR(seL4_VMFault_Addr) : 0,
		.x2 = seL4_GetMR(is_access ? seL4_VMFault_IP : seL4_UserException_FaultIP),
	};
	enum { WRITTEN = 6 /* as far as x2 */ };
	return !seL4_TCB_WriteRegisters(SEL4_MONITOR_TCB + index, seL4_True, 0, WRITTEN, &context);
}

static void report_fault(seL4_Word index, seL4_Word label)
{
	const struct sel4_monitor_pd *pd = &monitor_pds[index];
	if (label == seL4_Fault_VMFault) {
		/* It said itself why it stops. */
		if (seL4_GetMR(seL4_VMFault_Addr) == SEL4_CRASH_ADDRESS)
			return;
		if (seL4_GetMR(seL4_VMFault_Addr) == SEL4_TOLD_ADDRESS && kept[index].label)
			label = take_out(&kept[index]);
	}
	console_text("causeway: pd '");
	console_text(pd->name);
	console_text("' faulted: ");
	if (label == seL4_Fault_VMFault)
		report_access(pd);
	else if (label == seL4_Fault_UserException)
		report_exception();
	else if (label == seL4_Fault_CapFault)
		report_capability();
	else if (label == seL4_Fault_UnknownSyscall)
		report_call();
	else {
		console_text("fault ");
		console_number(label);
	}
	console_text("\n");
}

/* Text from a protection domain, which waits. */
static void write_text(seL4_MessageInfo_t info)
{
	seL4_Word size = seL4_MessageInfo_get_label(info);
	seL4_Word room = seL4_MessageInfo_get_length(info) * sizeof(seL4_Word);
	const char *text = (const char *)__sel4_ipc_buffer->msg;
	if (size > room)
		size = room;
	for (seL4_Word i = 0; i < size; i++)
		console_put(text[i]);
	seL4_Send(SEL4_MONITOR_REPLY, seL4_MessageInfo_new(0, 0, 0, 0));
}

/*
 * From now on it runs on what its callers bring along, or on its notification. A domain whose message has a
 * word is not waiting yet: it keeps its scheduling context until it does. Others (of the SDK's library) are
 * waiting.
 */
static void make_passive(seL4_Word index, seL4_Bool waits)
{
	seL4_CPtr context = SEL4_MONITOR_SCHEDULING_CONTEXT + index;
	seL4_Error error =
		waits ? seL4_SchedContext_UnbindObject(context, SEL4_MONITOR_TCB + index) : seL4_NoError;
	if (!error)
		error = seL4_SchedContext_Bind(context, SEL4_MONITOR_NOTIFICATION + index);
	if (!error)
		return;
	console_text("causeway: pd '");
	console_text(monitor_pds[index].name);
	console_text("' cannot be made passive\n");
}

_Noreturn void program_main(void);
_Noreturn void program_main(void)
{
	for (;;) {
		seL4_Word badge;
		seL4_MessageInfo_t info = seL4_Recv(SEL4_MONITOR_FAULT, &badge, SEL4_MONITOR_REPLY);
		seL4_Word index = badge - 1, label = seL4_MessageInfo_get_label(info);
		if (badge & SEL4_BADGE_CONSOLE) {
			write_text(info);
		} else if (index >= SEL4_MONITOR_PDS) {
			continue;
		} else if (label) {
			if (may_tell(index, label))
				continue;
			report_fault(index, label);
			/* It stays stopped, and does not keep the reply object. */
			seL4_TCB_Suspend(SEL4_MONITOR_TCB + index);
		} else {
			make_passive(index, !seL4_MessageInfo_get_length(info));
		}
	}
}
