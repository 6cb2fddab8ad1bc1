#include "sdf/shape.h"

#include <assert.h>

/* ------------------------------------------------------------- making */

/* Adds a new entity of the item type of VECTOR, which holds pointers, to it. */
#define ADD(compilation, vector, type, source)                                                               \
	do {                                                                                                 \
		struct type *added = ARENA_NEW((compilation)->arena, struct type);                           \
		added->range = (source);                                                                     \
		VEC_PUSH((compilation)->arena, (vector), added);                                             \
		return added;                                                                                \
	} while (0)

static struct model_region *make_region(struct compilation *compilation, struct model *model,
					struct src_range range)
{
	struct model_region *region = model_region_add(compilation, model, NULL, 0);
	region->range = range;
	return region;
}

static struct model_pd *make_pd(struct compilation *compilation, struct model *model, struct model_pd *parent,
				struct src_range range)
{
	struct model_pd *pd = model_pd_add(compilation, model, NULL);
	pd->range = range;
	pd->parent = parent;
	if (parent)
		VEC_PUSH(compilation->arena, &parent->children, pd);
	return pd;
}

static struct model_channel *make_channel(struct compilation *compilation, struct model *model,
					  struct src_range range)
{
	struct model_channel *channel = ARENA_NEW(compilation->arena, struct model_channel);
	channel->index = (unsigned)model->channels.count;
	channel->range = range;
	VEC_PUSH(compilation->arena, &model->channels, channel);
	return channel;
}

/* A third end, which is an error, has a place of its own. */
static struct model_end *make_end(struct compilation *compilation, struct model_channel *channel,
				  struct src_range range)
{
	struct model_end *end = !channel->ends[0].range.begin ? &channel->ends[0]
				: !channel->ends[1].range.begin
					? &channel->ends[1]
					: ARENA_NEW(compilation->arena, struct model_end);
	end->range = range;
	return end;
}

static struct model_domain *make_domain(struct compilation *compilation, struct model *model,
					struct src_range range)
{
	struct model_domain *domain = ARENA_NEW(compilation->arena, struct model_domain);
	domain->index = (unsigned)model->domains.count;
	domain->range = range;
	VEC_PUSH(compilation->arena, &model->domains, domain);
	return domain;
}

static struct model_schedule *make_schedule(struct compilation *compilation, struct model *model,
					    struct src_range range)
{
	model->schedule = ARENA_NEW(compilation->arena, struct model_schedule);
	model->schedule->range = range;
	return model->schedule;
}

static struct model_io_space *make_io_space(struct compilation *compilation, struct model *model,
					    struct src_range range)
{
	struct model_io_space *space = ARENA_NEW(compilation->arena, struct model_io_space);
	space->index = (unsigned)model->io_spaces.count;
	space->range = range;
	VEC_PUSH(compilation->arena, &model->io_spaces, space);
	return space;
}

static struct model_vm *make_vm(struct compilation *compilation, struct model_pd *pd, struct src_range range)
{
	pd->vm = ARENA_NEW(compilation->arena, struct model_vm);
	pd->vm->range = range;
	return pd->vm;
}

static struct model_irq *make_irq(struct compilation *compilation, struct model_pd *pd,
				  enum model_irq_kind kind, struct src_range range)
{
	struct model_irq *irq = ARENA_NEW(compilation->arena, struct model_irq);
	irq->kind = kind;
	irq->range = range;
	VEC_PUSH(compilation->arena, &pd->irqs, irq);
	return irq;
}

static struct model_cap *make_cap(struct compilation *compilation, struct model_pd *pd,
				  enum model_cap_kind kind, struct src_range range)
{
	struct model_cap *cap = ARENA_NEW(compilation->arena, struct model_cap);
	cap->kind = kind;
	cap->range = range;
	VEC_PUSH(compilation->arena, &pd->caps, cap);
	return cap;
}

static void *make_in_pd(struct compilation *compilation, enum sdf_element_id id, struct model_pd *pd,
			struct src_range range)
{
	if (id == SDF_ELEMENT_MAP)
		ADD(compilation, &pd->maps, model_map, range);
	if (id == SDF_ELEMENT_IOPORT)
		ADD(compilation, &pd->ioports, model_ioport, range);
	if (id == SDF_ELEMENT_SETVAR)
		ADD(compilation, &pd->setvars, model_setvar, range);
	if (id == SDF_ELEMENT_VM)
		return make_vm(compilation, pd, range);
	if (id == SDF_ELEMENT_IRQ)
		return make_irq(compilation, pd, MODEL_IRQ_LINE, range);
	if (id == SDF_ELEMENT_IOAPIC)
		return make_irq(compilation, pd, MODEL_IRQ_IOAPIC, range);
	if (id == SDF_ELEMENT_MSI)
		return make_irq(compilation, pd, MODEL_IRQ_MSI, range);
	assert(id == SDF_ELEMENT_IMAGE || id == SDF_ELEMENT_CSPACE);
	return pd;
}

static void *make_in_vm(struct compilation *compilation, enum sdf_element_id id, struct model_vm *vm,
			struct src_range range)
{
	if (id == SDF_ELEMENT_VCPU)
		ADD(compilation, &vm->vcpus, model_vcpu, range);
	ADD(compilation, &vm->maps, model_map, range);
}

static void *make_in_schedule(struct compilation *compilation, struct model_schedule *schedule,
			      struct src_range range)
{
	ADD(compilation, &schedule->entries, model_schedule_entry, range);
}

static void *make_in_io_space(struct compilation *compilation, struct model_io_space *space,
			      struct src_range range)
{
	ADD(compilation, &space->maps, model_iomap, range);
}

void *sdf_shape_make(struct compilation *compilation, struct model *model, enum sdf_element_id id,
		     void *parent, struct src_range range)
{
	switch (id) {
	case SDF_ELEMENT_SYSTEM:
	case SDF_ELEMENT_DOMAINS:
		return model;
	case SDF_ELEMENT_REGION:
		return make_region(compilation, model, range);
	case SDF_ELEMENT_PD:
		return make_pd(compilation, model, NULL, range);
	case SDF_ELEMENT_CHILD:
		return make_pd(compilation, model, parent, range);
	case SDF_ELEMENT_CHANNEL:
		return make_channel(compilation, model, range);
	case SDF_ELEMENT_END:
		return make_end(compilation, parent, range);
	case SDF_ELEMENT_IO_SPACE:
		return make_io_space(compilation, model, range);
	case SDF_ELEMENT_IOMAP:
		return make_in_io_space(compilation, parent, range);
	case SDF_ELEMENT_DOMAIN:
		return make_domain(compilation, model, range);
	case SDF_ELEMENT_SCHEDULE:
		return make_schedule(compilation, model, range);
	case SDF_ELEMENT_ENTRY:
	case SDF_ELEMENT_END_MARKER:
		return make_in_schedule(compilation, parent, range);
	case SDF_ELEMENT_VCPU:
	case SDF_ELEMENT_VM_MAP:
		return make_in_vm(compilation, id, parent, range);
	case SDF_ELEMENT_CAP_TCB:
		return make_cap(compilation, parent, MODEL_CAP_TCB, range);
	case SDF_ELEMENT_CAP_SC:
		return make_cap(compilation, parent, MODEL_CAP_SC, range);
	case SDF_ELEMENT_CAP_VSPACE:
		return make_cap(compilation, parent, MODEL_CAP_VSPACE, range);
	case SDF_ELEMENT_IMAGE:
	case SDF_ELEMENT_MAP:
	case SDF_ELEMENT_VM:
	case SDF_ELEMENT_IOAPIC:
	case SDF_ELEMENT_MSI:
	case SDF_ELEMENT_IRQ:
	case SDF_ELEMENT_IOPORT:
	case SDF_ELEMENT_SETVAR:
	case SDF_ELEMENT_CSPACE:
		return make_in_pd(compilation, id, parent, range);
	case SDF_ELEMENT_COUNT:
		break;
	}
	assert(!"an element without a row");
	return NULL;
}

/* ------------------------------------------------------------ listing */

static void push(struct arena *arena, struct sdf_children *children, enum sdf_element_id id,
		 const void *entity)
{
	VEC_PUSH(arena, &children->list, (struct sdf_child){ id, entity });
}

#define PUSH_ALL(arena, children, id, vector)                                                                \
	for (size_t i = 0; i < (vector)->count; i++)                                                         \
	push(arena, children, id, (vector)->items[i])

static void list_system(struct arena *arena, struct sdf_children *children, const struct model *model)
{
	PUSH_ALL(arena, children, SDF_ELEMENT_REGION, &model->regions);
	if (model->domains.count)
		push(arena, children, SDF_ELEMENT_DOMAINS, model);
	for (size_t i = 0; i < model->pds.count; i++)
		if (!model->pds.items[i]->parent)
			push(arena, children, SDF_ELEMENT_PD, model->pds.items[i]);
	PUSH_ALL(arena, children, SDF_ELEMENT_CHANNEL, &model->channels);
	PUSH_ALL(arena, children, SDF_ELEMENT_IO_SPACE, &model->io_spaces);
}

static void list_domains(struct arena *arena, struct sdf_children *children, const struct model *model)
{
	PUSH_ALL(arena, children, SDF_ELEMENT_DOMAIN, &model->domains);
	if (model->schedule)
		push(arena, children, SDF_ELEMENT_SCHEDULE, model->schedule);
}

static void list_schedule(struct arena *arena, struct sdf_children *children,
			  const struct model_schedule *schedule)
{
	for (size_t i = 0; i < schedule->entries.count; i++) {
		const struct model_schedule_entry *entry = schedule->entries.items[i];
		push(arena, children, entry->domain ? SDF_ELEMENT_ENTRY : SDF_ELEMENT_END_MARKER, entry);
	}
}

static void list_pd(struct arena *arena, struct sdf_children *children, const struct model_pd *pd)
{
	static const enum sdf_element_id of_kind[] = {
		[MODEL_IRQ_LINE] = SDF_ELEMENT_IRQ,
		[MODEL_IRQ_IOAPIC] = SDF_ELEMENT_IOAPIC,
		[MODEL_IRQ_MSI] = SDF_ELEMENT_MSI,
	};
	push(arena, children, SDF_ELEMENT_IMAGE, pd);
	PUSH_ALL(arena, children, SDF_ELEMENT_MAP, &pd->maps);
	if (pd->vm)
		push(arena, children, SDF_ELEMENT_VM, pd->vm);
	for (size_t i = 0; i < pd->irqs.count; i++)
		push(arena, children, of_kind[pd->irqs.items[i]->kind], pd->irqs.items[i]);
	PUSH_ALL(arena, children, SDF_ELEMENT_IOPORT, &pd->ioports);
	PUSH_ALL(arena, children, SDF_ELEMENT_SETVAR, &pd->setvars);
	if (pd->caps.count)
		push(arena, children, SDF_ELEMENT_CSPACE, pd);
	PUSH_ALL(arena, children, SDF_ELEMENT_CHILD, &pd->children);
}

static void list_cspace(struct arena *arena, struct sdf_children *children, const struct model_pd *pd)
{
	static const enum sdf_element_id of_kind[] = {
		[MODEL_CAP_TCB] = SDF_ELEMENT_CAP_TCB,
		[MODEL_CAP_SC] = SDF_ELEMENT_CAP_SC,
		[MODEL_CAP_VSPACE] = SDF_ELEMENT_CAP_VSPACE,
	};
	for (size_t i = 0; i < pd->caps.count; i++)
		push(arena, children, of_kind[pd->caps.items[i]->kind], pd->caps.items[i]);
}

static void list_vm(struct arena *arena, struct sdf_children *children, const struct model_vm *vm)
{
	PUSH_ALL(arena, children, SDF_ELEMENT_VCPU, &vm->vcpus);
	PUSH_ALL(arena, children, SDF_ELEMENT_VM_MAP, &vm->maps);
}

struct sdf_children sdf_shape_children(struct arena *arena, const struct model *model, enum sdf_element_id id,
				       const void *entity)
{
	struct sdf_children children = { 0 };
	const struct model_channel *channel = entity;
	const struct model_io_space *space = entity;
	if (id == SDF_ELEMENT_SYSTEM)
		list_system(arena, &children, model);
	else if (id == SDF_ELEMENT_DOMAINS)
		list_domains(arena, &children, model);
	else if (id == SDF_ELEMENT_SCHEDULE)
		list_schedule(arena, &children, entity);
	else if (id == SDF_ELEMENT_PD || id == SDF_ELEMENT_CHILD)
		list_pd(arena, &children, entity);
	else if (id == SDF_ELEMENT_CSPACE)
		list_cspace(arena, &children, entity);
	else if (id == SDF_ELEMENT_VM)
		list_vm(arena, &children, entity);
	else if (id == SDF_ELEMENT_IO_SPACE)
		PUSH_ALL(arena, &children, SDF_ELEMENT_IOMAP, &space->maps);
	else if (id == SDF_ELEMENT_CHANNEL)
		for (int end = 0; end < 2; end++)
			push(arena, &children, SDF_ELEMENT_END, &channel->ends[end]);
	return children;
}
