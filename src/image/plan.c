#include "image/plan.h"

#include "base/out.h"

int plan_group(struct image_plan *plan, struct image_group group)
{
	VEC_PUSH(plan->compilation->arena, &plan->groups, group);
	return (int)plan->groups.count - 1;
}

uint32_t plan_number(const struct image_plan *plan, int group, uint64_t element)
{
	return group == IMAGE_NO_GROUP ? SEL4_NO_OBJECT : plan->groups.items[group].first + (uint32_t)element;
}

unsigned plan_owner(struct image_plan *plan, const char *name)
{
	VEC_PUSH(plan->compilation->arena, &plan->owners, name);
	return (unsigned)plan->owners.count - 1;
}

void plan_extent(struct image_plan *plan, struct image_domain *domain, struct image_extent extent)
{
	if (extent.count)
		VEC_PUSH(plan->compilation->arena, &domain->extents, extent);
}

uint64_t plan_pages(struct image_plan *plan, uint64_t count, const unsigned char *bytes, size_t length)
{
	uint64_t first = plan->image_pages;
	VEC_PUSH(plan->compilation->arena, &plan->contents,
		 (struct image_content){ first, count, bytes, length });
	plan->image_pages += count;
	return first;
}

static bool is_supported(const struct image_plan *plan)
{
	struct diag *diag = plan->compilation->diag;
	bool ok = true;
	for (size_t i = 0; i < plan->model->pds.count; i++) {
		const struct model_pd *pd = plan->model->pds.items[i];
		if (pd->vm) {
			diag_report(diag, DIAG_BOARD_FEATURE, pd->vm->range,
				    "virtual machines are not supported in boot images");
			ok = false;
		}
		if (pd->ioports.count) {
			diag_report(diag, DIAG_BOARD_FEATURE, pd->ioports.items[0]->range,
				    "board '%s' has no I/O ports", plan->inputs->board->name);
			ok = false;
		}
		for (size_t j = 0; j < pd->irqs.count; j++)
			if (pd->irqs.items[j]->kind != MODEL_IRQ_LINE) {
				diag_report(diag, DIAG_BOARD_FEATURE, pd->irqs.items[j]->range,
					    "board '%s' has interrupts by number only",
					    plan->inputs->board->name);
				ok = false;
			}
	}
	if (plan->model->io_spaces.count) {
		diag_report(diag, DIAG_BOARD_FEATURE, plan->model->io_spaces.items[0]->range,
			    "address spaces of devices are not supported on board '%s'",
			    plan->inputs->board->name);
		ok = false;
	}
	return ok;
}

static bool read_parts(struct image_plan *plan)
{
	struct src_range nowhere = { 0, 0 };
	unsigned machine = plan->inputs->board->machine;
	plan->loader =
		elf_program_read(plan->compilation, plan->inputs->parts.loader, nowhere, machine, NULL, 0);
	return plan->loader != NULL;
}

const struct image_plan *image_plan(struct compilation *compilation, const struct model *model,
				    const struct image_inputs *inputs)
{
	struct image_plan *plan = ARENA_NEW(compilation->arena, struct image_plan);
	plan->compilation = compilation;
	plan->model = model;
	plan->inputs = inputs;
	bool ok = is_supported(plan) && read_parts(plan) && plan_layout(plan) && plan_memory(plan) &&
		  plan_domains(plan) && plan_numbers(plan);
	if (!ok)
		return NULL;
	plan_spec(plan);
	return plan_pieces(plan) ? plan : NULL;
}
