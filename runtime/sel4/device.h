/*
 * Devices of the board in the shape of those that a host lends systems (causeway/device.h): their registers
 * are memory, which this library keeps as the host's launcher does.
 */
#ifndef SEL4_DEVICE_H
#define SEL4_DEVICE_H

#include "abi/sel4_contract.h"
#include "causeway/device.h"
#include "microkit.h"

/* Filled in by the tool: the devices, and the set of their interrupts' ids. */
extern struct sel4_device causeway_devices[SEL4_DEVICES];
extern seL4_Word causeway_device_irqs;

/* Interrupts of BADGE came: what they mean is in the registers before the program is told. */
void sel4_device_interrupts(seL4_Word badge);

/* The program acknowledges the interrupt of one. */
void sel4_device_acknowledged(microkit_channel id);

/* The program wrote registers, of which REGISTERS is an address. */
void sel4_device_kicked(const volatile void *registers);

/* The two kinds, each in a file of its own. */
void sel4_timer_interrupt(struct device_timer *timer);
void sel4_timer_kicked(struct device_timer *timer);
void sel4_terminal_interrupt(struct device_terminal *terminal, void *hardware);
void sel4_terminal_acknowledged(void *hardware);
void sel4_terminal_kicked(struct device_terminal *terminal, void *hardware);

#endif
