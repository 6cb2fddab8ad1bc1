/*
 * The capability specification, from what was planned. Slots and badges are the published ones of
 * Microkit 2.3.
 */
#include "image/plan.h"

#include "abi/sel4_contract.h"
#include "base/out.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_BITS = 64, ROOT_BITS = 6, PRIORITY_OF_MONITOR = 255, MICROSECONDS = 1000 };

static const unsigned signal_rights = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE;
static const unsigned send_rights = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE | SEL4_RIGHT_GRANT;

struct writer {
	struct image_plan *plan;
	struct arena *arena;
	struct sel4_spec header;
	VEC(struct sel4_run) runs;
	VEC(struct sel4_table) tables;
	VEC(struct sel4_map) maps;
	VEC(struct sel4_cap) caps;
	VEC(struct sel4_irq) irqs;
	VEC(struct sel4_thread) threads;
	VEC(struct sel4_slice) slices;
};

static struct image_domain *domain_of(const struct writer *writer, const struct model_pd *pd)
{
	return &writer->plan->domains[pd->index];
}

static bool is_number_taken(const struct model *model, unsigned number)
{
	for (size_t i = 0; i < model->domains.count; i++) {
		const struct model_domain *domain = model->domains.items[i];
		if (domain->has_id && domain->id == number)
			return true;
	}
	return false;
}

/* A scheduling domain's own number, or the lowest that nobody else has. */
static unsigned domain_number(const struct model *model, const struct model_domain *domain)
{
	unsigned number = 0;
	if (domain->has_id)
		return domain->id;
	for (size_t i = 0; i <= domain->index; i++) {
		if (model->domains.items[i]->has_id)
			continue;
		while (is_number_taken(model, number))
			number++;
		if (i == domain->index)
			break;
		number++;
	}
	return number;
}

static void add_cap(struct writer *writer, int cnode, unsigned slot, int object, unsigned rights,
		    uint64_t badge)
{
	VEC_PUSH(writer->arena, &writer->caps,
		 (struct sel4_cap){ .badge = badge,
				    .object = plan_number(writer->plan, object, 0),
				    .slot = (uint16_t)slot,
				    .rights = (uint8_t)rights,
				    .cnode = plan_number(writer->plan, cnode, 0) });
}

static int input_of(const struct image_domain *domain)
{
	return domain->endpoint == IMAGE_NO_GROUP ? domain->notification : domain->endpoint;
}

static void add_end(struct writer *writer, const struct model_end *from, const struct model_end *to)
{
	struct image_domain *domain = domain_of(writer, from->pd), *peer = domain_of(writer, to->pd);
	if (from->notify)
		add_cap(writer, domain->cnode, SEL4_SLOT_NOTIFY + from->id, peer->notification, signal_rights,
			UINT64_C(1) << to->id);
	if (from->pp)
		add_cap(writer, domain->cnode, SEL4_SLOT_CALL + from->id, peer->endpoint, send_rights,
			SEL4_BADGE_CALL | to->id);
}

static void add_irq(struct writer *writer, const struct image_domain *domain, const struct model_irq *irq)
{
	VEC_PUSH(writer->arena, &writer->irqs,
		 (struct sel4_irq){ .badge = UINT64_C(1) << irq->id,
				    .number = plan_irq_number(writer->plan, irq),
				    .notification = plan_number(writer->plan, domain->notification, 0),
				    .cnode = plan_number(writer->plan, domain->cnode, 0),
				    .slot = (uint16_t)(SEL4_SLOT_IRQ + irq->id),
				    .edge = irq->trigger == MODEL_TRIGGER_EDGE,
				    .cpu = (uint8_t)domain->pd->cpu,
				    .name = (uint16_t)domain->owner });
}

static void add_user_caps(struct writer *writer, const struct image_domain *domain)
{
	/* What slot 0 of the root leads to: the CNode with a guard for the rest of the word. */
	unsigned guard = WORD_BITS - ROOT_BITS - domain->cnode_bits;
	add_cap(writer, domain->root, 0, domain->cnode, SEL4_RIGHT_ALL, guard);
	for (size_t i = 0; i < domain->pd->caps.count; i++) {
		const struct model_cap *cap = domain->pd->caps.items[i];
		const struct image_domain *other = domain_of(writer, cap->pd);
		int object = cap->kind == MODEL_CAP_TCB	 ? other->tcb
			     : cap->kind == MODEL_CAP_SC ? other->scheduling_context
							 : other->vspace;
		add_cap(writer, domain->root, cap->slot, object, SEL4_RIGHT_ALL, 0);
	}
}

static void add_caps(struct writer *writer, const struct image_domain *domain)
{
	int cnode = domain->cnode;
	add_cap(writer, cnode, SEL4_SLOT_INPUT, input_of(domain), SEL4_RIGHT_ALL, 0);
	add_cap(writer, cnode, SEL4_SLOT_VSPACE, domain->vspace, SEL4_RIGHT_ALL, 0);
	add_cap(writer, cnode, SEL4_SLOT_REPLY, domain->reply, SEL4_RIGHT_ALL, 0);
	if (!domain->pd)
		return;
	add_cap(writer, cnode, SEL4_SLOT_OWN_NOTIFICATION, domain->notification, SEL4_RIGHT_READ, 0);
	add_cap(writer, cnode, SEL4_SLOT_CONSOLE, writer->plan->monitor_endpoint, send_rights,
		SEL4_BADGE_CONSOLE | domain->pd->index);
	if (domain->pd->passive)
		add_cap(writer, cnode, SEL4_SLOT_MONITOR, writer->plan->monitor_endpoint, send_rights,
			domain->pd->index + 1);
	if (domain->pd->smc)
		VEC_PUSH(writer->arena, &writer->caps,
			 (struct sel4_cap){ .object = SEL4_CAP_SMC,
					    .slot = SEL4_SLOT_SMC,
					    .rights = SEL4_RIGHT_ALL,
					    .cnode = plan_number(writer->plan, cnode, 0) });
	for (size_t i = 0; i < domain->pd->irqs.count; i++)
		add_irq(writer, domain, domain->pd->irqs.items[i]);
	for (size_t i = 0; i < domain->pd->children.count; i++)
		add_cap(writer, cnode, SEL4_SLOT_CHILD + domain->pd->children.items[i]->child_id,
			domain_of(writer, domain->pd->children.items[i])->tcb, SEL4_RIGHT_ALL, 0);
	if (domain->root != IMAGE_NO_GROUP)
		add_user_caps(writer, domain);
}

static void add_monitor_caps(struct writer *writer)
{
	const struct image_plan *plan = writer->plan;
	const struct image_domain *monitor = &plan->domains[plan->domain_count - 1];
	for (size_t i = 0; i + 1 < plan->domain_count; i++) {
		const struct image_domain *domain = &plan->domains[i];
		unsigned index = (unsigned)i;
		add_cap(writer, monitor->cnode, SEL4_MONITOR_TCB + index, domain->tcb, SEL4_RIGHT_ALL, 0);
		if (!domain->pd->passive)
			continue;
		add_cap(writer, monitor->cnode, SEL4_MONITOR_SCHEDULING_CONTEXT + index,
			domain->scheduling_context, SEL4_RIGHT_ALL, 0);
		add_cap(writer, monitor->cnode, SEL4_MONITOR_NOTIFICATION + index, domain->notification,
			SEL4_RIGHT_ALL, 0);
	}
}

static void add_maps(struct writer *writer, const struct image_domain *domain)
{
	const struct image_plan *plan = writer->plan;
	uint32_t vspace = plan_number(plan, domain->vspace, 0);
	for (size_t i = 0; i < domain->table_addresses.count; i++)
		VEC_PUSH(writer->arena, &writer->tables,
			 (struct sel4_table){ domain->table_addresses.items[i], vspace,
					      plan_number(plan, domain->tables, i) });
	for (size_t i = 0; i < domain->extents.count; i++) {
		const struct image_extent *extent = &domain->extents.items[i];
		uint32_t frame = extent->group == IMAGE_NO_GROUP
					 ? (uint32_t)extent->first
					 : plan_number(plan, extent->group, extent->first);
		VEC_PUSH(writer->arena, &writer->maps,
			 (struct sel4_map){ .address = extent->address,
					    .vspace = vspace,
					    .frame = frame,
					    .count = (uint32_t)extent->count,
					    .bits = (uint8_t)extent->bits,
					    .rights = (uint8_t)extent->rights,
					    .flags = (uint8_t)extent->flags });
	}
}

/* Whom the faults of a protection domain go to. */
static void direct_faults(const struct writer *writer, const struct image_domain *domain,
			  struct sel4_thread *thread)
{
	const struct model_pd *pd = domain->pd, *parent = pd ? pd->parent : NULL;
	int endpoint = parent ? domain_of(writer, parent)->endpoint : writer->plan->monitor_endpoint;
	thread->fault_endpoint = plan_number(writer->plan, endpoint, 0);
	thread->fault_badge = parent ? SEL4_BADGE_FAULT | pd->child_id : pd ? pd->index + 1 : 0;
}

static void add_thread(struct writer *writer, const struct image_domain *domain)
{
	const struct image_plan *plan = writer->plan;
	const struct model_pd *pd = domain->pd;
	bool two_levels = domain->root != IMAGE_NO_GROUP;
	uint64_t budget = pd && pd->has_budget ? pd->budget : MICROSECONDS;
	struct sel4_thread thread = {
		.entry = domain->program->entry,
		.stack = domain->stack_top,
		.buffer = domain->buffer_address,
		.budget = budget,
		.period = pd && pd->has_budget ? pd->period : budget,
		.scheduling_badge = 0x100 + (uint64_t)(domain - plan->domains),
		.tcb = plan_number(plan, domain->tcb, 0),
		.cnode = plan_number(plan, two_levels ? domain->root : domain->cnode, 0),
		.vspace = plan_number(plan, domain->vspace, 0),
		.buffer_frame = plan_number(plan, domain->buffer, 0),
		.scheduling_context = plan_number(plan, domain->scheduling_context, 0),
		.notification = plan_number(plan, domain->notification, 0),
		.vcpu = SEL4_NO_OBJECT,
		.guard = (uint8_t)(two_levels ? 0 : WORD_BITS - domain->cnode_bits),
		.priority = (uint8_t)(pd ? pd->priority : PRIORITY_OF_MONITOR),
		.cpu = (uint8_t)(pd ? pd->cpu : 0),
		.domain = (uint8_t)(pd && pd->domain ? domain_number(plan->model, pd->domain) : 0),
		.flags = SEL4_THREAD_START | (pd && pd->no_fpu ? SEL4_THREAD_NO_FPU : 0),
		.name = (uint16_t)domain->owner,
	};
	direct_faults(writer, domain, &thread);
	VEC_PUSH(writer->arena, &writer->threads, thread);
}

static int compare_runs(const void *a, const void *b)
{
	const struct image_group *const *first = a, *const *second = b;
	return (*first)->first < (*second)->first ? -1 : (*first)->first > (*second)->first;
}

static void add_runs(struct writer *writer)
{
	const struct image_plan *plan = writer->plan;
	size_t count = plan->groups.count;
	const struct image_group **groups = ARENA_ARRAY(writer->arena, const struct image_group *, count);
	for (size_t i = 0; i < count; i++)
		groups[i] = &plan->groups.items[i];
	qsort(groups, count, sizeof *groups, compare_runs);
	for (size_t i = 0; i < count; i++)
		if (groups[i]->count)
			VEC_PUSH(writer->arena, &writer->runs,
				 (struct sel4_run){ .address = groups[i]->address,
						    .count = (uint32_t)groups[i]->count,
						    .type = (uint8_t)groups[i]->type,
						    .bits = (uint8_t)groups[i]->bits,
						    .name = (uint16_t)groups[i]->owner });
}

static struct sel4_span add_span(struct out *out, const void *items, size_t count, size_t size)
{
	struct sel4_span span = { (uint32_t)(sizeof(struct sel4_spec) + out_length(out)), (uint32_t)count };
	if (count)
		out_bytes(out, items, count * size);
	return span;
}

static struct sel4_span add_names(struct writer *writer, struct out *out)
{
	const struct image_plan *plan = writer->plan;
	size_t count = plan->owners.count;
	uint32_t *offsets = ARENA_ARRAY(writer->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++) {
		offsets[i] = (uint32_t)(sizeof(struct sel4_spec) + out_length(out));
		out_bytes(out, plan->owners.items[i], strlen(plan->owners.items[i]) + 1);
	}
	while (out_length(out) % sizeof(uint64_t))
		out_bytes(out, "", 1);
	return add_span(out, offsets, count, sizeof *offsets);
}

static void write_spec(struct writer *writer)
{
	struct out *tables = out_create(writer->arena);
	struct sel4_spec *header = &writer->header;
	header->magic = SEL4_SPEC_MAGIC;
	header->image_page = (uint32_t)plan_initialiser_pages(writer->plan);
	header->object_count = writer->plan->object_count;
	header->runs = add_span(tables, writer->runs.items, writer->runs.count, sizeof *writer->runs.items);
	header->tables =
		add_span(tables, writer->tables.items, writer->tables.count, sizeof *writer->tables.items);
	header->maps = add_span(tables, writer->maps.items, writer->maps.count, sizeof *writer->maps.items);
	header->caps = add_span(tables, writer->caps.items, writer->caps.count, sizeof *writer->caps.items);
	header->irqs = add_span(tables, writer->irqs.items, writer->irqs.count, sizeof *writer->irqs.items);
	header->threads =
		add_span(tables, writer->threads.items, writer->threads.count, sizeof *writer->threads.items);
	header->slices =
		add_span(tables, writer->slices.items, writer->slices.count, sizeof *writer->slices.items);
	header->names = add_names(writer, tables);
	writer->plan->spec = out_create(writer->arena);
	out_bytes(writer->plan->spec, (const char *)header, sizeof *header);
	out_bytes(writer->plan->spec, out_string(tables), out_length(tables));
}

/* One schedule entry per slice; the kernel counts in ticks of its timer. */
static void add_schedule(struct writer *writer)
{
	const struct model_schedule *schedule = writer->plan->model->schedule;
	uint64_t frequency = writer->plan->inputs->sdk->timer_frequency;
	if (!schedule)
		return;
	writer->header.slice_base = schedule->index_shift;
	writer->header.slice_start = schedule->start_index;
	for (size_t i = 0; i < schedule->entries.count; i++) {
		const struct model_schedule_entry *entry = schedule->entries.items[i];
		uint64_t ticks = entry->duration.unit == MODEL_TIME_US
					 ? entry->duration.value * (frequency / 1000) / 1000
					 : entry->duration.value;
		VEC_PUSH(writer->arena, &writer->slices,
			 (struct sel4_slice){ .ticks = entry->domain ? ticks : 0,
					      .domain = (uint8_t)(entry->domain
									  ? domain_number(writer->plan->model,
											  entry->domain)
									  : 0) });
	}
}

void plan_spec(struct image_plan *plan)
{
	struct writer writer = { .plan = plan, .arena = plan->compilation->arena };
	add_runs(&writer);
	for (size_t i = 0; i < plan->domain_count; i++) {
		add_caps(&writer, &plan->domains[i]);
		add_maps(&writer, &plan->domains[i]);
		add_thread(&writer, &plan->domains[i]);
	}
	for (size_t i = 0; i < plan->model->channels.count; i++) {
		const struct model_end *ends = plan->model->channels.items[i]->ends;
		add_end(&writer, &ends[0], &ends[1]);
		add_end(&writer, &ends[1], &ends[0]);
	}
	add_monitor_caps(&writer);
	add_schedule(&writer);
	write_spec(&writer);
}
