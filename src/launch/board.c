#include "launch/board.h"

/* A finding's place, and the words for it. */
static bool refuse(struct launch *launch, struct src_range range, const char *what, const char *why)
{
	diag_report(launch->compilation->diag, DIAG_BOARD, range, "the board linux has no %s: %s", what, why);
	return false;
}

/* Bits 62 and 63 of a badge say that it is a fault or a call. */
static bool check_id(struct launch *launch, const unsigned *id, struct src_range range)
{
	return *id < MODEL_CHANNEL_ID_COUNT ||
	       refuse(launch, model_place(launch->model, id, range), "ids above 61",
		      "what they would set in a badge marks faults and calls");
}

static bool check_pd(struct launch *launch, const struct model_pd *pd)
{
	bool ok = true;
	if (pd->vm)
		ok = refuse(launch, pd->vm->range, "virtual machines",
			    "they need a processor's hypervisor mode");
	if (pd->smc)
		ok = refuse(launch, model_place(launch->model, &pd->smc, pd->range), "secure monitor",
			    "calls of it are for ARM");
	for (size_t i = 0; i < pd->irqs.count; i++)
		ok &= check_id(launch, &pd->irqs.items[i]->id, pd->irqs.items[i]->range);
	for (size_t i = 0; i < pd->ioports.count; i++)
		ok = refuse(launch, pd->ioports.items[i]->range, "I/O ports",
			    "a protection domain is an ordinary process");
	for (size_t i = 0; i < pd->caps.count; i++)
		ok = refuse(launch, pd->caps.items[i]->range, "capabilities of seL4",
			    "a program has what microkit.h offers");
	return ok;
}

bool board_check(struct launch *launch)
{
	const struct model *model = launch->model;
	bool ok = true;
	for (size_t i = 0; i < model->pds.count; i++)
		ok &= check_pd(launch, model->pds.items[i]);
	for (size_t i = 0; i < model->channels.count; i++)
		for (int side = 0; side < 2; side++) {
			const struct model_end *end = &model->channels.items[i]->ends[side];
			ok &= check_id(launch, &end->id, end->range);
		}
	for (size_t i = 0; i < model->regions.count; i++) {
		const struct model_region *region = model->regions.items[i];
		if (region->prefill_bootinfo)
			ok = refuse(launch, model_place(model, &region->prefill_bootinfo, region->range),
				    "boot information", "no boot loader has left any");
	}
	for (size_t i = 0; i < model->io_spaces.count; i++)
		ok = refuse(launch, model->io_spaces.items[i]->range, "devices behind an IOMMU",
			    "only the host's kernel reaches devices");
	return ok;
}
