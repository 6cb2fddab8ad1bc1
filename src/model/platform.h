/*
 * The parts of the system model that only hand-written systems use so far: interrupts and I/O ports, patched
 * symbols, virtual machines, capabilities given to others, scheduling domains, and devices' own address
 * spaces. All live in the arena of the compilation that made the model.
 */
#ifndef MODEL_PLATFORM_H
#define MODEL_PLATFORM_H

#include "base/source.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

struct model_pd;
struct model_region;
struct model_map;

/* A PCI function. */
struct model_pci {
	unsigned bus;
	unsigned device;
	unsigned function;
};

enum model_irq_kind {
	MODEL_IRQ_LINE,	  /* an interrupt number of the platform (ARM, RISC-V) */
	MODEL_IRQ_IOAPIC, /* a pin of an I/O APIC (x86) */
	MODEL_IRQ_MSI,	  /* a message of a PCI function (x86) */
};

enum model_trigger { MODEL_TRIGGER_LEVEL, MODEL_TRIGGER_EDGE };
enum model_polarity { MODEL_POLARITY_HIGH, MODEL_POLARITY_LOW };

struct model_irq {
	enum model_irq_kind kind;
	unsigned id;		    /* in the ids of the protection domain's channels */
	uint64_t number;	    /* line */
	enum model_trigger trigger; /* line, I/O APIC */
	unsigned ioapic;	    /* I/O APIC: this, pin and polarity */
	unsigned pin;
	enum model_polarity polarity;
	struct model_pci pci; /* MSI: this and handle */
	unsigned handle;
	unsigned vector;       /* I/O APIC, MSI */
	const char *setvar_id; /* symbol that gets the id, or NULL */
	struct src_range range;
};

/* x86 I/O ports. */
struct model_ioport {
	unsigned id;
	uint64_t address;
	uint64_t size;
	const char *setvar_id;
	const char *setvar_address;
	struct src_range range;
};

/* A symbol that gets the physical address of a region. */
struct model_setvar {
	const char *symbol;
	struct model_region *region;
	struct src_range range;
};

struct model_vcpu {
	unsigned id; /* in the ids of the protection domain's children */
	const char *setvar_id;
	bool has_cpu;
	unsigned cpu;
	struct src_range range;
};

/* The virtual machine that a protection domain looks after. */
struct model_vm {
	const char *name;
	unsigned priority;
	bool has_budget; /* budget and period are valid, microseconds */
	uint64_t budget;
	uint64_t period;
	VEC(struct model_vcpu *) vcpus;
	VEC(struct model_map *) maps;
	struct src_range range;
};

/* A capability to an object of PD that another protection domain gets in a slot of its own. */
enum model_cap_kind { MODEL_CAP_TCB, MODEL_CAP_SC, MODEL_CAP_VSPACE };

struct model_cap {
	enum model_cap_kind kind;
	unsigned slot;
	struct model_pd *pd;
	struct src_range range;
};

struct model_domain {
	unsigned index;
	const char *name;
	bool has_id;
	unsigned id;
	struct src_range range;
};

enum model_time_unit { MODEL_TIME_US, MODEL_TIME_TICKS };

struct model_duration {
	uint64_t value;
	enum model_time_unit unit;
};

/* Without a domain: the marker that ends a schedule. */
struct model_schedule_entry {
	struct model_domain *domain;
	struct model_duration duration;
	struct src_range range;
};

struct model_schedule {
	unsigned start_index;
	unsigned index_shift;
	VEC(struct model_schedule_entry *) entries;
	struct src_range range;
};

struct model_iomap {
	struct model_region *region;
	uint64_t address; /* as the device sees it */
	unsigned perms;	  /* enum model_perms */
	struct src_range range;
};

/* What a device behind an IOMMU can reach. */
struct model_io_space {
	unsigned index;
	const char *name;
	struct model_pci pci;
	unsigned domain_id;
	VEC(struct model_iomap *) maps;
	struct src_range range;
};

#endif
