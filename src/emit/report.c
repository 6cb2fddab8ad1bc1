/*
 * report.md: the migration report. First what a person has to look at, then the system as it is now, then
 * each CAmkES construct with what it became and why.
 */
#include "emit/emit.h"

#include "emit/attribute.h"
#include "emit/names.h"

#include <inttypes.h>
#include <string.h>

/* Text of the user's for Markdown: the characters that would mean something are escaped. */
static const char *markdown(struct arena *arena, const char *text)
{
	char *escaped = arena_array(arena, strlen(text) + 1, 2), *to = escaped;
	for (const char *from = text; *from; from++) {
		if (strchr("\\*_<|#[]", *from))
			*to++ = '\\';
		*to++ = *from == '\n' ? ' ' : *from;
	}
	return escaped;
}

/* A table cell cannot hold a bar, even inside of code. */
static const char *cell(struct arena *arena, const char *text)
{
	char *escaped = arena_strdup(arena, text);
	for (char *c = escaped; *c; c++)
		if (*c == '|' || *c == '`' || *c == '\n')
			*c = ' ';
	return escaped;
}

static void by_hand(struct compilation *compilation, struct out *out, const struct model *model)
{
	bool any = false;
	out_text(out, "\n");
	out_line(out, "## To look at by hand");
	out_text(out, "\n");
	for (size_t i = 0; i < model->notes.count; i++) {
		const struct model_note *note = &model->notes.items[i];
		if (!note->by_hand)
			continue;
		any = true;
		const char *place = names_place(compilation, note->range);
		out_line(out, "- %s%s%s: %s", markdown(compilation->arena, note->construct),
			 *place ? ", " : "", markdown(compilation->arena, place), note->by_hand);
	}
	if (!any)
		out_line(out, "Nothing.");
}

static void strands(struct compilation *compilation, struct out *out, const struct model_component *component)
{
	for (size_t i = 0; i < component->strands.count; i++) {
		const struct model_strand *strand = &component->strands.items[i];
		out_text(out, "%s%s (%u)", i ? ", " : "", cell(compilation->arena, strand->name),
			 strand->priority);
	}
}

static void protection_domains(struct compilation *compilation, struct out *out, const struct model *model)
{
	struct arena *arena = compilation->arena;
	out_text(out, "\n");
	out_line(out, "## Protection domains");
	out_text(out, "\n");
	out_line(out,
		 "| protection domain | component | priority | strands (priority under CAmkES) | heap |");
	out_line(out, "|---|---|---|---|---|");
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		out_text(out, "| `%s` | %s | %u%s | ", cell(arena, pd->name),
			 pd->component ? cell(arena, pd->component->type) : "", pd->priority,
			 pd->passive ? ", passive" : "");
		if (pd->component)
			strands(compilation, out, pd->component);
		out_text(out, " | %" PRIu64 " |\n", pd->component ? pd->component->heap_size : 0);
	}
}

static void attribute(struct compilation *compilation, struct out *out, const struct model_pd *pd,
		      const struct model_attribute *attribute)
{
	struct arena *arena = compilation->arena;
	const char *where = names_place(compilation, attribute->value_range);
	out_text(out, "| `%s` | `%s` | `%s` | ", cell(arena, pd->name), attribute->name,
		 emit_attribute_type(arena, &attribute->type));
	if (!attribute->has_value) {
		out_text(out, "none |  |\n");
		return;
	}
	out_text(out, "`%s` | %s%s%s |\n", cell(arena, emit_attribute_value(arena, attribute)),
		 attribute->is_set ? "" : "default", attribute->is_set || !*where ? "" : ", ",
		 markdown(arena, where));
}

static void attributes(struct compilation *compilation, struct out *out, const struct model *model)
{
	bool any = false;
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		for (size_t j = 0; pd->component && j < pd->component->attributes.count; j++) {
			if (!any) {
				out_text(out, "\n");
				out_line(out, "## Attributes that are constants in C");
				out_text(out, "\n");
				out_line(out, "| protection domain | attribute | type | value | where set |");
				out_line(out, "|---|---|---|---|---|");
			}
			any = true;
			attribute(compilation, out, pd, &pd->component->attributes.items[j]);
		}
	}
}

static void memory_regions(struct compilation *compilation, struct out *out, const struct model *model)
{
	static const char *const perms[] = { "", "r", "w", "rw", "x", "rx", "wx", "rwx" };
	struct arena *arena = compilation->arena;
	if (!model->regions.count)
		return;
	out_text(out, "\n");
	out_line(out, "## Memory regions");
	out_text(out, "\n");
	out_line(out, "| memory region | size | mapped by |");
	out_line(out, "|---|---|---|");
	for (size_t i = 0; i < model->regions.count; i++) {
		const struct model_region *region = model->regions.items[i];
		const char *separator = "";
		out_text(out, "| `%s` | 0x%" PRIx64 " | ", cell(arena, region->name), region->size);
		for (size_t j = 0; j < model->pds.count; j++)
			for (size_t k = 0; k < model->pds.items[j]->maps.count; k++) {
				const struct model_map *map = model->pds.items[j]->maps.items[k];
				if (map->region != region)
					continue;
				out_text(out, "%s`%s` at 0x%" PRIx64 " %s", separator,
					 cell(arena, model->pds.items[j]->name), map->vaddr,
					 perms[map->perms & 7]);
				separator = ", ";
			}
		out_text(out, " |\n");
	}
}

static void channels(struct compilation *compilation, struct out *out, const struct model *model)
{
	struct arena *arena = compilation->arena;
	if (!model->channels.count)
		return;
	out_text(out, "\n");
	out_line(out, "## Channels");
	out_text(out, "\n");
	out_line(out, "| one end | id | other end | id |");
	out_line(out, "|---|---|---|---|");
	for (size_t i = 0; i < model->channels.count; i++) {
		const struct model_end *ends = model->channels.items[i]->ends;
		out_line(out, "| `%s` | %u | `%s` | %u |", cell(arena, ends[0].pd->name), ends[0].id,
			 cell(arena, ends[1].pd->name), ends[1].id);
	}
}

static void constructs(struct compilation *compilation, struct out *out, const struct model *model)
{
	struct arena *arena = compilation->arena;
	out_text(out, "\n");
	out_line(out, "## What became of each construct");
	for (size_t i = 0; i < model->notes.count; i++) {
		const struct model_note *note = &model->notes.items[i];
		const char *place = names_place(compilation, note->range);
		out_text(out, "\n");
		out_line(out, "### %s", markdown(arena, note->construct));
		out_text(out, "\n");
		if (*place)
			out_line(out, "- Where: %s", markdown(arena, place));
		out_line(out, "- Became: %s", note->became);
		if (note->why)
			out_line(out, "- Why: %s", note->why);
		if (note->by_hand)
			out_line(out, "- Look at: %s", note->by_hand);
		if (note->section)
			out_line(out, "- In the transition guide: \"%s\"", note->section);
	}
}

struct out *emit_report(struct compilation *compilation, const struct model *model)
{
	struct out *out = out_create(compilation->arena);
	out_line(out, "# %s: from CAmkES to the Core Platform", markdown(compilation->arena, model->name));
	out_text(out, "\n");
	out_line(out,
		 "`%s.system` describes the system. The folder of each protection domain has its glue: "
		 "`glue.c`",
		 model->name);
	out_line(
		out,
		"and `camkes.h` join the unchanged component code to it, and the `_pd.h` header names every");
	out_line(out, "channel id, address and size.");
	by_hand(compilation, out, model);
	protection_domains(compilation, out, model);
	attributes(compilation, out, model);
	memory_regions(compilation, out, model);
	channels(compilation, out, model);
	if (model->notes.count)
		constructs(compilation, out, model);
	return out;
}
