#include "image/plan.h"

#include "base/out.h"

static const uint64_t page = UINT64_C(1) << IMAGE_PAGE_BITS;

enum { GIGABYTE_BITS = 30, GIGABYTES = 64, KERNEL_BLOCK_BITS = 21 };

/* Which gigabytes have memory. */
static uint64_t memory_mask(const struct image_sdk *sdk)
{
	uint64_t mask = 0;
	for (size_t i = 0; i < sdk->memory.count; i++)
		for (uint64_t j = sdk->memory.items[i].begin >> GIGABYTE_BITS;
		     j < GIGABYTES && j << GIGABYTE_BITS < sdk->memory.items[i].end; j++)
			mask |= UINT64_C(1) << j;
	return mask;
}

static struct sel4_image make_header(const struct image_plan *plan, uint64_t size)
{
	const struct image_board *board = plan->inputs->board;
	const struct elf_program *kernel = plan->inputs->sdk->kernel_program;
	uint64_t block = (UINT64_C(1) << KERNEL_BLOCK_BITS) - 1;
	return (struct sel4_image){
		.magic = SEL4_IMAGE_MAGIC,
		.scratch = (board->load + size + page - 1) & ~(page - 1),
		.kernel_entry = kernel->entry,
		.kernel_virtual = kernel->segments.items[0].address & ~block,
		.kernel_physical = kernel->segments.items[0].physical & ~block,
		.user_begin = plan->user_begin,
		.user_end = plan->user_end,
		.user_offset = plan->user_begin - plan->user_address,
		.user_entry = plan->initialiser->entry,
		.memory = memory_mask(plan->inputs->sdk),
		.distributor = board->distributor,
		.piece_count = (uint32_t)plan->pieces.count,
		.flags = plan->inputs->sdk->kernel->hypervisor == MODEL_SUPPORT_YES ? SEL4_IMAGE_HYPERVISOR
										    : 0,
	};
}

void image_pack(const struct image_plan *plan, struct out *out)
{
	static const char zeros[64];
	const struct elf_segment *loader = &plan->loader->segments.items[0];
	uint64_t offset = sizeof(struct sel4_image) + plan->pieces.count * sizeof(struct sel4_piece);
	struct arena *arena = out_arena(out);
	struct sel4_piece *pieces = ARENA_ARRAY(arena, struct sel4_piece, plan->pieces.count);
	for (size_t i = 0; i < plan->pieces.count; i++) {
		const struct image_piece *piece = &plan->pieces.items[i];
		pieces[i] = (struct sel4_piece){ piece->destination, piece->size, piece->stored, offset };
		offset += piece->stored;
	}
	struct sel4_image header = make_header(plan, loader->stored + offset);
	out_reserve(out, loader->stored + offset);
	out_bytes(out, (const char *)loader->bytes, loader->stored);
	out_bytes(out, (const char *)&header, sizeof header);
	out_bytes(out, (const char *)pieces, plan->pieces.count * sizeof *pieces);
	for (size_t i = 0; i < plan->pieces.count; i++) {
		const struct image_piece *piece = &plan->pieces.items[i];
		out_bytes(out, (const char *)piece->bytes, piece->length);
		out_bytes(out, zeros, piece->stored - piece->length);
	}
}
