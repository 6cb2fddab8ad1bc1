#include "device.h"

#include "abi/sel4_spec.h"
#include "common.h"

struct sel4_device causeway_devices[SEL4_DEVICES];
seL4_Word causeway_device_irqs;

static void *hardware_of(const struct sel4_device *device)
{
	return (void *)device->hardware;
}

COMMON_COLD void sel4_device_interrupts(seL4_Word badge)
{
	for (int i = 0; i < SEL4_DEVICES; i++) {
		const struct sel4_device *device = &causeway_devices[i];
		if (!(badge >> device->irq & 1))
			continue;
		if (device->kind == SEL4_DEVICE_TIMER)
			sel4_timer_interrupt((struct device_timer *)device->registers);
		else if (device->kind == SEL4_DEVICE_TERMINAL)
			sel4_terminal_interrupt((struct device_terminal *)device->registers,
						hardware_of(device));
	}
}

COMMON_COLD void sel4_device_acknowledged(microkit_channel id)
{
	for (int i = 0; i < SEL4_DEVICES; i++)
		if (causeway_devices[i].kind == SEL4_DEVICE_TERMINAL && causeway_devices[i].irq == id)
			sel4_terminal_acknowledged(hardware_of(&causeway_devices[i]));
}

COMMON_COLD void sel4_device_kicked(const volatile void *registers)
{
	for (int i = 0; i < SEL4_DEVICES; i++) {
		const struct sel4_device *device = &causeway_devices[i];
		if ((seL4_Word)registers - device->registers >= SEL4_PAGE)
			continue;
		if (device->kind == SEL4_DEVICE_TIMER)
			sel4_timer_kicked((struct device_timer *)device->registers);
		else if (device->kind == SEL4_DEVICE_TERMINAL)
			sel4_terminal_kicked((struct device_terminal *)device->registers,
					     hardware_of(device));
	}
}
