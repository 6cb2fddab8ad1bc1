/* What the kernel under the system has to have. A kernel that is not known is taken to have everything. */
#include "model/check_internal.h"

#include <inttypes.h>

static void check_core(const struct model_check *check, const unsigned *cpu, struct src_range range)
{
	if (check->kernel->cores && *cpu >= check->kernel->cores)
		diag_report(check->diag, DIAG_MODEL_KERNEL, model_place(check->model, cpu, range),
			    "there is no core %u: the kernel %s has %u", *cpu, check->kernel->name,
			    check->kernel->cores);
}

void model_check_cores(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		check_core(check, &pd->cpu, pd->range);
		for (size_t j = 0; pd->vm && j < pd->vm->vcpus.count; j++)
			check_core(check, &pd->vm->vcpus.items[j]->cpu, pd->vm->vcpus.items[j]->range);
	}
}

void model_check_virtual_machines(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		if (pd->vm && check->kernel->hypervisor == MODEL_SUPPORT_NO)
			diag_report(check->diag, DIAG_MODEL_KERNEL, pd->vm->range,
				    "a virtual machine needs a kernel that is a hypervisor, which %s is not",
				    check->kernel->name);
	}
}

void model_check_secure_calls(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		if (pd->smc && check->kernel->smc == MODEL_SUPPORT_NO)
			diag_report(
				check->diag, DIAG_MODEL_KERNEL, MODEL_PLACE(check, pd, smc),
				"secure monitor calls need a kernel that passes them on, which %s does not",
				check->kernel->name);
	}
}

enum { VECTOR_MAX = 107 };

static void check_interrupt(const struct model_check *check, const struct model_irq *irq)
{
	bool x86 = check->kernel->arch == MODEL_ARCH_X86_64;
	bool known = check->kernel->arch != MODEL_ARCH_UNKNOWN;
	if (irq->kind == MODEL_IRQ_LINE) {
		if (x86)
			diag_report(check->diag, DIAG_MODEL_KERNEL, irq->range,
				    "x86 has no interrupt lines: an interrupt comes from an I/O APIC ('pin') "
				    "or a PCI "
				    "device ('pcidev')");
		return;
	}
	if (known && !x86)
		diag_report(check->diag, DIAG_MODEL_KERNEL, irq->range,
			    "%s comes with x86, which the kernel %s is not for",
			    irq->kind == MODEL_IRQ_IOAPIC ? "an I/O APIC" : "an interrupt of a PCI device",
			    check->kernel->name);
	if (irq->vector > VECTOR_MAX)
		diag_report(check->diag, DIAG_MODEL_LIMIT, MODEL_PLACE(check, irq, vector),
			    "vector %u is too large: the greatest is %d", irq->vector, VECTOR_MAX);
}

void model_check_interrupts(const struct model_check *check)
{
	bool foreign = check->kernel->arch != MODEL_ARCH_UNKNOWN && check->kernel->arch != MODEL_ARCH_X86_64;
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->irqs.count; j++)
			check_interrupt(check, pd->irqs.items[j]);
		for (size_t j = 0; foreign && j < pd->ioports.count; j++)
			diag_report(check->diag, DIAG_MODEL_KERNEL, pd->ioports.items[j]->range,
				    "I/O ports come with x86, which the kernel %s is not for",
				    check->kernel->name);
	}
}

static void check_x86_vm(const struct model_check *check, const struct model_pd *pd)
{
	if (pd->vm->priority)
		diag_report(check->diag, DIAG_MODEL_KERNEL, MODEL_PLACE(check, pd->vm, priority),
			    "on x86 a virtual machine has the priority of the protection domain it is in");
	if (pd->vm->has_budget)
		diag_report(check->diag, DIAG_MODEL_KERNEL, MODEL_PLACE(check, pd->vm, budget),
			    "on x86 a virtual machine has the budget of the protection domain it is in");
	if (pd->children.count)
		diag_report(check->diag, DIAG_MODEL_KERNEL, pd->children.items[0]->range,
			    "on x86 '%s' cannot have both a virtual machine and children", pd->name);
}

/* On x86 a protection domain that runs a virtual machine waits in it, and not for calls or faults. */
void model_check_x86_machines(const struct model_check *check)
{
	if (check->kernel->arch != MODEL_ARCH_X86_64)
		return;
	for (size_t i = 0; i < check->model->pds.count; i++)
		if (check->model->pds.items[i]->vm)
			check_x86_vm(check, check->model->pds.items[i]);
	for (size_t i = 0; i < check->model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = check->model->channels.items[i]->ends;
			if (ends[end].pp && ends[!end].pd->vm)
				diag_report(check->diag, DIAG_MODEL_KERNEL,
					    MODEL_PLACE(check, &ends[end], pp),
					    "on x86 '%s' cannot be called, because it has a virtual machine",
					    ends[!end].pd->name);
		}
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->setvars.count; j++)
			if (!pd->setvars.items[j]->region->has_phys_addr)
				diag_report(check->diag, DIAG_MODEL_KERNEL,
					    MODEL_PLACE(check, pd->setvars.items[j], region),
					    "on x86 memory region '%s' has no known physical address unless "
					    "it asks for "
					    "one with 'phys_addr'",
					    pd->setvars.items[j]->region->name);
	}
}
