/*
 * Channels and memory of protection domain watcher, as hardware.system has them.
 */
#ifndef WATCHER_PD_H
#define WATCHER_PD_H

/* channel with driver, whose id is 2, seL4Notification ready (hardware.camkes:48) */
#define WATCHER_READY_CHANNEL 0

/* interrupt, seL4HardwareInterrupt pin (hardware.camkes:49) */
#define WATCHER_PIN_IRQ 1

/* interrupt, seL4HardwareInterrupt isa (hardware.camkes:50) */
#define WATCHER_ISA_IRQ 2

/* interrupt, seL4HardwareInterrupt pci (hardware.camkes:51) */
#define WATCHER_PCI_IRQ 3

/* interrupt, seL4HardwareInterrupt message (hardware.camkes:52) */
#define WATCHER_MESSAGE_IRQ 4

/* memory region uart_memory, rw, seL4HardwareMMIO uart_memory (hardware.camkes:44) */
#define WATCHER_UART_ADDRESS 0x3000000
#define WATCHER_UART_SIZE 0x1000

/* memory region card_memory, rw, seL4HardwareMMIO card_memory (hardware.camkes:45) */
#define WATCHER_CARD_ADDRESS 0x3001000
#define WATCHER_CARD_SIZE 0x2000

#endif
