#include "sdf/schema.h"

#include "base/suggest.h"

#include <string.h>

#define NONE 0
#define ALL SDF_ALL
#define FROM(dialect) SDF_FROM(SDF_##dialect)
#define UNTIL(dialect) SDF_UNTIL(SDF_##dialect)
#define SEED SDF_BIT(SDF_SEED)
#define DEV SDF_BIT(SDF_DEV)
#define BRANCH SDF_BRANCH

/* One member per element, all at offset 0: gives offsetof the struct that an element's row names. */
union objects {
#define ELEMENT(id, tag, parent, key, type, ...) struct type id;
#include "sdf/elements.def"
#undef ELEMENT
};

#define BEGIN(element) static const struct sdf_attribute attributes_##element[] = {
#define END(element)                                                                                         \
	{                                                                                                    \
		.name = NULL                                                                                 \
	}                                                                                                    \
	}                                                                                                    \
	;
#define ROW(element, name, type, field, default, required, dialects, present, always)                        \
	{ name,	    SDF_TYPE_##type, offsetof(union objects, element.field), present, default, always,       \
	  required, dialects },
#define ATTR(element, name, type, field, default, required, dialects)                                        \
	ROW(element, name, type, field, default, required, dialects, SDF_NOT_OPTIONAL, false)
#define ALWAYS(element, name, type, field, default, required, dialects)                                      \
	ROW(element, name, type, field, default, required, dialects, SDF_NOT_OPTIONAL, true)
#define OPTIONAL(element, name, type, field, default, required, dialects)                                    \
	ROW(element, name, type, field, default, required, dialects,                                         \
	    offsetof(union objects, element.has_##field), true)
#include "sdf/attrs.def"
#undef BEGIN
#undef END
#undef ATTR
#undef ALWAYS
#undef OPTIONAL

/* That each row's type goes with the field it names. */
enum {
	SIZE_NAME = sizeof(char *),
	SIZE_TEXT = sizeof(char *),
	SIZE_BOOL = sizeof(bool),
	SIZE_NOT = sizeof(bool),
	SIZE_NUMBER = sizeof(unsigned),
	SIZE_CHANNEL_ID = sizeof(unsigned),
	SIZE_IRQ_ID = sizeof(unsigned),
	SIZE_DEVICE_ID = sizeof(unsigned),
	SIZE_DEVICE_NUMBER = sizeof(uint64_t),
	SIZE_TIME = sizeof(uint64_t),
	SIZE_SIZE = sizeof(uint64_t),
	SIZE_ADDRESS = sizeof(uint64_t),
	SIZE_PERIOD = sizeof(uint64_t),
	SIZE_PERMS = sizeof(unsigned),
	SIZE_TRIGGER = sizeof(enum model_trigger),
	SIZE_POLARITY = sizeof(enum model_polarity),
	SIZE_PCI = sizeof(struct model_pci),
	SIZE_DURATION = sizeof(struct model_duration),
	SIZE_REGION = sizeof(struct model_region *),
	SIZE_PD = sizeof(struct model_pd *),
	SIZE_DOMAIN = sizeof(struct model_domain *),
	SIZE_PP = sizeof(bool),
	SIZE_LEGACY_PP = sizeof(bool),
	SIZE_LEGACY_VM_ID = sizeof(((struct model_vm *)0)->vcpus),
	SIZE_LEGACY_VM_CPU = sizeof(((struct model_vm *)0)->vcpus),
};
#define BEGIN(element)
#define END(element)
#define ATTR(element, name, type, field, ...)                                                                \
	_Static_assert(sizeof((union objects *)0)->element.field == SIZE_##type, "type and field of " name);
#define ALWAYS ATTR
#define OPTIONAL ATTR
#include "sdf/attrs.def"
#undef BEGIN
#undef END
#undef ATTR
#undef ALWAYS
#undef OPTIONAL

static const struct sdf_element elements[] = {
#define ELEMENT(id, tag, parent, key, type, dialects, required, many)                                        \
	{ tag,                                                                                               \
	  SDF_ELEMENT_##parent,                                                                              \
	  key,                                                                                               \
	  dialects,                                                                                          \
	  required,                                                                                          \
	  many,                                                                                              \
	  attributes_##id,                                                                                   \
	  offsetof(struct type, range) },
#include "sdf/elements.def"
#undef ELEMENT
};

static const struct sdf_limits limits[] = {
	{ .name = "auto" },
#define DIALECT(id, ...) { __VA_ARGS__ },
#include "sdf/dialects.def"
#undef DIALECT
};

const struct sdf_limits *sdf_limits(enum sdf_dialect dialect)
{
	return &limits[dialect];
}

struct model_rules sdf_rules(enum sdf_dialect dialect)
{
	const struct sdf_limits *row = &limits[dialect];
	return (struct model_rules){
		.platform = row->name,
		.channel_id_max = row->channel_id_max,
		.child_id_max = row->child_id_max,
		.vcpu_id_max = row->vcpu_id_max,
		.name_kept = row->name_kept,
		.stack_size = row->stack_size,
		.calls_go_up = row->calls_go_up,
		.monitor_reserved = row->monitor_reserved,
		.vm_names = row->vm_names,
		.stack_at_top = row->stack != SDF_STACK_IMAGE,
		.stack_below_guard = row->stack == SDF_STACK_GUARD,
		.exact_symbols = dialect >= SDF_MICROKIT_23,
		.acks_first = dialect >= SDF_MICROKIT_23,
	};
}

static const char *dialect_names(struct arena *arena)
{
	const char *names = limits[SDF_AUTO].name;
	for (unsigned i = SDF_AUTO + 1; i < SDF_DIALECT_COUNT; i++)
		names = arena_format(arena, "%s, %s", names, limits[i].name);
	return names;
}

bool sdf_dialect_parse(struct compilation *compilation, const char *name, enum sdf_dialect *dialect)
{
	struct suggest suggest = suggest_for(name);
	for (unsigned i = SDF_AUTO; i < SDF_DIALECT_COUNT; i++) {
		if (!strcmp(limits[i].name, name)) {
			*dialect = (enum sdf_dialect)i;
			return true;
		}
		suggest_offer(&suggest, limits[i].name);
	}
	const char *best = suggest_best(&suggest);
	struct src_range nowhere = { 0, 0 };
	if (best)
		diag_report(compilation->diag, DIAG_UNKNOWN_DIALECT, nowhere,
			    "there is no dialect '%s'; did you mean '%s'?", name, best);
	else
		diag_report(compilation->diag, DIAG_UNKNOWN_DIALECT, nowhere,
			    "there is no dialect '%s'; there are %s", name,
			    dialect_names(compilation->arena));
	return false;
}

enum sdf_dialect sdf_dialect_of(const struct model *model)
{
	return (enum sdf_dialect)model->dialect;
}

const struct sdf_element *sdf_element(enum sdf_element_id id)
{
	return &elements[id];
}

enum sdf_element_id sdf_element_find(enum sdf_element_id parent, const struct xml_element *xml)
{
	if (parent == SDF_ELEMENT_CHILD)
		parent = SDF_ELEMENT_PD;
	for (unsigned id = SDF_ELEMENT_SYSTEM + 1; id < SDF_ELEMENT_COUNT; id++) {
		const struct sdf_element *row = &elements[id];
		if (row->parent == parent && !strcmp(row->tag, xml->name) &&
		    (!row->key || xml_attribute_find(xml, row->key)))
			return (enum sdf_element_id)id;
	}
	return SDF_ELEMENT_COUNT;
}

const struct sdf_attribute *sdf_attribute_find(const struct sdf_element *element, const char *name)
{
	for (const struct sdf_attribute *row = element->attributes; row->name; row++)
		if (!strcmp(row->name, name))
			return row;
	return NULL;
}

enum sdf_dialect sdf_set_newest(sdf_set set)
{
	unsigned dialect = SDF_LATEST;
	while (dialect > SDF_AUTO && !(set & SDF_BIT(dialect)))
		dialect--;
	return (enum sdf_dialect)dialect;
}

/* Runs of neighbours, each as "a", "a and b", "a to b" or "a and later". */
const char *sdf_set_describe(struct arena *arena, sdf_set set)
{
	const char *text = "";
	for (unsigned first = SDF_AUTO + 1; first < SDF_DIALECT_COUNT; first++) {
		if (!(set & SDF_BIT(first)))
			continue;
		unsigned last = first;
		while (last < SDF_LATEST && (set & SDF_BIT(last + 1)))
			last++;
		const char *from = limits[first].name, *to = limits[last].name;
		const char *run = last == first	       ? from
				  : last == SDF_LATEST ? arena_format(arena, "%s and later", from)
				  : last == first + 1  ? arena_format(arena, "%s and %s", from, to)
						       : arena_format(arena, "%s to %s", from, to);
		text = *text ? arena_format(arena, "%s; %s", text, run) : run;
		first = last;
	}
	return text;
}

bool sdf_has_passive(enum sdf_dialect dialect)
{
	return sdf_attribute_find(sdf_element(SDF_ELEMENT_PD), "passive")->dialects >> dialect & 1;
}
