#include "cli/device.h"

#include "board/board.h"
#include "cli/home.h"

/* What stands for a device of the host; SEL4_DEVICE_NONE: nothing. */
static enum sel4_device_kind kind_on(const struct image_board *board, enum board_class class)
{
	if (class == BOARD_TIMER && board->timer_irq)
		return SEL4_DEVICE_TIMER;
	return class == BOARD_TERMINAL && board->terminal_irq ? SEL4_DEVICE_TERMINAL : SEL4_DEVICE_NONE;
}

static bool find_irq(const struct model *model, const struct board_device *device, struct image_device *found)
{
	for (size_t i = 0; i < model->pds.count; i++)
		for (size_t j = 0; j < model->pds.items[i]->irqs.count; j++) {
			const struct model_irq *irq = model->pds.items[i]->irqs.items[j];
			if (irq->kind != MODEL_IRQ_LINE || irq->number != device->irq.number)
				continue;
			found->pd = model->pds.items[i];
			found->irq = irq;
			return true;
		}
	return false;
}

static const struct model_map *find_registers(const struct image_device *found,
					      const struct board_device *device)
{
	for (size_t i = 0; i < found->pd->maps.count; i++) {
		const struct model_region *region = found->pd->maps.items[i]->region;
		if (region->has_phys_addr && region->phys_addr == device->registers.address)
			return found->pd->maps.items[i];
	}
	return NULL;
}

static bool is_taken(const struct image_inputs *inputs, enum sel4_device_kind kind)
{
	for (size_t i = 0; i < inputs->devices.count; i++)
		if (inputs->devices.items[i].kind == kind)
			return true;
	return false;
}

static bool add(struct cli *cli, const struct model *model, const struct board_device *device,
		struct image_inputs *inputs)
{
	struct diag *diag = cli->compilation->diag;
	struct image_device found = { .kind = kind_on(inputs->board, device->class) };
	if (!find_irq(model, device, &found))
		return true;
	const char *name = board_device_name(cli->compilation, device);
	if (!found.kind || is_taken(inputs, found.kind)) {
		diag_report(diag, DIAG_BOARD_FEATURE, found.irq->range,
			    "board '%s' has nothing%s in place of the host's %s", inputs->board->name,
			    found.kind ? " more" : "", name);
		return false;
	}
	found.map = find_registers(&found, device);
	if (!found.map) {
		diag_report(diag, DIAG_BOARD_FEATURE, found.irq->range,
			    "protection domain '%s' has the interrupt of the %s but does not map its "
			    "registers, 0x%llx",
			    found.pd->name, name, (unsigned long long)device->registers.address);
		return false;
	}
	VEC_PUSH(cli->compilation->arena, &inputs->devices, found);
	return true;
}

bool device_find_all(struct cli *cli, const struct model *model, struct image_inputs *inputs)
{
	struct board host = { 0 };
	bool ok =
		board_read_file(cli->compilation, &host, home_path(cli, "boards/linux.board"), BOARD_BUILTIN);
	for (size_t i = 0; i < host.devices.count; i++)
		ok &= add(cli, model, host.devices.items[i], inputs);
	return ok;
}
