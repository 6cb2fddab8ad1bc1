#include "sdf/comment.h"
#include "sdf/dialect.h"
#include "sdf/sdf.h"
#include "sdf/shape.h"
#include "sdf/type.h"

#include "base/file.h"
#include "base/suggest.h"

#include <libgen.h>
#include <string.h>

/* What a name stands for, in messages. */
static const char *const reference_kinds[SDF_TYPE_COUNT] = {
	[SDF_TYPE_REGION] = "memory region",
	[SDF_TYPE_PD] = "protection domain",
	[SDF_TYPE_DOMAIN] = "domain",
};

static struct map *names_of(struct sdf_reader *reader, enum sdf_type type)
{
	return type == SDF_TYPE_REGION ? &reader->regions
	       : type == SDF_TYPE_PD   ? &reader->pds
				       : &reader->domains;
}

/* The first of a name is the one that others mean; that there are two is a finding about the model. */
static void declare(struct sdf_reader *reader, enum sdf_type type, const char *name, void *entity)
{
	struct map *names = names_of(reader, type);
	if (name && !map_get(names, name))
		map_set(reader->compilation->arena, names, name, entity);
}

static void read_attributes(struct sdf_reader *reader, const struct sdf_element *element,
			    const struct xml_element *xml, void *entity)
{
	for (const struct sdf_attribute *row = element->attributes; row->name; row++)
		sdf_type_default(row, entity);
	for (size_t i = 0; i < xml->attributes.count; i++) {
		struct sdf_value value = { NULL, &xml->attributes.items[i] };
		value.row = sdf_attribute_find(element, value.xml->name);
		if (!value.row)
			continue;
		sdf_type(value.row->type)->read(reader, &value, entity);
		if (value.row->present != SDF_NOT_OPTIONAL)
			*((bool *)entity + value.row->present) = true;
		model_place_set(reader->compilation, reader->model, sdf_field(value.row, entity),
				value.xml->range);
	}
}

/* Unless it says otherwise, a period is the budget, and a budget is a millisecond. */
enum { DEFAULT_BUDGET_US = 1000 };

static void complete_time(const struct xml_element *xml, bool *has_budget, uint64_t *budget, uint64_t *period)
{
	bool has_period = xml_attribute_find(xml, "period");
	if (!*has_budget)
		*budget = has_period ? DEFAULT_BUDGET_US : 0;
	if (!has_period)
		*period = *budget;
	*has_budget |= has_period;
}

static void complete_region(struct sdf_reader *reader, const struct xml_element *xml,
			    const struct model_region *region)
{
	if (!region->prefill_path && !region->prefill_bootinfo && !xml_attribute_find(xml, "size"))
		sdf_error(reader, DIAG_SDF_MISSING, xml->range,
			  "'memory_region' has neither a 'size' nor something to be filled with");
}

/* What depends on more than one attribute. */
static void complete(struct sdf_reader *reader, enum sdf_element_id id, const struct xml_element *xml,
		     void *entity)
{
	struct model_region *region = entity;
	struct model_pd *pd = entity;
	struct model_vm *vm = entity;
	struct model_domain *domain = entity;
	if (id == SDF_ELEMENT_REGION) {
		declare(reader, SDF_TYPE_REGION, region->name, region);
		complete_region(reader, xml, region);
	} else if (id == SDF_ELEMENT_PD || id == SDF_ELEMENT_CHILD) {
		declare(reader, SDF_TYPE_PD, pd->name, pd);
		complete_time(xml, &pd->has_budget, &pd->budget, &pd->period);
	} else if (id == SDF_ELEMENT_VM) {
		complete_time(xml, &vm->has_budget, &vm->budget, &vm->period);
	} else if (id == SDF_ELEMENT_DOMAIN) {
		declare(reader, SDF_TYPE_DOMAIN, domain->name, domain);
	}
}

/* A comment's text as if it stood in the first column. */
static const char *comment_text(struct sdf_reader *reader, struct src_range range)
{
	const char *text = xml_source(reader->compilation, reader->document, range);
	return sdf_comment_moved(reader->compilation->arena, text,
				 sdf_comment_column(reader->compilation->sources, range.begin), 0);
}

/* Comments that have been met and wait for the element they stand before. */
struct waiting {
	VEC(const char *) list;
};

static void settle_comments(struct sdf_reader *reader, struct waiting *waiting, enum sdf_element_id id,
			    const void *entity, enum sdf_comment_place place)
{
	for (size_t i = 0; i < waiting->list.count; i++)
		sdf_comment_add(reader->compilation, reader->model, id, entity, place,
				waiting->list.items[i]);
	waiting->list.count = 0;
}

/* The element that a comment stands behind in one line. */
struct behind {
	enum sdf_element_id id;
	const void *entity; /* NULL: the line has none */
};

static void read_comment(struct sdf_reader *reader, struct src_range range, const struct behind *behind,
			 struct waiting *waiting)
{
	const char *text = comment_text(reader, range);
	if (behind->entity && !strchr(text, '\n'))
		sdf_comment_add(reader->compilation, reader->model, behind->id, behind->entity,
				SDF_COMMENT_BEHIND, text);
	else
		VEC_PUSH(reader->compilation->arena, &waiting->list, text);
}

static void *read_element(struct sdf_reader *reader, enum sdf_element_id id, const struct xml_element *xml,
			  void *parent, struct waiting *before);

static bool has_newline(const struct sdf_reader *reader, struct src_range range)
{
	const struct src_file *file = reader->document->file;
	return memchr(file->text + (range.begin - file->base), '\n', range.end - range.begin);
}

/* The nodes inside ENTITY, or around the root element. */
static void read_nodes(struct sdf_reader *reader, enum sdf_element_id id, const struct xml_node *nodes,
		       size_t count, void *entity)
{
	struct waiting comments = { 0 };
	struct behind behind = { 0 };
	for (size_t i = 0; i < count; i++) {
		const struct xml_node *node = &nodes[i];
		if (node->kind == XML_NODE_COMMENT)
			read_comment(reader, node->range, &behind, &comments);
		else if (node->kind == XML_NODE_TEXT && has_newline(reader, node->range))
			behind.entity = NULL;
		if (!node->element)
			continue;
		behind.id = entity ? sdf_element_find(id, node->element) : id;
		behind.entity = read_element(reader, behind.id, node->element, entity, &comments);
	}
	settle_comments(reader, &comments, id, entity ? entity : reader->model, SDF_COMMENT_WITHIN);
}

static void *read_element(struct sdf_reader *reader, enum sdf_element_id id, const struct xml_element *xml,
			  void *parent, struct waiting *before)
{
	void *entity = sdf_shape_make(reader->compilation, reader->model, id, parent, xml->range);
	settle_comments(reader, before, id, entity, SDF_COMMENT_BEFORE);
	read_attributes(reader, sdf_element(id), xml, entity);
	complete(reader, id, xml, entity);
	read_nodes(reader, id, xml->nodes.items, xml->nodes.count, entity);
	return entity;
}

static void suggest_name(struct sdf_reader *reader, const struct sdf_reference *reference)
{
	const struct model *model = reader->model;
	struct suggest suggest = suggest_for(reference->name);
	for (size_t i = 0; reference->type == SDF_TYPE_REGION && i < model->regions.count; i++)
		if (model->regions.items[i]->name)
			suggest_offer(&suggest, model->regions.items[i]->name);
	for (size_t i = 0; reference->type == SDF_TYPE_PD && i < model->pds.count; i++)
		if (model->pds.items[i]->name)
			suggest_offer(&suggest, model->pds.items[i]->name);
	const char *best = suggest_best(&suggest);
	if (best)
		diag_note(reader->compilation->diag, reference->range, "did you mean '%s'?", best);
}

static void resolve_references(struct sdf_reader *reader)
{
	for (size_t i = 0; i < reader->references.count; i++) {
		const struct sdf_reference *reference = &reader->references.items[i];
		void *entity = map_get(names_of(reader, reference->type), reference->name);
		if (entity) {
			memcpy(reference->field, &entity, sizeof entity);
			continue;
		}
		sdf_error(reader, DIAG_SDF_REFERENCE, reference->range, "no %s is called '%s'",
			  reference_kinds[reference->type], reference->name);
		suggest_name(reader, reference);
	}
}

/* Up to 1.4 all who share a channel with a protection domain that has a protected procedure may call it. */
static void derive_calls(struct model *model)
{
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			struct model_end *ends = model->channels.items[i]->ends;
			ends[end].pp = ends[!end].pd->pp_legacy;
		}
}

static const char *system_name(struct compilation *compilation, const char *path)
{
	const char *base = basename(arena_strdup(compilation->arena, path));
	const char *dot = strrchr(base, '.');
	return intern_text(compilation->names, base,
			   dot && dot != base ? (size_t)(dot - base) : strlen(base));
}

const struct model *sdf_read_text(struct compilation *compilation, const char *name, const char *text,
				  size_t length, enum sdf_dialect dialect)
{
	const struct xml_document *document = xml_read(compilation, name, text, length);
	if (!document)
		return NULL;
	dialect = sdf_dialect_settle(compilation, document, dialect);
	if (dialect == SDF_AUTO)
		return NULL;
	struct sdf_reader reader = {
		.compilation = compilation, .document = document, .dialect = dialect, .ok = true
	};
	reader.model = model_create(compilation, system_name(compilation, name));
	reader.model->dialect = dialect;
	reader.model->range = document->root->range;
	read_nodes(&reader, SDF_ELEMENT_SYSTEM, document->nodes.items, document->nodes.count, NULL);
	resolve_references(&reader);
	if (!reader.ok)
		return NULL;
	if (SDF_BIT(dialect) & SDF_UNTIL(SDF_MICROKIT_14))
		derive_calls(reader.model);
	return reader.model;
}

const struct model *sdf_read(struct compilation *compilation, const char *path, enum sdf_dialect dialect)
{
	struct file_text file;
	if (!compilation_read(compilation, path, &file))
		return NULL;
	return sdf_read_text(compilation, path, file.text, file.length, dialect);
}
