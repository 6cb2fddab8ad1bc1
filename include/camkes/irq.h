/*
 * Interrupts by their number: a function for one that a connection brought, instead of <interface>_handle.
 */
#ifndef CAMKES_IRQ_H
#define CAMKES_IRQ_H

#include "../camkes-compat/platsupport/io.h"
#include "../camkes-compat/platsupport/irq.h"
#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

/* 0, or an errno number. Registering a function acknowledges the interrupt, so that it can come. */
int camkes_irq_ops(ps_irq_ops_t *ops);

/*
 * Of interrupts that arrive at the component's one notification (seL4GlobalAsynchHardwareInterrupt and the
 * like): calls the functions of those whose bits are in BADGE, as seL4_Wait returned it. Returns how many
 * were called.
 */
int camkes_handle_global_endpoint_irq(seL4_Word badge);

#ifdef __cplusplus
}
#endif

#endif
