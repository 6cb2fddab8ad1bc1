/*
 * Internal to sdf: the tables of elements.def, attrs.def and dialects.def as data, and sets of dialects.
 */
#ifndef SDF_SCHEMA_H
#define SDF_SCHEMA_H

#include "sdf/sdf.h"
#include "xml/xml.h"

#include <stddef.h>

/* A set of dialects, one bit each. */
typedef uint32_t sdf_set;

#define SDF_BIT(dialect) ((sdf_set)1 << (dialect))
#define SDF_ALL (SDF_BIT(SDF_DIALECT_COUNT) - SDF_BIT(SDF_AUTO + 1))
#define SDF_FROM(dialect) (SDF_ALL & ~(SDF_BIT(dialect) - 1))
#define SDF_UNTIL(dialect) (SDF_ALL & (SDF_BIT((dialect) + 1) - 1))

/* The branch that the guide was written for, which had virtual machines before the releases did. */
#define SDF_BRANCH (SDF_BIT(SDF_SEED) | SDF_BIT(SDF_DEV))

/* The tools written in Python and those written in Rust differ in how they read values. */
#define SDF_PYTHON SDF_UNTIL(SDF_MICROKIT_126)
#define SDF_RUST SDF_FROM(SDF_MICROKIT_14)

enum sdf_element_id {
#define ELEMENT(id, ...) SDF_ELEMENT_##id,
#include "sdf/elements.def"
#undef ELEMENT
	SDF_ELEMENT_COUNT
};

enum sdf_type {
	SDF_TYPE_NAME, /* interned text that is not empty */
	SDF_TYPE_TEXT, /* the same, optional: paths and symbols */
	SDF_TYPE_BOOL,
	SDF_TYPE_NOT,		/* true in the file is false in the model */
	SDF_TYPE_NUMBER,	/* unsigned */
	SDF_TYPE_CHANNEL_ID,	/* unsigned, as ends write it */
	SDF_TYPE_IRQ_ID,	/* unsigned, in the ids of channels, as irq writes it */
	SDF_TYPE_DEVICE_ID,	/* unsigned, as irq and vcpu write it */
	SDF_TYPE_DEVICE_NUMBER, /* uint64_t, the same */
	SDF_TYPE_TIME,		/* uint64_t */
	SDF_TYPE_SIZE,		/* uint64_t, written as 0x1_000 */
	SDF_TYPE_ADDRESS,	/* uint64_t, written as 0x3000000 */
	SDF_TYPE_PERIOD,	/* uint64_t that is the budget unless given */
	SDF_TYPE_PERMS,
	SDF_TYPE_TRIGGER,
	SDF_TYPE_POLARITY,
	SDF_TYPE_PCI,
	SDF_TYPE_DURATION,
	SDF_TYPE_REGION, /* these three are references by name */
	SDF_TYPE_PD,
	SDF_TYPE_DOMAIN,
	SDF_TYPE_PP, /* bool that older dialects say with LEGACY_PP */
	SDF_TYPE_LEGACY_PP,
	SDF_TYPE_LEGACY_VM_ID,
	SDF_TYPE_LEGACY_VM_CPU,
	SDF_TYPE_COUNT
};

struct sdf_attribute {
	const char *name; /* NULL ends a table */
	enum sdf_type type;
	size_t field;	/* offset in the element's struct */
	size_t present; /* offset of has_<field>, or SDF_NOT_OPTIONAL */
	uint64_t fallback;
	bool always;
	sdf_set required;
	sdf_set dialects;
};

#define SDF_NOT_OPTIONAL SIZE_MAX

struct sdf_element {
	const char *tag;
	enum sdf_element_id parent;
	const char *key; /* or NULL */
	sdf_set dialects;
	sdf_set required;
	sdf_set many;
	const struct sdf_attribute *attributes;
	size_t range; /* offset of the entity's place */
};

const struct sdf_element *sdf_element(enum sdf_element_id id);

/* The row for XML inside PARENT; SDF_ELEMENT_COUNT if there is none. */
enum sdf_element_id sdf_element_find(enum sdf_element_id parent, const struct xml_element *xml);

const struct sdf_attribute *sdf_attribute_find(const struct sdf_element *element, const char *name);

/* "seed", "microkit-2.1 and later", ... */
const char *sdf_set_describe(struct arena *arena, sdf_set set);

enum sdf_dialect sdf_set_newest(sdf_set set);

#endif
