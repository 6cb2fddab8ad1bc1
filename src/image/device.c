/*
 * Devices that stand for those that hosts lend systems. What a system calls their registers is ordinary
 * memory, at a known place so that an emulator's user can look at it; the library of the program serves it,
 * with the device's real registers mapped below the domain's stack.
 */
#include "image/plan.h"

static const uint64_t page = UINT64_C(1) << IMAGE_PAGE_BITS;

const struct image_device *plan_device_of_irq(const struct image_plan *plan, const struct model_irq *irq)
{
	for (size_t i = 0; i < plan->inputs->devices.count; i++)
		if (plan->inputs->devices.items[i].irq == irq)
			return &plan->inputs->devices.items[i];
	return NULL;
}

const struct image_device *plan_device_of_region(const struct image_plan *plan,
						 const struct model_region *region)
{
	for (size_t i = 0; i < plan->inputs->devices.count; i++)
		if (plan->inputs->devices.items[i].map->region == region)
			return &plan->inputs->devices.items[i];
	return NULL;
}

static bool is_terminal(const struct image_device *device)
{
	return device->kind == SEL4_DEVICE_TERMINAL;
}

unsigned plan_irq_number(const struct image_plan *plan, const struct model_irq *irq)
{
	const struct image_device *device = plan_device_of_irq(plan, irq);
	const struct image_board *board = plan->inputs->board;
	return !device ? (unsigned)irq->number : is_terminal(device) ? board->terminal_irq : board->timer_irq;
}

/* Above it is the page below the stack, which stays empty. */
static uint64_t hardware_page(const struct image_domain *domain)
{
	return domain->stack_top - domain->stack_size - 2 * page;
}

void plan_device_patches(struct image_plan *plan, const struct image_domain *domain, image_patches *patches)
{
	struct arena *arena = plan->compilation->arena;
	struct sel4_device *table = NULL;
	uint64_t *irqs = ARENA_NEW(arena, uint64_t);
	size_t count = 0;
	for (size_t i = 0; i < plan->inputs->devices.count && count < SEL4_DEVICES; i++) {
		const struct image_device *device = &plan->inputs->devices.items[i];
		if (device->pd != domain->pd)
			continue;
		table = table ? table : ARENA_ARRAY(arena, struct sel4_device, SEL4_DEVICES);
		table[count++] = (struct sel4_device){ device->map->vaddr,
						       is_terminal(device) ? hardware_page(domain) : 0,
						       device->kind, device->irq->id };
		*irqs |= UINT64_C(1) << device->irq->id % 64;
	}
	if (!table)
		return;
	VEC_PUSH(arena, patches,
		 (struct image_patch){ .symbol = "causeway_devices",
				       .bytes = table,
				       .size = SEL4_DEVICES * sizeof *table,
				       .whole_only = true,
				       .required = true,
				       .range = domain->pd->range });
	VEC_PUSH(arena, patches,
		 (struct image_patch){ .symbol = "causeway_device_irqs",
				       .bytes = irqs,
				       .size = sizeof *irqs,
				       .whole_only = true,
				       .required = true,
				       .range = domain->pd->range });
}

void plan_device_space(struct image_plan *plan, struct image_domain *domain)
{
	for (size_t i = 0; i < plan->inputs->devices.count; i++) {
		const struct image_device *device = &plan->inputs->devices.items[i];
		if (device->pd != domain->pd || !is_terminal(device))
			continue;
		int group = plan_group(plan, (struct image_group){ .type = SEL4_TYPE_FRAME,
								   .bits = IMAGE_PAGE_BITS,
								   .count = 1,
								   .address = plan->inputs->board->terminal,
								   .owner = domain->owner,
								   .what = "registers of the terminal",
								   .range = device->irq->range });
		plan_extent(plan, domain,
			    (struct image_extent){ .address = hardware_page(domain),
						   .count = 1,
						   .bits = IMAGE_PAGE_BITS,
						   .rights = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE,
						   .flags = SEL4_MAP_UNCACHED,
						   .group = group });
	}
}
