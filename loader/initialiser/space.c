/*
 * Address spaces and capability spaces.
 */
#include "initialiser.h"

static seL4_CapRights_t kernel_rights(unsigned rights)
{
	return seL4_CapRights_new(rights & SEL4_RIGHT_GRANT_REPLY ? 1 : 0, rights & SEL4_RIGHT_GRANT ? 1 : 0,
				  rights & (SEL4_RIGHT_READ | SEL4_RIGHT_EXECUTE) ? 1 : 0,
				  rights & SEL4_RIGHT_WRITE ? 1 : 0);
}

static seL4_CPtr copy_cap(struct boot *boot, seL4_CPtr cap)
{
	seL4_CPtr slot = boot_slot(boot, "share the memory", UINT16_MAX);
	seL4_Error error = seL4_CNode_Copy(seL4_CapInitThreadCNode, slot, seL4_WordBits,
					   seL4_CapInitThreadCNode, cap, seL4_WordBits, seL4_AllRights);
	if (error)
		boot_fail(boot, "share the memory", UINT16_MAX, error);
	return slot;
}

/* The name of whom an object is for. */
static unsigned name_of(const struct boot *boot, uint32_t object)
{
	const struct sel4_run *runs = spec_table(boot, boot->spec->runs);
	for (uint32_t i = 0, first = 0; i < boot->spec->runs.count; first += runs[i++].count)
		if (object - first < runs[i].count)
			return runs[i].name;
	return UINT16_MAX;
}

static void map_frames(struct boot *boot, const struct sel4_map *map)
{
	seL4_ARM_VMAttributes attributes =
		map->flags & SEL4_MAP_UNCACHED ? 0 : seL4_ARM_Default_VMAttributes & ~seL4_ARM_ExecuteNever;
	if (!(map->rights & SEL4_RIGHT_EXECUTE))
		attributes |= seL4_ARM_ExecuteNever;
	seL4_CPtr frame = map->flags & SEL4_MAP_IMAGE
				  ? boot->info->userImageFrames.start + boot->spec->image_page + map->frame
				  : object_cap(boot, map->frame);
	for (uint32_t i = 0; i < map->count; i++) {
		seL4_CPtr cap =
			map->flags & (SEL4_MAP_IMAGE | SEL4_MAP_COPY) ? copy_cap(boot, frame + i) : frame + i;
		seL4_Error error = seL4_ARM_Page_Map(cap, object_cap(boot, map->vspace),
						     map->address + ((uint64_t)i << map->bits),
						     kernel_rights(map->rights), attributes);
		if (error)
			boot_fail(boot, "map the memory", name_of(boot, map->vspace), error);
	}
}

static void assign_address_spaces(struct boot *boot)
{
	const struct sel4_run *runs = spec_table(boot, boot->spec->runs);
	uint32_t object = 0;
	for (uint32_t i = 0; i < boot->spec->runs.count; object += runs[i++].count)
		for (uint32_t j = 0; runs[i].type == SEL4_TYPE_VSPACE && j < runs[i].count; j++) {
			seL4_Error error = seL4_ARM_ASIDPool_Assign(seL4_CapInitThreadASIDPool,
								    object_cap(boot, object + j));
			if (error)
				boot_fail(boot, "number the address space", runs[i].name, error);
		}
}

void space_map(struct boot *boot)
{
	const struct sel4_table *tables = spec_table(boot, boot->spec->tables);
	const struct sel4_map *maps = spec_table(boot, boot->spec->maps);
	assign_address_spaces(boot);
	for (uint32_t i = 0; i < boot->spec->tables.count; i++) {
		seL4_Error error = seL4_ARM_PageTable_Map(object_cap(boot, tables[i].table),
							  object_cap(boot, tables[i].vspace),
							  tables[i].address, seL4_ARM_Default_VMAttributes);
		if (error)
			boot_fail(boot, "map a page table", name_of(boot, tables[i].table), error);
	}
	for (uint32_t i = 0; i < boot->spec->maps.count; i++)
		map_frames(boot, &maps[i]);
}

/* log2 of the number of slots of a CNode, and the name of its owner. */
static const struct sel4_run *run_of(const struct boot *boot, uint32_t object)
{
	const struct sel4_run *runs = spec_table(boot, boot->spec->runs);
	for (uint32_t i = 0, first = 0; i < boot->spec->runs.count; first += runs[i++].count)
		if (object - first < runs[i].count)
			return &runs[i];
	boot_fail(boot, "find a CNode", UINT16_MAX, seL4_InvalidArgument);
}

static void fill_slot(struct boot *boot, const struct sel4_cap *cap)
{
	const struct sel4_run *cnode = run_of(boot, cap->cnode);
	seL4_CPtr source =
		cap->object == SEL4_CAP_SMC ? (seL4_CPtr)seL4_CapSMC : object_cap(boot, cap->object);
	seL4_Error error = cap->badge ? seL4_CNode_Mint(object_cap(boot, cap->cnode), cap->slot, cnode->bits,
							seL4_CapInitThreadCNode, source, seL4_WordBits,
							kernel_rights(cap->rights), cap->badge)
				      : seL4_CNode_Copy(object_cap(boot, cap->cnode), cap->slot, cnode->bits,
							seL4_CapInitThreadCNode, source, seL4_WordBits,
							kernel_rights(cap->rights));
	if (error)
		boot_fail(boot, "fill the CNode", cnode->name, error);
}

static void connect_irq(struct boot *boot, const struct sel4_irq *irq)
{
	static const char what[] = "connect an interrupt";
	const struct sel4_run *cnode = run_of(boot, irq->cnode);
	seL4_CPtr handler = boot_slot(boot, what, irq->name), signal = boot_slot(boot, what, irq->name);
#if CONFIG_MAX_NUM_NODES > 1
	seL4_Error error =
		seL4_IRQControl_GetTriggerCore(seL4_CapIRQControl, irq->number, irq->edge,
					       seL4_CapInitThreadCNode, handler, seL4_WordBits, irq->cpu);
#else
	seL4_Error error = seL4_IRQControl_GetTrigger(seL4_CapIRQControl, irq->number, irq->edge,
						      seL4_CapInitThreadCNode, handler, seL4_WordBits);
#endif
	if (!error)
		error = seL4_CNode_Mint(seL4_CapInitThreadCNode, signal, seL4_WordBits,
					seL4_CapInitThreadCNode, object_cap(boot, irq->notification),
					seL4_WordBits, seL4_AllRights, irq->badge);
	if (!error)
		error = seL4_IRQHandler_SetNotification(handler, signal);
	if (!error)
		error = seL4_CNode_Copy(object_cap(boot, irq->cnode), irq->slot, cnode->bits,
					seL4_CapInitThreadCNode, handler, seL4_WordBits, seL4_AllRights);
	if (error)
		boot_fail(boot, what, irq->name, error);
}

void space_fill(struct boot *boot)
{
	const struct sel4_cap *caps = spec_table(boot, boot->spec->caps);
	const struct sel4_irq *irqs = spec_table(boot, boot->spec->irqs);
	for (uint32_t i = 0; i < boot->spec->caps.count; i++)
		fill_slot(boot, &caps[i]);
	for (uint32_t i = 0; i < boot->spec->irqs.count; i++)
		connect_irq(boot, &irqs[i]);
}
