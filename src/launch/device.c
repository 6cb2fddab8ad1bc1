#include "launch/device.h"

#include "launch/agent.h"
#include "launch/processor.h"
#include "launch/supervise.h"

#include "runtime/baton/baton.h"

#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/wait.h>

static const struct device_class *const classes[] = {
	[BOARD_TIMER] = &device_timer, [BOARD_TERMINAL] = &device_terminal, [BOARD_NETWORK] = &device_network,
	[BOARD_DISK] = &device_disk,   [BOARD_SIGNAL] = &device_signal,
};

static const struct device_class *class_of(const struct launch *launch, enum board_class class)
{
	return class == BOARD_TERMINAL && launch->options->simulate ? &device_typed : classes[class];
}

/* What comes at a time of its own makes a run that cannot be repeated. */
static bool is_repeatable(const struct launch *launch, const struct launch_device *device)
{
	if (!launch->options->simulate || !device->class->live)
		return true;
	diag_report(launch->compilation->diag, DIAG_BOARD_DEVICE, device->board->range,
		    "a simulated run cannot have a %s: %s", board_class_name(device->board->class),
		    device->class->live);
	return false;
}

_Static_assert(sizeof classes / sizeof *classes == BOARD_CLASS_COUNT, "every class");

bool device_open_all(struct launch *launch)
{
	const struct board *board = launch->options->board;
	size_t count = board ? board->devices.count : 0;
	bool ok = true;
	launch->devices = ARENA_ARRAY(launch->compilation->arena, struct launch_device, count);
	for (size_t i = 0; i < count; i++) {
		const struct board_device *from = board->devices.items[i];
		if (!from->pd_irq && !from->region)
			continue;
		struct launch_device *device = &launch->devices[launch->device_count++];
		*device = (struct launch_device){ .board = from,
						  .class = class_of(launch, from->class),
						  .name = board_device_name(launch->compilation, from),
						  .fd = -1,
						  .kick = -1,
						  .reports = -1 };
		ok &= is_repeatable(launch, device) && device->class->open(launch, device);
	}
	if (!ok)
		launch_finish(launch, LAUNCH_DIAGNOSTICS);
	return ok;
}

static bool map_registers(struct launch *launch, struct launch_device *device)
{
	const struct model_region *region = device->board->region;
	if (!region)
		return true;
	void *registers = mmap(NULL, region->size, PROT_READ | PROT_WRITE, MAP_SHARED,
			       launch->regions[region->index].fd, 0);
	if (registers == MAP_FAILED)
		return launch_refused(launch, "cannot map the registers of the %s", device->name);
	device->registers = registers;
	if (device->class->prepare)
		device->class->prepare(launch, device);
	return true;
}

static bool watch(const struct launch *launch, int fd, uint32_t what)
{
	struct epoll_event event = { .events = EPOLLIN, .data.u32 = what };
	return !epoll_ctl(launch->events, EPOLL_CTL_ADD, fd, &event);
}

bool device_start_all(struct launch *launch, uint32_t first)
{
	for (size_t i = 0; i < launch->device_count; i++) {
		struct launch_device *device = &launch->devices[i];
		if (!map_registers(launch, device))
			return false;
		if (device->class->serve && !agent_start(launch, device))
			return false;
		int fd = device->class->serve ? device->reports : device->fd;
		/* In a simulated run, agents are heard when they are kicked. */
		if (fd < 0 || (device->class->serve && launch->options->simulate))
			continue;
		if (!watch(launch, fd, first + (uint32_t)i))
			return launch_refused(launch, "cannot watch the %s", device->name);
	}
	return true;
}

void device_begin_all(struct launch *launch)
{
	for (size_t i = 0; i < launch->device_count; i++)
		if (launch->devices[i].class->begin)
			launch->devices[i].class->begin(launch, &launch->devices[i]);
}

static struct launch_device *find_device(struct launch *launch, const struct model_region *region)
{
	for (size_t i = 0; i < launch->device_count; i++)
		if (launch->devices[i].board->region == region)
			return &launch->devices[i];
	return NULL;
}

/* An agent that goes before the run does takes its device along; the system is not to wait for that. */
static void agent_gone(struct launch *launch, struct launch_device *device)
{
	device->ended = launch->device_failed = true;
	epoll_ctl(launch->events, EPOLL_CTL_DEL, device->reports, NULL);
	int status = agent_end(device);
	if (WIFSIGNALED(status))
		launch_say(launch,
			   "the agent of the %s was killed by SIG%s; nothing comes from the device any more",
			   device->name,
			   sigabbrev_np(WTERMSIG(status)) ? sigabbrev_np(WTERMSIG(status)) : "???");
	else
		launch_say(launch, "the agent of the %s has ended; nothing comes from the device any more",
			   device->name);
}

void device_ready(struct launch *launch, size_t index)
{
	struct launch_device *device = &launch->devices[index];
	if (!device->class->serve)
		device->class->ready(launch, device);
	else if (!device->ended && !agent_take_reports(launch, device))
		agent_gone(launch, device);
}

/*
 * An agent that is kicked answers after all that it has done by then. That it is waited for, with time at a
 * stand, makes that come at the same simulated time in every run.
 */
static void settle(struct launch *launch, size_t index)
{
	struct launch_device *device = &launch->devices[index];
	agent_kick(device);
	while (!device->ended && device->answers != device->kicks && supervise_wait(launch, device->reports))
		device_ready(launch, index);
}

void device_kicked(struct launch *launch, size_t pd, uint64_t address)
{
	const struct model_pd *model = launch->pds[pd].model;
	for (size_t i = 0; i < model->maps.count; i++) {
		const struct model_map *map = model->maps.items[i];
		if (address < map->vaddr || address - map->vaddr >= map->region->size)
			continue;
		struct launch_device *device = find_device(launch, map->region);
		if (!device)
			return;
		if (device->class->kicked)
			device->class->kicked(launch, device);
		if (device->agent && launch->options->simulate)
			settle(launch, (size_t)(device - launch->devices));
		else if (device->agent)
			agent_kick(device);
		return;
	}
}

void device_raise(struct launch *launch, const struct launch_device *device)
{
	if (device->board->pd && launch->phase != LAUNCH_FINISHED)
		processor_interrupt(launch, device->board->pd->index, device->board->pd_irq->id);
}

/* Nobody runs, so nobody acknowledges: what a masked line has or gets stays where it is. */
static bool is_masked(const struct launch *launch, const struct model_pd *pd, const struct model_irq *irq)
{
	return atomic_load(&launch->baton->irqs[pd->index].masked) >> irq->id & 1;
}

static bool is_stopped(const struct launch *launch, const struct model_pd *pd)
{
	return launch->pds[pd->index].stopped || launch->pds[pd->index].gone;
}

static bool may_come(const struct launch *launch, const struct launch_device *device)
{
	const struct board_device *board = device->board;
	if (!board->pd || device->ended || is_stopped(launch, board->pd) ||
	    is_masked(launch, board->pd, board->pd_irq))
		return false;
	if (!device->class->serve)
		return device->class->may_come(launch, device);
	return !device->quiet || device->answers != device->kicks;
}

bool device_is_awaited(const struct launch *launch)
{
	for (size_t i = 0; i < launch->device_count; i++)
		if (may_come(launch, &launch->devices[i]))
			return true;
	return false;
}

static void report_irq(struct launch *launch, const struct model_pd *pd, const struct model_irq *irq)
{
	bool pending = atomic_load(&launch->baton->irqs[pd->index].pending) >> irq->id & 1;
	if (!launch->options->board || !board_source(launch->options->board, irq))
		launch_say(launch, "pd '%s' has interrupt %u, which no device raises", pd->name, irq->id);
	else if (is_masked(launch, pd, irq))
		launch_say(launch, "pd '%s' has not acknowledged interrupt %u%s", pd->name, irq->id,
			   pending ? "; another one is pending" : "");
}

void device_report(struct launch *launch)
{
	for (size_t i = 0; i < launch->pd_count; i++) {
		const struct model_pd *pd = launch->pds[i].model;
		for (size_t j = 0; j < pd->irqs.count && !is_stopped(launch, pd); j++)
			report_irq(launch, pd, pd->irqs.items[j]);
	}
}

void device_close_all(struct launch *launch)
{
	for (size_t i = 0; i < launch->device_count; i++) {
		struct launch_device *device = &launch->devices[i];
		agent_end(device);
		if (device->class->close)
			device->class->close(device);
		if (device->registers)
			munmap(device->registers, device->board->region->size);
	}
}
