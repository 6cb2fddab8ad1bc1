#include "launch/boot.h"

#include <string.h>
#include <unistd.h>

/* The second one is for the sanitizers and the host's C library, which need far more than a program alone. */
enum { DEFAULT_STACK_SIZE = 0x2000, HOSTED_STACK_SIZE = 1 << 20 };

/* The highest address that any Core Platform's processor has for programs. */
#define ADDRESS_END (UINT64_C(1) << 44)

/* A symbol that gets a value. The runtime's own need not be there: the linker drops what a program does not
 * use. */
struct assignment {
	uint64_t value;
	struct src_range range;
	bool required;
	bool name; /* the value is the protection domain's name, as long as the symbol */
	bool byte; /* the symbol is one byte */
};

struct plan {
	struct launch *launch;
	struct launch_pd *pd;
	VEC(struct assignment) assignments;
};

static void assign(struct plan *plan, const char *symbol, struct assignment assignment)
{
	struct arena *arena = plan->launch->compilation->arena;
	if (!symbol)
		return;
	VEC_PUSH(arena, &plan->pd->symbols, (struct program_symbol){ .name = symbol });
	VEC_PUSH(arena, &plan->assignments, assignment);
}

static void assign_setvar(struct plan *plan, const char *symbol, uint64_t value, struct src_range range)
{
	assign(plan, symbol, (struct assignment){ .value = value, .range = range, .required = true });
}

static void assign_channels(struct plan *plan)
{
	const struct model *model = plan->launch->model;
	uint64_t notify = 0, call = 0, irqs = 0;
	for (size_t i = 0; i < model->channels.count; i++)
		for (int side = 0; side < 2; side++) {
			const struct model_end *end = &model->channels.items[i]->ends[side];
			if (end->pd != plan->pd->model)
				continue;
			assign_setvar(plan, end->setvar_id, end->id, end->range);
			notify |= (uint64_t)end->notify << end->id % 64;
			call |= (uint64_t)end->pp << end->id % 64;
		}
	for (size_t i = 0; i < plan->pd->model->irqs.count; i++) {
		const struct model_irq *irq = plan->pd->model->irqs.items[i];
		assign_setvar(plan, irq->setvar_id, irq->id, irq->range);
		irqs |= (uint64_t)1 << irq->id % 64;
	}
	assign(plan, "microkit_irqs", (struct assignment){ .value = irqs });
	assign(plan, "microkit_notifications", (struct assignment){ .value = notify });
	assign(plan, "microkit_pps", (struct assignment){ .value = call });
}

/* The runtime acknowledges them after init() where the system description's era does that. */
static void assign_irqs(struct plan *plan)
{
	const struct model_pd *pd = plan->pd->model;
	uint64_t irqs = 0;
	for (size_t i = 0; i < pd->irqs.count; i++)
		irqs |= UINT64_C(1) << pd->irqs.items[i]->id % 64;
	assign(plan, "microkit_irqs", (struct assignment){ .value = irqs });
	assign(plan, "causeway_first_acks",
	       (struct assignment){ .value = plan->launch->options->acks_first ? irqs : 0 });
}

static void collect(struct plan *plan)
{
	const struct model_pd *pd = plan->pd->model;
	assign(plan, "microkit_name", (struct assignment){ .name = true });
	assign(plan, "microkit_passive", (struct assignment){ .value = pd->passive, .byte = true });
	assign(plan, "causeway_library_checks",
	       (struct assignment){ .value = !plan->launch->options->kernel_checks, .byte = true });
	assign_channels(plan);
	for (size_t i = 0; i < pd->children.count; i++)
		assign_setvar(plan, pd->children.items[i]->setvar_id, pd->children.items[i]->child_id,
			      pd->children.items[i]->range);
	assign_irqs(plan);
	for (size_t i = 0; i < pd->maps.count; i++) {
		const struct model_map *map = pd->maps.items[i];
		assign_setvar(plan, map->setvar_vaddr, map->vaddr, map->range);
		const struct launch_region *region = &plan->launch->regions[map->region->index];
		assign_setvar(plan, map->setvar_size, region->size, map->range);
		assign_setvar(plan, map->setvar_prefill_size, region->prefill_size, map->range);
	}
	for (size_t i = 0; i < pd->setvars.count; i++)
		assign_setvar(plan, pd->setvars.items[i]->symbol,
			      plan->launch->regions[pd->setvars.items[i]->region->index].physical,
			      pd->setvars.items[i]->range);
}

static bool check_symbol(const struct plan *plan, const struct program_symbol *symbol,
			 const struct assignment *assignment)
{
	struct diag *diag = plan->launch->compilation->diag;
	const char *path = plan->pd->program->path;
	uint64_t size = assignment->byte ? 1 : sizeof assignment->value;
	if (!symbol->found) {
		if (assignment->required)
			diag_report(diag, DIAG_SETVAR, assignment->range,
				    "program '%s' of protection domain '%s' has no global variable '%s'",
				    path, plan->pd->model->name, symbol->name);
		return !assignment->required;
	}
	if (assignment->name ? symbol->size > 1 : symbol->size == size)
		return true;
	diag_report(diag, DIAG_SETVAR, assignment->range,
		    "variable '%s' of program '%s' has %llu bytes, not %llu", symbol->name, path,
		    (unsigned long long)symbol->size, (unsigned long long)size);
	return false;
}

static void add_patch(struct plan *plan, const struct program_symbol *symbol,
		      const struct assignment *assignment)
{
	struct arena *arena = plan->launch->compilation->arena;
	char *bytes = arena_alloc(arena, symbol->size);
	if (assignment->name) {
		size_t length = strlen(plan->pd->model->name);
		memcpy(bytes, plan->pd->model->name, length < symbol->size ? length : symbol->size - 1);
	} else {
		memcpy(bytes, &assignment->value, symbol->size);
	}
	VEC_PUSH(arena, &plan->pd->patches,
		 (struct launch_patch){ { .address = symbol->address,
					  .size = (uint32_t)symbol->size,
					  .protection = symbol->protection },
					bytes });
}

/* A region may not lie over the program, nor where no Core Platform has memory. */
static bool check_maps(const struct plan *plan)
{
	struct diag *diag = plan->launch->compilation->diag;
	const struct launch_program *program = plan->pd->program;
	bool ok = true;
	for (size_t i = 0; i < plan->pd->model->maps.count; i++) {
		const struct model_map *map = plan->pd->model->maps.items[i];
		uint64_t size = plan->launch->regions[map->region->index].size;
		if (map->vaddr % LINUX_PAGE || size % LINUX_PAGE || !size || map->vaddr >= ADDRESS_END ||
		    size > ADDRESS_END - map->vaddr) {
			diag_report(diag, DIAG_MAPPING, map->range, "region '%s' cannot be mapped at 0x%llx",
				    map->region->name, (unsigned long long)map->vaddr);
			ok = false;
			continue;
		}
		if (program->hosted && map->vaddr + size > LINUX_HOSTED_END) {
			diag_report(diag, DIAG_MAPPING, map->range,
				    "region '%s', mapped at 0x%llx, ends above 0x%llx, where a hosted "
				    "program (for "
				    "the address sanitizer or valgrind) cannot have memory",
				    map->region->name, (unsigned long long)map->vaddr,
				    (unsigned long long)LINUX_HOSTED_END);
			ok = false;
			continue;
		}
		for (size_t j = 0; j < program->segments.count; j++) {
			const struct program_segment *segment = &program->segments.items[j];
			uint64_t end =
				(segment->address + segment->size + LINUX_PAGE - 1) & ~(LINUX_PAGE - 1);
			if (map->vaddr >= end || map->vaddr + size <= (segment->address & ~(LINUX_PAGE - 1)))
				continue;
			diag_report(diag, DIAG_MAPPING, map->range,
				    "region '%s', mapped at 0x%llx, overlaps the program '%s', which ends at "
				    "0x%llx",
				    map->region->name, (unsigned long long)map->vaddr, program->path,
				    (unsigned long long)end);
			ok = false;
			break;
		}
	}
	return ok;
}

static bool wants_the_same(const struct launch_pd *a, const struct launch_pd *b)
{
	bool same = a->symbols.count == b->symbols.count;
	for (size_t i = 0; same && i < a->symbols.count; i++)
		same = !strcmp(a->symbols.items[i].name, b->symbols.items[i].name);
	return same;
}

/* Systems often have several protection domains with one program, which need not be read again. */
static bool reuse_program(struct launch *launch, size_t index, const char *path, const char *symbols)
{
	struct launch_pd *pd = &launch->pds[index];
	for (size_t i = 0; i < index; i++) {
		const struct launch_pd *other = &launch->pds[i];
		if (!other->program || strcmp(other->program->path, path) != 0 ||
		    strcmp(other->program->symbols_path, symbols) != 0 || !wants_the_same(pd, other))
			continue;
		pd->program = other->program;
		memcpy(pd->symbols.items, other->symbols.items,
		       pd->symbols.count * sizeof *pd->symbols.items);
		return true;
	}
	return false;
}

bool boot_plan(struct launch *launch, size_t index)
{
	struct launch_pd *pd = &launch->pds[index];
	struct plan plan = { .launch = launch, .pd = pd };
	if (!pd->model->program_image) {
		diag_report(launch->compilation->diag, DIAG_PROGRAM, pd->model->range,
			    "protection domain '%s' has no program", pd->model->name);
		return false;
	}
	collect(&plan);
	const char *path = launch_find_file(launch, pd->model->program_image);
	const char *symbols =
		pd->model->symbols_image ? launch_find_file(launch, pd->model->symbols_image) : path;
	if (!reuse_program(launch, index, path, symbols))
		pd->program =
			program_read(launch->compilation, path, pd->model->symbols_image ? symbols : NULL,
				     pd->model->range, pd->symbols.items, pd->symbols.count);
	if (!pd->program)
		return false;
	bool ok = check_maps(&plan);
	for (size_t i = 0; i < pd->symbols.count; i++) {
		if (!check_symbol(&plan, &pd->symbols.items[i], &plan.assignments.items[i]))
			ok = false;
		else if (pd->symbols.items[i].found)
			add_patch(&plan, &pd->symbols.items[i], &plan.assignments.items[i]);
	}
	return ok;
}

uint64_t boot_stack_size(const struct launch_pd *pd)
{
	uint64_t size = pd->model->has_stack_size ? pd->model->stack_size : DEFAULT_STACK_SIZE;
	if (pd->program->hosted && size < HOSTED_STACK_SIZE)
		return HOSTED_STACK_SIZE;
	return size ? (size + LINUX_PAGE - 1) & ~(LINUX_PAGE - 1) : LINUX_PAGE;
}

static void fill_channels(const struct launch *launch, const struct model_pd *pd, struct linux_boot *boot)
{
	for (size_t i = 0; i < launch->model->channels.count; i++)
		for (int side = 0; side < 2; side++) {
			const struct model_end *end = &launch->model->channels.items[i]->ends[side];
			const struct model_end *peer = &launch->model->channels.items[i]->ends[!side];
			if (end->pd == pd)
				boot->channels[end->id] =
					(struct linux_channel){ .rights =
									(end->notify ? LINUX_MAY_NOTIFY : 0) |
									(end->pp ? LINUX_MAY_CALL : 0),
								.peer = (uint8_t)peer->pd->index,
								.peer_id = (uint8_t)peer->id };
		}
}

/*
 * Where records are written: the shared memory for them. An offset is from the start of the record, or of all
 * for what all share.
 */
struct record {
	unsigned char *bytes;
	size_t length;
};

static uint32_t append(struct record *record, const void *bytes, size_t length)
{
	record->length = (record->length + 7) & ~(size_t)7;
	uint32_t offset = (uint32_t)record->length;
	if (length)
		memcpy(record->bytes + offset, bytes, length);
	record->length += length;
	return offset;
}

/* Room for LENGTH bytes behind what is there, or NULL after an error that was reported. */
static unsigned char *make_room(struct launch *launch, struct src_range range, size_t length)
{
	if (length <= LINUX_BOOT_SPACE - launch->boot_used)
		return launch->baton->boot + launch->boot_used;
	diag_report(
		launch->compilation->diag, DIAG_START, range,
		"the system's maps and values of symbols need more than the %d KiB that there are for them",
		LINUX_BOOT_SPACE / 1024);
	launch_finish(launch, LAUNCH_DIAGNOSTICS);
	return NULL;
}

static void take_room(struct launch *launch, size_t length)
{
	launch->boot_used += (length + 7) & ~(size_t)7;
}

static void append_maps(const struct launch *launch, const struct model_pd *pd, struct record *record,
			struct linux_boot *boot)
{
	boot->map_offset = append(record, NULL, 0);
	boot->map_count = (uint32_t)pd->maps.count;
	for (size_t i = 0; i < pd->maps.count; i++) {
		const struct model_map *map = pd->maps.items[i];
		const struct launch_region *region = &launch->regions[map->region->index];
		struct linux_map entry = {
			.address = map->vaddr,
			.size = region->size,
			.fd = map->perms & MODEL_PERM_WRITE ? region->fd : region->read_only_fd,
			.protection = (map->perms & MODEL_PERM_READ ? LINUX_PROT_READ : 0u) |
				      (map->perms & MODEL_PERM_WRITE ? LINUX_PROT_WRITE : 0u) |
				      (map->perms & MODEL_PERM_EXECUTE ? LINUX_PROT_EXECUTE : 0u),
		};
		append(record, &entry, sizeof entry);
	}
}

static void append_patches(const struct launch_pd *pd, struct record *record, struct linux_boot *boot)
{
	size_t table = pd->patches.count * sizeof(struct linux_patch);
	boot->patch_offset = append(record, NULL, 0);
	boot->patch_count = (uint32_t)pd->patches.count;
	record->length += table;
	for (size_t i = 0; i < pd->patches.count; i++) {
		struct linux_patch patch = pd->patches.items[i].patch;
		patch.offset = append(record, pd->patches.items[i].bytes, patch.size);
		memcpy(record->bytes + boot->patch_offset + i * sizeof patch, &patch, sizeof patch);
	}
}

static void append_family(const struct model_pd *pd, struct record *record, struct linux_boot *boot)
{
	boot->parent = pd->parent ? pd->parent->index : LINUX_NO_PARENT;
	boot->id = pd->child_id;
	boot->child_offset = append(record, NULL, 0);
	boot->child_count = (uint32_t)pd->children.count;
	for (size_t i = 0; i < pd->children.count; i++) {
		const struct model_pd *child = pd->children.items[i];
		/* Not aligned: the table has no holes. */
		struct linux_child entry = { .id = (uint8_t)child->child_id, .pd = (uint8_t)child->index };
		memcpy(record->bytes + record->length, &entry, sizeof entry);
		record->length += sizeof entry;
	}
}

/* At most. */
static size_t record_size(const struct launch_pd *pd)
{
	enum { PADDING = 64 };
	size_t size = sizeof(struct linux_boot) + pd->model->maps.count * sizeof(struct linux_map) +
		      pd->model->children.count * sizeof(struct linux_child) + PADDING;
	for (size_t i = 0; i < pd->patches.count; i++)
		size += sizeof(struct linux_patch) + pd->patches.items[i].patch.size + 8;
	return size;
}

bool boot_write_filter(struct launch *launch)
{
	size_t length = launch->filter.count * sizeof *launch->filter.items;
	unsigned char *room = make_room(launch, (struct src_range){ 0, 0 }, length);
	if (!room)
		return false;
	memcpy(room, launch->filter.items, length);
	take_room(launch, length);
	return true;
}

bool boot_write(struct launch *launch, size_t index)
{
	const struct launch_pd *pd = &launch->pds[index];
	struct record record = { make_room(launch, pd->model->range, record_size(pd)), 0 };
	if (!record.bytes)
		return false;
	struct linux_boot boot = { .launcher = getpid(),
				   .stack_size = boot_stack_size(pd),
				   .clock_offset = launch->clock_offset,
				   .filter_count = (uint32_t)launch->filter.count,
				   .has_timer = launch->baton->accounting,
				   .debugged = pd->debugged,
				   .simulated = launch->options->simulate };
	fill_channels(launch, pd->model, &boot);
	append(&record, &boot, sizeof boot);
	append_maps(launch, pd->model, &record, &boot);
	append_patches(pd, &record, &boot);
	append_family(pd->model, &record, &boot);
	memcpy(record.bytes, &boot, sizeof boot);
	launch->baton->boot_entries[index].offset = (uint32_t)launch->boot_used;
	take_room(launch, record.length);
	return true;
}
