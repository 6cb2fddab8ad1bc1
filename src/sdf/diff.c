#include "sdf/sdf.h"
#include "sdf/shape.h"
#include "sdf/type.h"

#include <string.h>

/*
 * Two models are compared by the tables: the parts inside two parts that match are matched in turn, each by
 * what it is called, and the attributes of those that match are compared as they would be written.
 */
struct diff {
	struct out *out;
	struct arena *arena;
	const struct model *a;
	const struct model *b;
	unsigned count;
};

/* What a part is called, and the attribute that tells it from others of its kind: NULL, there is but one. */
static const struct {
	const char *noun;
	const char *key;
} names[SDF_ELEMENT_COUNT] = {
	[SDF_ELEMENT_SYSTEM] = { "system", NULL },
	[SDF_ELEMENT_REGION] = { "memory region", "name" },
	[SDF_ELEMENT_DOMAINS] = { "domains", NULL },
	[SDF_ELEMENT_PD] = { "protection domain", "name" },
	[SDF_ELEMENT_CHANNEL] = { "channel", NULL },
	[SDF_ELEMENT_IO_SPACE] = { "I/O address space", "name" },
	[SDF_ELEMENT_DOMAIN] = { "domain", "name" },
	[SDF_ELEMENT_SCHEDULE] = { "schedule", NULL },
	[SDF_ELEMENT_ENTRY] = { "schedule entry of", "domain" },
	[SDF_ELEMENT_END_MARKER] = { "end marker", NULL },
	[SDF_ELEMENT_CHILD] = { "child", "name" },
	[SDF_ELEMENT_IMAGE] = { "program image", NULL },
	[SDF_ELEMENT_MAP] = { "map of", "mr" },
	[SDF_ELEMENT_VM] = { "virtual machine", NULL },
	[SDF_ELEMENT_IOAPIC] = { "I/O APIC interrupt", "id" },
	[SDF_ELEMENT_MSI] = { "PCI interrupt", "id" },
	[SDF_ELEMENT_IRQ] = { "interrupt", "irq" },
	[SDF_ELEMENT_IOPORT] = { "I/O ports", "id" },
	[SDF_ELEMENT_SETVAR] = { "variable", "symbol" },
	[SDF_ELEMENT_CSPACE] = { "capabilities", NULL },
	[SDF_ELEMENT_VCPU] = { "virtual CPU", "id" },
	[SDF_ELEMENT_VM_MAP] = { "map of", "mr" },
	[SDF_ELEMENT_CAP_TCB] = { "TCB in slot", "slot" },
	[SDF_ELEMENT_CAP_SC] = { "scheduling context in slot", "slot" },
	[SDF_ELEMENT_CAP_VSPACE] = { "address space in slot", "slot" },
	[SDF_ELEMENT_END] = { "end in", "pd" },
	[SDF_ELEMENT_IOMAP] = { "map of", "mr" },
};

static const char *attribute(const struct diff *diff, const struct model *model, const struct sdf_child *part,
			     const char *name)
{
	const struct sdf_attribute *row = sdf_attribute_find(sdf_element(part->id), name);
	const char *text = sdf_attribute_text(diff->arena, model, row, part->entity);
	return text ? text : "";
}

/* A channel is called by its protection domains, in alphabetical order. */
static const char *channel_name(const struct diff *diff, const struct model_channel *channel, bool ids)
{
	const struct model_end *first = &channel->ends[0], *second = &channel->ends[1];
	int order = strcmp(first->pd->name, second->pd->name);
	if (order > 0 || (!order && first->id > second->id)) {
		first = &channel->ends[1];
		second = &channel->ends[0];
	}
	return ids ? arena_format(diff->arena, "channel of '%s' (%u) and '%s' (%u)", first->pd->name,
				  first->id, second->pd->name, second->id)
		   : arena_format(diff->arena, "channel of '%s' and '%s'", first->pd->name, second->pd->name);
}

/* In general, or exactly: what tells apart those that are generally called the same. */
static const char *name_of(const struct diff *diff, const struct model *model, const struct sdf_child *part,
			   bool exact)
{
	const char *noun = names[part->id].noun, *key = names[part->id].key;
	if (part->id == SDF_ELEMENT_CHANNEL)
		return channel_name(diff, part->entity, exact);
	if (!key)
		return noun;
	const char *value = attribute(diff, model, part, key);
	if (exact && (part->id == SDF_ELEMENT_MAP || part->id == SDF_ELEMENT_VM_MAP))
		return arena_format(diff->arena, "%s '%s' at %s", noun, value,
				    attribute(diff, model, part, "vaddr"));
	if (exact && part->id == SDF_ELEMENT_END)
		return arena_format(diff->arena, "%s '%s', id %s", noun, value,
				    attribute(diff, model, part, "id"));
	return arena_format(diff->arena, "%s '%s'", noun, value);
}

static void line(struct diff *diff, const char *sign, const char *path, const char *text)
{
	out_text(diff->out, "%s%s%s\n", sign, path, text);
	diff->count++;
}

static const char *inside(const struct diff *diff, const char *path, const char *name)
{
	return arena_format(diff->arena, "%s%s: ", path, name);
}

/* Rows that say in an older way what other rows say, or under another name. */
static bool is_said_elsewhere(const struct sdf_element *element, const struct sdf_attribute *row)
{
	bool legacy = row->type >= SDF_TYPE_LEGACY_PP;
	for (const struct sdf_attribute *before = element->attributes; before != row; before++)
		legacy |= before->field == row->field;
	return legacy;
}

static void compare_attributes(struct diff *diff, const struct sdf_child *a, const struct sdf_child *b,
			       const char *path)
{
	const struct sdf_element *element = sdf_element(a->id);
	for (const struct sdf_attribute *row = element->attributes; row->name; row++) {
		if (is_said_elsewhere(element, row))
			continue;
		const char *from = sdf_attribute_text(diff->arena, diff->a, row, a->entity);
		const char *to = sdf_attribute_text(diff->arena, diff->b, row, b->entity);
		if (from == to || (from && to && !strcmp(from, to)))
			continue;
		line(diff, "  ", path,
		     arena_format(diff->arena, "%s %s -> %s", row->name, from ? from : "(unset)",
				  to ? to : "(unset)"));
	}
}

/* A part that only one side has, with its attributes and all that is inside. */
static void report_part(struct diff *diff, const struct model *model, const char *sign,
			const struct sdf_child *part, const char *path)
{
	const struct sdf_element *element = sdf_element(part->id);
	const char *name = name_of(diff, model, part, part->id == SDF_ELEMENT_CHANNEL), *attributes = "";
	for (const struct sdf_attribute *row = element->attributes; row->name; row++) {
		const char *text = sdf_attribute_text(diff->arena, model, row, part->entity);
		bool key = names[part->id].key && !strcmp(row->name, names[part->id].key);
		if (text && !key && !is_said_elsewhere(element, row))
			attributes = arena_format(diff->arena, "%s%s%s %s", attributes,
						  *attributes ? ", " : "", row->name, text);
	}
	/* The name of a channel has the ids of its ends. */
	if (part->id == SDF_ELEMENT_END && !strchr(attributes, ','))
		return;
	line(diff, sign, path, *attributes ? arena_format(diff->arena, "%s (%s)", name, attributes) : name);
	struct sdf_children children = sdf_shape_children(diff->arena, model, part->id, part->entity);
	for (size_t i = 0; i < children.list.count; i++)
		report_part(diff, model, sign, &children.list.items[i], inside(diff, path, name));
}

struct side {
	const struct model *model;
	struct sdf_children children;
	const char **names;
	bool *matched;
};

static struct side list_side(const struct diff *diff, const struct model *model, const struct sdf_child *part)
{
	struct side side = { .model = model };
	side.children = sdf_shape_children(diff->arena, model, part->id, part->entity);
	side.names = ARENA_ARRAY(diff->arena, const char *, side.children.list.count);
	side.matched = ARENA_ARRAY(diff->arena, bool, side.children.list.count);
	return side;
}

static void name_side(const struct diff *diff, struct side *side, bool exact)
{
	for (size_t i = 0; i < side->children.list.count; i++)
		side->names[i] = name_of(diff, side->model, &side->children.list.items[i], exact);
}

static void compare_part(struct diff *diff, const struct sdf_child *a, const struct sdf_child *b,
			 const char *path);

/* Matches what has the same name on both sides; PAIRS gets the index in B of what each of A matches, plus
 * one. */
static void match_sides(struct side *a, struct side *b, size_t *pairs)
{
	for (size_t i = 0; i < a->children.list.count; i++)
		for (size_t j = 0; !a->matched[i] && j < b->children.list.count; j++) {
			if (b->matched[j] || a->children.list.items[i].id != b->children.list.items[j].id ||
			    strcmp(a->names[i], b->names[j]) != 0)
				continue;
			a->matched[i] = b->matched[j] = true;
			pairs[i] = j + 1;
		}
}

static void compare_children(struct diff *diff, const struct sdf_child *a, const struct sdf_child *b,
			     const char *path)
{
	struct side before = list_side(diff, diff->a, a), after = list_side(diff, diff->b, b);
	size_t *pairs = ARENA_ARRAY(diff->arena, size_t, before.children.list.count);
	for (int exact = 1; exact >= 0; exact--) {
		name_side(diff, &before, exact);
		name_side(diff, &after, exact);
		match_sides(&before, &after, pairs);
	}
	for (size_t i = 0; i < before.children.list.count; i++) {
		const struct sdf_child *part = &before.children.list.items[i];
		if (!pairs[i])
			report_part(diff, diff->a, "- ", part, path);
		else
			compare_part(diff, part, &after.children.list.items[pairs[i] - 1],
				     inside(diff, path, before.names[i]));
	}
	for (size_t i = 0; i < after.children.list.count; i++)
		if (!after.matched[i])
			report_part(diff, diff->b, "+ ", &after.children.list.items[i], path);
}

static void compare_part(struct diff *diff, const struct sdf_child *a, const struct sdf_child *b,
			 const char *path)
{
	compare_attributes(diff, a, b, path);
	compare_children(diff, a, b, path);
}

unsigned sdf_diff(struct out *out, const struct model *a, const struct model *b)
{
	struct diff diff = { out, out_arena(out), a, b, 0 };
	const struct sdf_child system_a = { SDF_ELEMENT_SYSTEM, a }, system_b = { SDF_ELEMENT_SYSTEM, b };
	compare_part(&diff, &system_a, &system_b, "");
	return diff.count;
}
