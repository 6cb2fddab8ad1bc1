/*
 * Channels and memory of protection domain driver, as device-tree.system has them.
 */
#ifndef DRIVER_PD_H
#define DRIVER_PD_H

/* interrupt, seL4DTBHW c (device-tree.camkes:43) */
#define DRIVER_SERVED_IRQ 0

/* interrupt, seL4DTBHWThreadless d (device-tree.camkes:44) */
#define DRIVER_TOLD_IRQ 1

/* interrupt, seL4GlobalAsynchHardwareInterrupt e (device-tree.camkes:45) */
#define DRIVER_LINE_IRQ 2

/* interrupt, seL4DTBHardware driver.own (device-tree.camkes:20) */
#define DRIVER_UART_IRQ 3

/* memory region driver_timer_0, rw, seL4DTBHardwareThreadless b (device-tree.camkes:42) */
#define DRIVER_TIMER_ADDRESS 0x3000000
#define DRIVER_TIMER_SIZE 0x1000

/* memory region driver_served_0, rw, seL4DTBHW c (device-tree.camkes:43) */
#define DRIVER_SERVED_ADDRESS 0x3001000
#define DRIVER_SERVED_SIZE 0x1000

/* memory region driver_told_0, rw, seL4DTBHWThreadless d (device-tree.camkes:44) */
#define DRIVER_TOLD_ADDRESS 0x3002000
#define DRIVER_TOLD_SIZE 0x1000

/* memory region driver_uart_0, rw, seL4DTBHardware driver.own (device-tree.camkes:20) */
#define DRIVER_UART_ADDRESS 0x3003000
#define DRIVER_UART_SIZE 0x1000

#endif
