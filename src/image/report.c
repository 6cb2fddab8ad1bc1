#include "image/plan.h"

#include "base/out.h"

#include <inttypes.h>

static const char *const type_names[SEL4_TYPE_COUNT] = {
	[SEL4_TYPE_TCB] = "TCB",
	[SEL4_TYPE_ENDPOINT] = "endpoint",
	[SEL4_TYPE_NOTIFICATION] = "notification",
	[SEL4_TYPE_REPLY] = "reply",
	[SEL4_TYPE_SCHEDULING_CONTEXT] = "scheduling context",
	[SEL4_TYPE_CNODE] = "CNode",
	[SEL4_TYPE_FRAME] = "frame",
	[SEL4_TYPE_PAGE_TABLE] = "page table",
	[SEL4_TYPE_VSPACE] = "VSpace",
	[SEL4_TYPE_VCPU] = "VCPU",
};

static void report_memory(const struct image_plan *plan, struct out *out)
{
	const struct elf_segment *kernel = &plan->inputs->sdk->kernel_program->segments.items[0];
	out_line(out, "# Physical memory");
	out_line(out, "0x%010" PRIx64 " to 0x%010" PRIx64 "  the kernel", kernel->physical,
		 kernel->physical + kernel->size);
	out_line(out,
		 "0x%010" PRIx64 " to 0x%010" PRIx64 "  the initial task: its program, %" PRIu64
		 " pages of images, the specification (%zu bytes)",
		 plan->user_begin, plan->user_end, plan->image_pages, out_length(plan->spec));
	out_line(out, "0x%010" PRIx64 "                  the boot image, until the kernel runs",
		 plan->inputs->board->load);
}

static void report_objects(const struct image_plan *plan, struct out *out)
{
	out_text(out, "\n");
	out_line(out, "# Objects, %" PRIu32 " in all: how many, of how many bytes each, what, for whom",
		 plan->object_count);
	for (size_t i = 0; i < plan->groups.count; i++) {
		const struct image_group *group = &plan->groups.items[i];
		unsigned bits = group->bits;
		if (!group->count)
			continue;
		if (group->type == SEL4_TYPE_CNODE)
			bits += plan->inputs->sdk->slot_bits;
		out_text(out, "%6" PRIu64 " x %-8" PRIu64 " %-18s %s: %s", group->count, UINT64_C(1) << bits,
			 type_names[group->type], plan->owners.items[group->owner], group->what);
		if (group->address != SEL4_NO_ADDRESS)
			out_text(out, ", at 0x%" PRIx64, group->address);
		out_text(out, "\n");
	}
}

static void report_domain(const struct image_plan *plan, const struct image_domain *domain, struct out *out)
{
	out_text(out, "\n");
	out_line(out, "# %s", plan->owners.items[domain->owner]);
	for (size_t i = 0; i < domain->extents.count; i++) {
		const struct image_extent *extent = &domain->extents.items[i];
		const char *what =
			extent->group == IMAGE_NO_GROUP ? "image" : plan->groups.items[extent->group].what;
		out_line(out, "0x%010" PRIx64 " to 0x%010" PRIx64 "  %c%c%c  %s", extent->address,
			 extent->address + (extent->count << extent->bits),
			 extent->rights & SEL4_RIGHT_READ ? 'r' : '-',
			 extent->rights & SEL4_RIGHT_WRITE ? 'w' : '-',
			 extent->rights & SEL4_RIGHT_EXECUTE ? 'x' : '-', what);
	}
}

void image_report(const struct image_plan *plan, struct out *out)
{
	report_memory(plan, out);
	report_objects(plan, out);
	for (size_t i = 0; i < plan->domain_count; i++)
		report_domain(plan, &plan->domains[i], out);
}
