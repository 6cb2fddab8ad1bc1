/*
 * Physical memory: the kernel where it was linked for; behind it the initial task (its program, pages of
 * programs and prefilled regions, the specification), so that what is free stays in one piece; the boot image
 * itself where the board loads it. Memory that the tool chooses for regions lies from there on: the image is
 * not needed any more when they are made.
 */
#include "image/plan.h"

static uint64_t align(uint64_t value)
{
	uint64_t mask = (UINT64_C(1) << IMAGE_PAGE_BITS) - 1;
	return (value + mask) & ~mask;
}

uint64_t plan_initialiser_pages(const struct image_plan *plan)
{
	const struct elf_segment *last =
		&plan->initialiser->segments.items[plan->initialiser->segments.count - 1];
	return (align(last->address + last->size) - plan->user_address) >> IMAGE_PAGE_BITS;
}

uint64_t plan_page_address(const struct image_plan *plan, uint64_t number)
{
	return plan->user_begin + ((plan_initialiser_pages(plan) + number) << IMAGE_PAGE_BITS);
}

bool plan_layout(struct image_plan *plan)
{
	const struct elf_segment *kernel = &plan->inputs->sdk->kernel_program->segments.items[0];
	const char *path = plan->inputs->parts.initialiser;
	plan->spec_pointer.name = "program_spec";
	plan->initialiser = elf_program_read(plan->compilation, path, (struct src_range){ 0, 0 },
					     plan->inputs->board->machine, &plan->spec_pointer, 1);
	if (!plan->initialiser)
		return false;
	if (!plan->spec_pointer.found) {
		diag_report_file(plan->compilation->diag, DIAG_BAD_IMAGE, path,
				 "this is not this version's initialiser");
		return false;
	}
	plan->user_begin = align(kernel->physical + kernel->size);
	plan->user_address = plan->initialiser->segments.items[0].address;
	plan->chosen = plan->inputs->board->load;
	return true;
}
