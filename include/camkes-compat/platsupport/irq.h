/*
 * libplatsupport's names for interrupts, and registering a function for one (<camkes/irq.h> fills the
 * operations).
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_IRQ_H
#define CAMKES_COMPAT_PLATSUPPORT_IRQ_H

#include <errno.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PS_INVALID_IRQ_ID (-1)

typedef enum irq_type {
	PS_NONE,
	PS_MSI,
	PS_IOAPIC,
	PS_INTERRUPT,
	PS_TRIGGER,
	PS_PER_CPU,
	PS_OTHER
} irq_type_t;
typedef enum irq_trigger_type { PS_LEVEL_TRIGGERED, PS_EDGE_TRIGGERED } irq_trigger_type_t;

/* Which interrupt: a line by its number, a pin of an I/O APIC, a message of a PCI function. */
typedef struct ps_irq {
	irq_type_t type;
	__extension__ union {
		struct {
			long ioapic, pin, level, polarity, vector;
		} ioapic;
		struct {
			long pci_bus, pci_dev, pci_func, handle, vector;
		} msi;
		struct {
			long number;
		} irq;
		struct {
			long number, trigger;
		} trigger;
		struct {
			long number, trigger, cpu_idx;
		} cpu;
		void *other;
	};
} ps_irq_t;

typedef int irq_id_t;

/* Lets the next interrupt come; 0. */
typedef int (*ps_irq_acknowledge_fn_t)(void *ack_data);
typedef void (*irq_callback_fn_t)(void *data, ps_irq_acknowledge_fn_t acknowledge, void *ack_data);

typedef struct ps_irq_ops {
	void *cookie;
	irq_id_t (*irq_register_fn)(void *cookie, ps_irq_t irq, irq_callback_fn_t callback, void *data);
	int (*irq_unregister_fn)(void *cookie, irq_id_t id);
} ps_irq_ops_t;

/* The id of the registration, or a negative errno number. */
static inline irq_id_t ps_irq_register(ps_irq_ops_t *ops, ps_irq_t irq, irq_callback_fn_t callback,
				       void *data)
{
	if (!ops || !ops->cookie)
		return -EINVAL;
	return ops->irq_register_fn ? ops->irq_register_fn(ops->cookie, irq, callback, data) : -ENOSYS;
}

static inline int ps_irq_unregister(ps_irq_ops_t *ops, irq_id_t id)
{
	if (!ops || !ops->cookie)
		return -EINVAL;
	return ops->irq_unregister_fn ? ops->irq_unregister_fn(ops->cookie, id) : -ENOSYS;
}

#ifdef __cplusplus
}
#endif

#endif
