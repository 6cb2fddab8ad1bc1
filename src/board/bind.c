/*
 * Binding: each interrupt of the system gets the first device that names it, and each device's registers the
 * region that they are.
 */
#include "board/board.h"

#include "causeway/device.h"

#include <string.h>

static const struct {
	const char *name;
	uint64_t registers;
} classes[] = {
#define CLASS(id, name, type) { name, sizeof(type) },
#include "board/classes.def"
#undef CLASS
};

const char *board_class_name(enum board_class class)
{
	return classes[class].name;
}

uint64_t board_registers_size(enum board_class class)
{
	return classes[class].registers > 1 ? classes[class].registers : 0;
}

typedef unsigned long long decimal;

static const char *irq_name(struct compilation *compilation, const struct board_irq *irq)
{
	return irq->pd ? arena_format(compilation->arena, "interrupt %s/%llu", irq->pd, (decimal)irq->number)
		       : arena_format(compilation->arena, "interrupt %llu", (decimal)irq->number);
}

static const char *registers_name(struct compilation *compilation, const struct board_registers *registers)
{
	return registers->name
		       ? arena_format(compilation->arena, "registers '%s'", registers->name)
		       : arena_format(compilation->arena, "registers 0x%llx", (decimal)registers->address);
}

const char *board_device_name(struct compilation *compilation, const struct board_device *device)
{
	const char *what = device->irq.given ? irq_name(compilation, &device->irq)
					     : registers_name(compilation, &device->registers);
	return arena_format(compilation->arena, "%s at %s", board_class_name(device->class), what);
}

struct binder {
	struct compilation *compilation;
	struct board *board;
	const struct model *model;
	bool ok;
};

static void BASE_PRINTF(3, 4) refuse(struct binder *binder, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(binder->compilation->diag, DIAG_BOARD_DEVICE, range, format, arguments);
	va_end(arguments);
	binder->ok = false;
}

static bool names(const struct board_irq *given, const struct model_pd *pd, const struct model_irq *irq)
{
	if (given->pd)
		return !strcmp(given->pd, pd->name) && given->number == irq->id;
	return irq->kind == MODEL_IRQ_LINE && given->number == irq->number;
}

const struct board_device *board_source(const struct board *board, const struct model_irq *irq)
{
	for (size_t i = 0; i < board->devices.count; i++)
		if (board->devices.items[i]->pd_irq == irq)
			return board->devices.items[i];
	return NULL;
}

/* Two devices of one origin for one interrupt are a mistake; a later origin only fills in. */
static void bind_irq(struct binder *binder, const struct model_pd *pd, const struct model_irq *irq)
{
	struct board_device *found = NULL;
	for (size_t i = 0; i < binder->board->devices.count; i++) {
		struct board_device *device = binder->board->devices.items[i];
		if (!device->irq.given || !names(&device->irq, pd, irq))
			continue;
		if (!found || device->origin < found->origin) {
			found = device;
		} else if (device->origin == found->origin) {
			refuse(binder, device->irq.range,
			       "interrupt %u of protection domain '%s' has two sources", irq->id, pd->name);
			diag_note(binder->compilation->diag, found->irq.range, "the other one is here");
		}
	}
	if (!found)
		return;
	found->pd = pd;
	found->pd_irq = irq;
}

static void warn_unbound(struct binder *binder, const struct model_pd *pd, const struct model_irq *irq)
{
	if (board_source(binder->board, irq))
		return;
	const char *line = irq->kind == MODEL_IRQ_LINE
				   ? arena_format(binder->compilation->arena, " (number %llu)",
						  (unsigned long long)irq->number)
				   : "";
	diag_report(binder->compilation->diag, DIAG_UNBOUND_IRQ, irq->range,
		    "interrupt %u%s of protection domain '%s' will never come: no device raises it", irq->id,
		    line, pd->name);
	diag_note(binder->compilation->diag, (struct src_range){ 0, 0 },
		  "say what does, such as --device=timer,irq=%s/%u,period=10ms", pd->name, irq->id);
}

static const struct model_region *find_region(const struct binder *binder,
					      const struct board_registers *wanted)
{
	for (size_t i = 0; i < binder->model->regions.count; i++) {
		const struct model_region *region = binder->model->regions.items[i];
		if (wanted->name ? !strcmp(region->name, wanted->name)
				 : region->has_phys_addr && region->phys_addr == wanted->address)
			return region;
	}
	return NULL;
}

/* A device of the earlier origin keeps its registers. */
static bool is_taken(struct binder *binder, const struct board_device *device,
		     const struct model_region *region)
{
	for (size_t i = 0; i < binder->board->devices.count; i++) {
		const struct board_device *other = binder->board->devices.items[i];
		if (other == device || other->region != region)
			continue;
		if (other->origin == device->origin) {
			refuse(binder, device->registers.range, "region '%s' is the registers of two devices",
			       region->name);
			diag_note(binder->compilation->diag, other->registers.range, "the other one is here");
		}
		return true;
	}
	return false;
}

static void bind_registers(struct binder *binder, struct board_device *device)
{
	uint64_t needed = board_registers_size(device->class);
	const struct model_region *region =
		device->registers.given ? find_region(binder, &device->registers) : NULL;
	if (!region || is_taken(binder, device, region))
		return;
	if (region->size < needed) {
		refuse(binder, device->registers.range,
		       "region '%s' has 0x%llx bytes; the registers of a %s have 0x%llx", region->name,
		       (decimal)region->size, board_class_name(device->class), (decimal)needed);
		diag_note(binder->compilation->diag, region->range, "the region is declared here");
		return;
	}
	device->region = region;
}

/* A device that the system has only half of, or that somebody asked for in vain. */
static void check(struct binder *binder, const struct board_device *device)
{
	bool wants_irq = device->irq.given, has_irq = device->pd_irq != NULL;
	bool wants_region = device->registers.given, has_region = device->region != NULL;
	bool asked = device->origin == BOARD_COMMAND_LINE;
	if (wants_irq && !has_irq && (asked || has_region))
		refuse(binder, device->irq.range, "no protection domain has %s, which this %s is to raise",
		       irq_name(binder->compilation, &device->irq), board_class_name(device->class));
	if (wants_region && !has_region && (asked || has_irq))
		refuse(binder, device->registers.range, "there is no memory region with the %s of this %s",
		       registers_name(binder->compilation, &device->registers),
		       board_class_name(device->class));
}

bool board_bind(struct compilation *compilation, struct board *board, const struct model *model)
{
	struct binder binder = { compilation, board, model, true };
	for (size_t i = 0; i < model->pds.count; i++)
		for (size_t j = 0; j < model->pds.items[i]->irqs.count; j++)
			bind_irq(&binder, model->pds.items[i], model->pds.items[i]->irqs.items[j]);
	for (enum board_origin origin = BOARD_COMMAND_LINE; origin <= BOARD_BUILTIN; origin++)
		for (size_t i = 0; i < board->devices.count; i++)
			if (board->devices.items[i]->origin == origin)
				bind_registers(&binder, board->devices.items[i]);
	for (size_t i = 0; binder.ok && i < board->devices.count; i++)
		check(&binder, board->devices.items[i]);
	for (size_t i = 0; i < model->pds.count; i++)
		for (size_t j = 0; j < model->pds.items[i]->irqs.count; j++)
			warn_unbound(&binder, model->pds.items[i], model->pds.items[i]->irqs.items[j]);
	return binder.ok;
}
