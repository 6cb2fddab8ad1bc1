/*
 * Channels and memory of protection domain driver, as hardware.system has them.
 */
#ifndef DRIVER_PD_H
#define DRIVER_PD_H

/* channel with watcher, whose id is 0, seL4Notification ready (hardware.camkes:48) */
#define DRIVER_READY_CHANNEL 2

/* interrupt, seL4HardwareInterrupt received (hardware.camkes:46) */
#define DRIVER_RECEIVED_IRQ 0

/* interrupt, seL4HardwareInterrupt sent (hardware.camkes:47) */
#define DRIVER_SENT_IRQ 1

/* memory region uart_memory, rw, seL4HardwareMMIO uart_memory (hardware.camkes:44) */
#define DRIVER_UART_ADDRESS 0x3000000
#define DRIVER_UART_SIZE 0x1000

#endif
