/*
 * libplatsupport's operations on what the connections of this component brought: registers (seL4HardwareMMIO
 * and the device tree's connectors), interrupts, DMA memory, and its heap. Functions return 0 or an errno
 * number.
 */
#ifndef CAMKES_IO_H
#define CAMKES_IO_H

#include "../camkes-compat/platsupport/io.h"
#include "../camkes-compat/sel4/sel4.h"
#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

#define IOSIZE_8 1
#define IOSIZE_16 2
#define IOSIZE_32 4

/* All of the following at once. Ports and device tree are left empty. */
int camkes_io_ops(ps_io_ops_t *ops);

/* Finds registers that are mapped already; unmapping does nothing. */
int camkes_io_mapper(ps_io_mapper_t *mapper);
int camkes_ps_malloc_ops(ps_malloc_ops_t *ops);

int camkes_io_port_ops(ps_io_port_ops_t *ops)
	__attribute__((error("a protection domain here has no I/O ports; registers that are memory come with "
			     "seL4HardwareMMIO")));
int camkes_io_fdt(ps_io_fdt_t *io_fdt) __attribute__((
	error("components have no device tree at run time; seL4DTBHardware brings what a node of it "
	      "says")));
int camkes_call_hardware_init_modules(ps_io_ops_t *ops) __attribute__((
	error("drivers that start by themselves belong to seL4's own libraries; call the driver's own "
	      "function from the component")));

#ifdef __cplusplus
}
#endif

#endif
