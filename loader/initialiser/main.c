#include "initialiser.h"

#include "console.h"

seL4_IPCBuffer *__sel4_ipc_buffer;

/* The kernel starts the initial task without one. */
__asm__(".local program_stack\n\t.comm program_stack, 0x2000, 16\n\t"
	".global program_stack_end\n\t.set program_stack_end, program_stack + 0x2000");

const char *boot_name(const struct boot *boot, unsigned name)
{
	const uint32_t *names = spec_table(boot, boot->spec->names);
	return name < boot->spec->names.count ? (const char *)boot->spec + names[name] : "the system";
}

static const char *error_text(seL4_Error error)
{
	static const char *const texts[] = {
		[seL4_RangeError] = "a value is out of range",
		[seL4_AlignmentError] = "an address is not aligned",
		[seL4_FailedLookup] = "a table is missing",
		[seL4_DeleteFirst] = "there is something already",
		[seL4_RevokeFirst] = "it is in use already",
		[seL4_NotEnoughMemory] = "there is not enough memory",
	};
	return error < sizeof texts / sizeof *texts && texts[error] ? texts[error] : "the kernel refuses it";
}

void boot_fail(const struct boot *boot, const char *what, unsigned name, seL4_Error error)
{
	console_text("causeway: cannot ");
	console_text(what);
	console_text(" of ");
	console_text(boot_name(boot, name));
	console_text(": ");
	console_text(error_text(error));
	console_text(" (error ");
	console_number(error);
	console_text("); the system does not start\n");
	for (;;)
		seL4_TCB_Suspend(seL4_CapInitThreadTCB);
}

seL4_CPtr boot_slot(struct boot *boot, const char *what, unsigned name)
{
	if (boot->free >= boot->info->empty.end)
		boot_fail(boot, what, name, seL4_NotEnoughMemory);
	return boot->free++;
}

/* The kernel's message of a failed assertion in its headers. */
_Noreturn void __assert_fail(const char *text, const char *file, int line, const char *function);
_Noreturn void __assert_fail(const char *text, const char *file, int line, const char *function)
{
	console_text("causeway: ");
	console_text(file);
	console_text(":");
	console_number((uint64_t)line);
	console_text(": ");
	console_text(function);
	console_text(": ");
	console_text(text);
	console_text("\n");
	for (;;)
		seL4_TCB_Suspend(seL4_CapInitThreadTCB);
}

/* Where the specification is; the tool fills it in. */
extern const struct sel4_spec *volatile const program_spec;
const struct sel4_spec *volatile const program_spec = (const struct sel4_spec *)1;

/* What the kernel's headers use of the C library. */
char *strcpy(char *to, const char *from);
char *strcpy(char *to, const char *from)
{
	char *result = to;
	while ((*to++ = *from++) != '\0')
		;
	return result;
}

_Noreturn void program_main(const seL4_BootInfo *info);
_Noreturn void program_main(const seL4_BootInfo *info)
{
	struct boot boot = {
		.info = info,
		.spec = program_spec,
		.objects = info->empty.start,
	};
	__sel4_ipc_buffer = info->ipcBuffer;
	boot.free = boot.objects + boot.spec->object_count;
	if (boot.spec->magic != SEL4_SPEC_MAGIC || boot.free > info->empty.end)
		boot_fail(&boot, "find the specification", UINT16_MAX, seL4_InvalidArgument);
	memory_make_objects(&boot);
	space_map(&boot);
	space_fill(&boot);
	thread_configure(&boot);
	thread_start(&boot);
	for (;;)
		seL4_TCB_Suspend(seL4_CapInitThreadTCB);
}
