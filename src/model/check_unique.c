/* What there may be only one of. */
#include "model/check_internal.h"
#include "model/check_patch.h"

#include <inttypes.h>
#include <string.h>

/* Who has a name or number; the first keeps it. */
struct holders {
	struct map map;
};

/* True if KEY is new; else the place of the first holder is in FIRST. */
static bool claim(const struct model_check *check, struct holders *holders, const void *key,
		  struct src_range place, struct src_range *first)
{
	const struct src_range *holder = map_get(&holders->map, key);
	if (holder) {
		*first = *holder;
		return false;
	}
	struct src_range *kept = ARENA_NEW(check->compilation->arena, struct src_range);
	*kept = place;
	map_set(check->compilation->arena, &holders->map, key, kept);
	return true;
}

static void claim_name(const struct model_check *check, struct holders *holders, const char *name,
		       struct src_range place, const char *kind)
{
	struct src_range first;
	if (claim(check, holders, intern_cstr(check->compilation->names, name), place, &first))
		return;
	diag_report(check->diag, DIAG_MODEL_DUPLICATE, place, "there is another %s '%s'", kind, name);
	diag_note(check->diag, first, "the first is here");
}

static const void *number_key(uint64_t number)
{
	return (const void *)(uintptr_t)(number + 1);
}

void model_check_unique_names(const struct model_check *check)
{
	const struct model *model = check->model;
	struct holders pds = { 0 }, regions = { 0 }, spaces = { 0 }, domains = { 0 };
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		claim_name(check, &pds, pd->name, MODEL_PLACE(check, pd, name), "protection domain");
	}
	for (size_t i = 0; i < model->regions.count; i++)
		claim_name(check, &regions, model->regions.items[i]->name,
			   MODEL_PLACE(check, model->regions.items[i], name), "memory region");
	for (size_t i = 0; i < model->io_spaces.count; i++)
		claim_name(check, &spaces, model->io_spaces.items[i]->name,
			   MODEL_PLACE(check, model->io_spaces.items[i], name), "I/O address space");
	for (size_t i = 0; i < model->domains.count; i++)
		claim_name(check, &domains, model->domains.items[i]->name,
			   MODEL_PLACE(check, model->domains.items[i], name), "domain");
}

static bool is_same_map(const struct model_map *a, const struct model_map *b)
{
	return a->region == b->region && a->vaddr == b->vaddr && a->perms == b->perms &&
	       a->cached == b->cached;
}

static bool is_same_vm(const struct model_vm *a, const struct model_vm *b)
{
	bool same = a->priority == b->priority && a->budget == b->budget && a->period == b->period &&
		    a->vcpus.count == b->vcpus.count && a->maps.count == b->maps.count;
	for (size_t i = 0; same && i < a->vcpus.count; i++)
		same = a->vcpus.items[i]->id == b->vcpus.items[i]->id &&
		       a->vcpus.items[i]->cpu == b->vcpus.items[i]->cpu;
	for (size_t i = 0; same && i < a->maps.count; i++)
		same = is_same_map(a->maps.items[i], b->maps.items[i]);
	return same;
}

/* The tools before 2.3 take virtual machines to be one if they are the same in all. */
void model_check_vm_names(const struct model_check *check)
{
	bool unique = check->rules->vm_names == MODEL_VM_NAMES_UNIQUE;
	if (check->rules->vm_names == MODEL_VM_NAMES_ANY)
		return;
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_vm *vm = check->model->pds.items[i]->vm;
		for (size_t j = 0; vm && j < i; j++) {
			const struct model_vm *other = check->model->pds.items[j]->vm;
			if (!other || strcmp(vm->name, other->name) != 0 ||
			    (!unique && !is_same_vm(vm, other)))
				continue;
			diag_report(check->diag, DIAG_MODEL_DUPLICATE, MODEL_PLACE(check, vm, name),
				    "there is another virtual machine '%s'%s", vm->name,
				    unique ? "" : ", the same in all");
			diag_note(check->diag, MODEL_PLACE(check, other, name), "the first is here");
			break;
		}
	}
}

/* Channels and interrupts of a protection domain share their ids. Greater ones were refused before. */
enum { IDS = 64 };

static void claim_id(const struct model_check *check, struct src_range *holders, const struct model_pd *pd,
		     unsigned id, struct src_range place)
{
	if (id >= IDS)
		return;
	struct src_range *holder = &holders[pd->index * IDS + id];
	if (!holder->end) {
		*holder = place;
		holder->end += !holder->end;
		return;
	}
	diag_report(check->diag, DIAG_MODEL_DUPLICATE_ID, place, "id %u of protection domain '%s' is taken",
		    id, pd->name);
	diag_note(check->diag, *holder, "by this");
}

void model_check_unique_ids(const struct model_check *check)
{
	const struct model *model = check->model;
	struct src_range *holders =
		ARENA_ARRAY(check->compilation->arena, struct src_range, model->pds.count * IDS);
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		for (size_t j = 0; j < pd->irqs.count; j++)
			claim_id(check, holders, pd, pd->irqs.items[j]->id,
				 MODEL_PLACE(check, pd->irqs.items[j], id));
	}
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = model->channels.items[i]->ends;
			claim_id(check, holders, ends[end].pd, ends[end].id,
				 MODEL_PLACE(check, &ends[end], id));
		}
}

static void claim_child_id(const struct model_check *check, struct holders *holders,
			   const struct model_pd *parent, unsigned id, struct src_range place)
{
	struct src_range first;
	if (claim(check, holders, number_key(id), place, &first))
		return;
	diag_report(check->diag, DIAG_MODEL_DUPLICATE_ID, place,
		    "id %u of a child or virtual CPU of protection domain '%s' is taken", id, parent->name);
	diag_note(check->diag, first, "by this");
}

/* Children and virtual CPUs fault to one place, where their ids tell them apart. */
void model_check_unique_children(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		struct holders holders = { 0 };
		for (size_t j = 0; pd->vm && j < pd->vm->vcpus.count; j++)
			claim_child_id(check, &holders, pd, pd->vm->vcpus.items[j]->id,
				       MODEL_PLACE(check, pd->vm->vcpus.items[j], id));
		for (size_t j = 0; j < pd->children.count; j++)
			claim_child_id(check, &holders, pd, pd->children.items[j]->child_id,
				       MODEL_PLACE(check, pd->children.items[j], child_id));
	}
}

void model_check_unique_interrupts(const struct model_check *check)
{
	struct holders lines = { 0 }, vectors = { 0 };
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->irqs.count; j++) {
			const struct model_irq *irq = pd->irqs.items[j];
			bool line = irq->kind == MODEL_IRQ_LINE;
			uint64_t number = line ? irq->number : irq->vector;
			struct src_range place =
				line ? MODEL_PLACE(check, irq, number) : MODEL_PLACE(check, irq, vector);
			struct src_range first;
			if (claim(check, line ? &lines : &vectors, number_key(number), place, &first))
				continue;
			diag_report(check->diag, DIAG_MODEL_DUPLICATE_IRQ, place, "%s %" PRIu64 " is taken",
				    line ? "interrupt" : "interrupt vector", number);
			diag_note(check->diag, first, "by this");
		}
	}
}

struct port {
	const struct model_ioport *ioport;
	const struct model_pd *pd;
};

static void check_port(const struct model_check *check, const struct port *ports, size_t count)
{
	const struct model_ioport *port = ports[count].ioport;
	if (!port->size)
		diag_report(check->diag, DIAG_MODEL_IOPORT, MODEL_PLACE(check, port, size),
			    "these are no ports: the size is 0");
	for (size_t i = 0; i < count; i++) {
		const struct model_ioport *other = ports[i].ioport;
		if (ports[i].pd == ports[count].pd && other->id == port->id) {
			diag_report(check->diag, DIAG_MODEL_DUPLICATE_ID, MODEL_PLACE(check, port, id),
				    "id %u of the I/O ports of protection domain '%s' is taken", port->id,
				    ports[i].pd->name);
			diag_note(check->diag, MODEL_PLACE(check, other, id), "by this");
		}
		if (port->address < other->address + other->size &&
		    other->address < port->address + port->size) {
			diag_report(check->diag, DIAG_MODEL_IOPORT, MODEL_PLACE(check, port, address),
				    "I/O ports [0x%" PRIx64 "..0x%" PRIx64
				    ") of '%s' overlap with [0x%" PRIx64 "..0x%" PRIx64 ") of '%s'",
				    port->address, port->address + port->size, ports[count].pd->name,
				    other->address, other->address + other->size, ports[i].pd->name);
			diag_note(check->diag, MODEL_PLACE(check, other, address), "which are here");
		}
	}
}

void model_check_unique_ioports(const struct model_check *check)
{
	VEC(struct port) ports = { 0 };
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->ioports.count; j++)
			VEC_PUSH(check->compilation->arena, &ports,
				 (struct port){ pd->ioports.items[j], pd });
	}
	for (size_t i = 0; i < ports.count; i++)
		check_port(check, ports.items, i);
}

void model_check_unique_symbols(const struct model_check *check)
{
	struct model_patches patches = model_check_patches(check);
	struct holders *holders =
		ARENA_ARRAY(check->compilation->arena, struct holders, check->model->pds.count);
	for (size_t i = 0; i < patches.list.count; i++) {
		const struct model_patch *patch = &patches.list.items[i];
		struct src_range first;
		const char *symbol = intern_cstr(check->compilation->names, patch->symbol);
		if (claim(check, &holders[patch->pd->index], symbol, patch->place, &first))
			continue;
		diag_report(check->diag, DIAG_MODEL_DUPLICATE_SYMBOL, patch->place,
			    "symbol '%s' of protection domain '%s' is set more than once", patch->symbol,
			    patch->pd->name);
		diag_note(check->diag, first, "it is set here as well");
	}
}

/* Slot 0 is the Core Platform's; the root CNode that slots are in has 64. */
enum { CAP_SLOTS = 64 };

void model_check_cap_slots(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		struct holders holders = { 0 };
		for (size_t j = 0; j < pd->caps.count; j++) {
			const struct model_cap *cap = pd->caps.items[j];
			struct src_range place = MODEL_PLACE(check, cap, slot), first;
			if (!cap->slot || cap->slot >= CAP_SLOTS)
				diag_report(check->diag, DIAG_MODEL_CAP, place,
					    "slot %u cannot be used; 1 to %d can", cap->slot, CAP_SLOTS - 1);
			else if (!claim(check, &holders, number_key(cap->slot), place, &first)) {
				diag_report(check->diag, DIAG_MODEL_CAP, place,
					    "slot %u of protection domain '%s' is taken", cap->slot,
					    pd->name);
				diag_note(check->diag, first, "by this");
			}
		}
	}
}
