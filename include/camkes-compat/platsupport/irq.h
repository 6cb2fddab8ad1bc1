/*
 * The names of libplatsupport's interrupts; the types stay incomplete, see io.h.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_IRQ_H
#define CAMKES_COMPAT_PLATSUPPORT_IRQ_H

typedef struct ps_irq ps_irq_t;
typedef struct ps_irq_ops ps_irq_ops_t;

#endif
