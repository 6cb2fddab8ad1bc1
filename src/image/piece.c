/*
 * The pieces of memory that the loader fills. Pages that are all zero are not stored, wherever they are.
 */
#include "image/plan.h"

#include "base/out.h"

#include <inttypes.h>
#include <string.h>

enum { LINE = 64 };

static const uint64_t page = UINT64_C(1) << IMAGE_PAGE_BITS;

static bool is_zero(const unsigned char *bytes, size_t length)
{
	return !length || (!bytes[0] && !memcmp(bytes, bytes + 1, length - 1));
}

static void add(struct image_plan *plan, uint64_t destination, uint64_t size, const unsigned char *bytes,
		size_t length)
{
	while (length && !bytes[length - 1])
		length--;
	VEC_PUSH(plan->compilation->arena, &plan->pieces,
		 (struct image_piece){ .destination = destination,
				       .size = (size + LINE - 1) & ~(uint64_t)(LINE - 1),
				       .stored = (length + LINE - 1) & ~(uint64_t)(LINE - 1),
				       .bytes = bytes,
				       .length = length });
}

/* Memory of SIZE bytes that begins with BYTES: a piece for each run of pages that are not zero. */
static void fill(struct image_plan *plan, uint64_t destination, uint64_t size, const unsigned char *bytes,
		 size_t length)
{
	size_t begin = 0;
	bool before = false;
	for (size_t at = 0; at < length; at += page) {
		size_t left = length - at < page ? length - at : page;
		bool zero = is_zero(bytes + at, left);
		if (before && !zero) {
			add(plan, destination + begin, at - begin, bytes + begin, at - begin);
			begin = at;
		}
		before = zero;
	}
	add(plan, destination + begin, size - begin, bytes + begin, length - begin);
}

static void fill_kernel(struct image_plan *plan)
{
	const struct elf_program *kernel = plan->inputs->sdk->kernel_program;
	for (size_t i = 0; i < kernel->segments.count; i++) {
		const struct elf_segment *segment = &kernel->segments.items[i];
		fill(plan, segment->physical, segment->size, segment->bytes, segment->stored);
	}
}

/* One run of pages, whatever its segments are: the kernel maps it as a whole. */
static void fill_initialiser(struct image_plan *plan, uint64_t spec)
{
	uint64_t pages = plan_initialiser_pages(plan);
	unsigned char *memory = arena_alloc(plan->compilation->arena, pages << IMAGE_PAGE_BITS);
	size_t length = 0;
	for (size_t i = 0; i < plan->initialiser->segments.count; i++) {
		const struct elf_segment *segment = &plan->initialiser->segments.items[i];
		uint64_t offset = segment->address - plan->user_address;
		memcpy(memory + offset, segment->bytes, segment->stored);
		length = offset + segment->stored;
	}
	memcpy(memory + (plan->spec_pointer.address - plan->user_address), &spec, sizeof spec);
	fill(plan, plan->user_begin, pages << IMAGE_PAGE_BITS, memory, length);
}

static bool check_room(const struct image_plan *plan)
{
	uint64_t load = plan->inputs->board->load;
	struct diag *diag = plan->compilation->diag;
	if (plan->user_end > load && plan->user_begin < load) {
		diag_report(diag, DIAG_BOARD_MEMORY, plan->model->range,
			    "the programs and prefilled regions need %" PRIu64 " KiB, and there are %" PRIu64
			    " between the kernel and the boot image",
			    (plan->user_end - plan->user_begin) >> 10, (load - plan->user_begin) >> 10);
		return false;
	}
	for (size_t i = 0; i < plan->model->regions.count; i++) {
		const struct model_region *region = plan->model->regions.items[i];
		if (!region->has_phys_addr || region->phys_addr >= plan->user_end ||
		    region->phys_addr + region->size <= plan->user_begin)
			continue;
		diag_report(diag, DIAG_BOARD_MEMORY, region->range,
			    "region '%s' is at the physical address 0x%" PRIx64
			    ", where the system's programs are put (0x%" PRIx64 " to 0x%" PRIx64 ")",
			    region->name, region->phys_addr, plan->user_begin, plan->user_end);
		return false;
	}
	return true;
}

bool plan_pieces(struct image_plan *plan)
{
	uint64_t spec = plan_page_address(plan, plan->image_pages);
	uint64_t size = (out_length(plan->spec) + page - 1) & ~(page - 1);
	plan->user_end = spec + size;
	fill_kernel(plan);
	fill_initialiser(plan, spec - plan->user_begin + plan->user_address);
	for (size_t i = 0; i < plan->contents.count; i++) {
		const struct image_content *content = &plan->contents.items[i];
		fill(plan, plan_page_address(plan, content->page), content->count << IMAGE_PAGE_BITS,
		     content->bytes, content->length);
	}
	fill(plan, spec, size, (const unsigned char *)out_string(plan->spec), out_length(plan->spec));
	return check_room(plan);
}
