#include "sdf/dialect.h"

#include "sdf/number.h"
#include "sdf/type.h"

#include "base/suggest.h"

#include <string.h>

/* Something in the file that only some dialects have: PREFIX 'name' JOINT 'owner'; without an owner, that
 * much less. */
struct feature {
	sdf_set dialects;
	const char *prefix;
	const char *name;
	const char *joint;
	const char *owner;
	struct src_range range;
};

struct survey {
	struct compilation *compilation;
	bool automatic;
	sdf_set possible;	  /* one dialect, unless automatic */
	VEC(struct feature) seen; /* those that narrowed POSSIBLE */
	struct map vm_names;	  /* automatic: of the virtual machines so far */
	bool ok;
};

static void BASE_PRINTF(4, 5)
	report(struct survey *survey, enum diag_id id, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(survey->compilation->diag, id, range, format, arguments);
	va_end(arguments);
	survey->ok = false;
}

static const char *describe(const struct survey *survey, sdf_set set)
{
	return sdf_set_describe(survey->compilation->arena, set);
}

static const char *what(const struct survey *survey, const struct feature *feature)
{
	struct arena *arena = survey->compilation->arena;
	return feature->owner ? arena_format(arena, "%s'%s'%s'%s'", feature->prefix, feature->name,
					     feature->joint, feature->owner)
			      : arena_format(arena, "%s'%s'", feature->prefix, feature->name);
}

/* Two features that no dialect has together, or a new one that leaves nothing of what several others left. */
static void report_mix(struct survey *survey, const struct feature *feature)
{
	const struct feature *other = NULL;
	for (size_t i = 0; i < survey->seen.count; i++)
		if (!(survey->seen.items[i].dialects & feature->dialects))
			other = &survey->seen.items[i];
	struct diag *diag = survey->compilation->diag;
	if (other) {
		report(survey, DIAG_SDF_MIXED, feature->range, "%s is of %s, but %s is of %s",
		       what(survey, feature), describe(survey, feature->dialects), what(survey, other),
		       describe(survey, other->dialects));
		diag_note(diag, other->range, "%s is here", what(survey, other));
		return;
	}
	report(survey, DIAG_SDF_MIXED, feature->range,
	       "%s is of %s, which does not have all that comes before it", what(survey, feature),
	       describe(survey, feature->dialects));
	for (size_t i = 0; i < survey->seen.count; i++)
		diag_note(diag, survey->seen.items[i].range, "%s is of %s",
			  what(survey, &survey->seen.items[i]),
			  describe(survey, survey->seen.items[i].dialects));
}

/* The file has FEATURE. False if that was found to be an error. */
static bool admit(struct survey *survey, struct feature feature)
{
	sdf_set left = survey->possible & feature.dialects;
	if (!survey->automatic && !left) {
		report(survey, DIAG_SDF_DIALECT, feature.range, "%s is not in %s", what(survey, &feature),
		       describe(survey, survey->possible));
		diag_note(survey->compilation->diag, feature.range, "it is in %s",
			  describe(survey, feature.dialects));
	} else if (left && left != survey->possible) {
		VEC_PUSH(survey->compilation->arena, &survey->seen, feature);
		survey->possible = left;
	} else if (!left && survey->automatic) {
		report_mix(survey, &feature);
		survey->possible = SDF_ALL;
		survey->seen.count = 0;
	}
	return left;
}

static void note_suggestion(struct survey *survey, const struct suggest *suggest, struct src_range range)
{
	const char *best = suggest_best(suggest);
	if (best)
		diag_note(survey->compilation->diag, range, "did you mean '%s'?", best);
}

static void suggest_attribute(struct survey *survey, const struct sdf_element *element,
			      const struct xml_attribute *attribute)
{
	struct suggest suggest = suggest_for(attribute->name);
	for (const struct sdf_attribute *row = element->attributes; row->name; row++)
		suggest_offer(&suggest, row->name);
	note_suggestion(survey, &suggest, attribute->name_range);
}

static void suggest_element(struct survey *survey, enum sdf_element_id parent, const struct xml_element *xml)
{
	struct suggest suggest = suggest_for(xml->name);
	for (unsigned id = SDF_ELEMENT_SYSTEM + 1; id < SDF_ELEMENT_COUNT; id++)
		if (sdf_element((enum sdf_element_id)id)->parent == parent)
			suggest_offer(&suggest, sdf_element((enum sdf_element_id)id)->tag);
	note_suggestion(survey, &suggest, xml->range);
}

/*
 * Ids and names that only some dialects accept. When the dialect is known, the checks of the model have more
 * to say of them.
 */
static void survey_id(struct survey *survey, const struct xml_attribute *attribute)
{
	struct sdf_number number;
	sdf_set dialects = 0;
	if (!sdf_number_parse(attribute->value, &number) || number.negative || number.overflow)
		return;
	for (unsigned dialect = SDF_AUTO + 1; dialect < SDF_DIALECT_COUNT; dialect++)
		if (number.value <= sdf_limits((enum sdf_dialect)dialect)->channel_id_max)
			dialects |= SDF_BIT(dialect);
	if (dialects)
		admit(survey,
		      (struct feature){ dialects, "id ", attribute->value, "", NULL, attribute->range });
}

static void survey_vm_name(struct survey *survey, const struct xml_attribute *name)
{
	sdf_set dialects = 0;
	for (unsigned dialect = SDF_AUTO + 1; dialect < SDF_DIALECT_COUNT; dialect++)
		if (sdf_limits((enum sdf_dialect)dialect)->vm_names != MODEL_VM_NAMES_UNIQUE)
			dialects |= SDF_BIT(dialect);
	if (map_get(&survey->vm_names, name->value))
		admit(survey, (struct feature){ dialects, "another virtual machine ", name->value, "", NULL,
						name->range });
	else
		map_set(survey->compilation->arena, &survey->vm_names, name->value, survey);
}

static void survey_attribute(struct survey *survey, const struct sdf_element *element,
			     const struct xml_element *xml, const struct xml_attribute *attribute)
{
	const struct sdf_attribute *row = sdf_attribute_find(element, attribute->name);
	if (!row && element == sdf_element(SDF_ELEMENT_SYSTEM)) {
		diag_report(survey->compilation->diag, DIAG_SDF_IGNORED, attribute->name_range,
			    "an attribute of 'system' has no effect: '%s'", attribute->name);
		return;
	}
	if (!row) {
		report(survey, DIAG_SDF_ATTRIBUTE, attribute->name_range, "'%s' has no attribute '%s'",
		       xml->name, attribute->name);
		suggest_attribute(survey, element, attribute);
		return;
	}
	if (!admit(survey, (struct feature){ row->dialects, "", attribute->name, " on ", xml->name,
					     attribute->name_range }))
		return;
	const struct sdf_type_functions *type = sdf_type(row->type);
	sdf_set spoken = type->spoken ? type->spoken(attribute->value) : SDF_ALL;
	if (spoken && spoken != SDF_ALL)
		admit(survey,
		      (struct feature){ spoken, "the value ", attribute->value, "", NULL, attribute->range });
	if (survey->automatic && (row->type == SDF_TYPE_CHANNEL_ID || row->type == SDF_TYPE_IRQ_ID))
		survey_id(survey, attribute);
	if (survey->automatic && element == sdf_element(SDF_ELEMENT_VM) && row->type == SDF_TYPE_NAME)
		survey_vm_name(survey, attribute);
}

static bool has_child(const struct xml_element *xml, enum sdf_element_id parent, enum sdf_element_id wanted)
{
	for (size_t i = 0; i < xml->nodes.count; i++) {
		const struct xml_element *child = xml->nodes.items[i].element;
		if (child && sdf_element_find(parent, child) == wanted)
			return true;
	}
	return false;
}

/* An attribute or element that is not there speaks for the dialects that do without it, if there are such. */
static void survey_absence(struct survey *survey, const struct xml_element *xml, const char *kind,
			   const char *name, sdf_set required)
{
	sdf_set without = survey->possible & ~required;
	if (without == survey->possible)
		return;
	if (!without) {
		report(survey, DIAG_SDF_MISSING, xml->range, "'%s' has no %s '%s'", xml->name, kind, name);
		return;
	}
	admit(survey, (struct feature){ SDF_ALL & ~required, "", xml->name, " without ", name, xml->range });
}

static void survey_absences(struct survey *survey, enum sdf_element_id id, const struct xml_element *xml)
{
	const struct sdf_element *element = sdf_element(id);
	for (const struct sdf_attribute *row = element->attributes; row->name; row++)
		if (row->required && !xml_attribute_find(xml, row->name))
			survey_absence(survey, xml, "attribute", row->name, row->required & row->dialects);
	enum sdf_element_id inside = id == SDF_ELEMENT_CHILD ? SDF_ELEMENT_PD : id;
	for (unsigned child = SDF_ELEMENT_SYSTEM + 1; child < SDF_ELEMENT_COUNT; child++) {
		const struct sdf_element *row = sdf_element((enum sdf_element_id)child);
		sdf_set required = row->required & row->dialects;
		if (row->parent == inside && required && !has_child(xml, id, (enum sdf_element_id)child))
			survey_absence(survey, xml, "element", row->tag, required);
	}
}

static void survey_text(struct survey *survey, const struct xml_document *document,
			const struct xml_element *xml, struct src_range range)
{
	const char *text = document->file->text + (range.begin - document->file->base);
	size_t length = range.end - range.begin, begin = 0, end = 0;
	while (begin < length && strchr(" \t\r\n", text[begin]))
		begin++;
	if (begin == length)
		return;
	for (end = begin; end < length && text[end] != '\n'; end++)
		;
	struct src_range place = { range.begin + (src_loc)begin, range.begin + (src_loc)end };
	report(survey, DIAG_SDF_TEXT, place, "text in '%s', which has none", xml->name);
}

static void survey_element(struct survey *survey, const struct xml_document *document, enum sdf_element_id id,
			   const struct xml_element *xml);

static void survey_child(struct survey *survey, const struct xml_document *document,
			 enum sdf_element_id parent, const struct xml_element *xml,
			 const struct xml_element *child, const struct xml_element *first[])
{
	enum sdf_element_id id = sdf_element_find(parent, child);
	if (id == SDF_ELEMENT_COUNT) {
		report(survey, DIAG_SDF_ELEMENT, child->range, "'%s' has no element '%s'", xml->name,
		       child->name);
		suggest_element(survey, parent == SDF_ELEMENT_CHILD ? SDF_ELEMENT_PD : parent, child);
		return;
	}
	const struct sdf_element *row = sdf_element(id);
	if (!admit(survey,
		   (struct feature){ row->dialects, "", child->name, " in ", xml->name, child->range }))
		return;
	if (first[id] && !row->many) {
		report(survey, DIAG_SDF_REPEATED, child->range, "'%s' has more than one '%s'", xml->name,
		       child->name);
		diag_note(survey->compilation->diag, first[id]->range, "the first is here");
	} else if (first[id] && row->many != SDF_ALL) {
		admit(survey, (struct feature){ row->many, "more than one ", child->name, " in ", xml->name,
						child->range });
	}
	if (!first[id])
		first[id] = child;
	survey_element(survey, document, id, child);
}

static void survey_element(struct survey *survey, const struct xml_document *document, enum sdf_element_id id,
			   const struct xml_element *xml)
{
	const struct xml_element *first[SDF_ELEMENT_COUNT] = { NULL };
	unsigned ends = 0;
	for (size_t i = 0; i < xml->attributes.count; i++)
		survey_attribute(survey, sdf_element(id), xml, &xml->attributes.items[i]);
	survey_absences(survey, id, xml);
	for (size_t i = 0; i < xml->nodes.count; i++) {
		const struct xml_node *node = &xml->nodes.items[i];
		if (node->kind == XML_NODE_TEXT)
			survey_text(survey, document, xml, node->range);
		if (node->kind != XML_NODE_ELEMENT)
			continue;
		survey_child(survey, document, id, xml, node->element, first);
		ends += !strcmp(node->element->name, "end");
	}
	if (id == SDF_ELEMENT_CHANNEL && ends && ends != 2)
		report(survey, DIAG_SDF_ENDS, xml->range, "a channel has two ends, not %u", ends);
}

enum sdf_dialect sdf_dialect_settle(struct compilation *compilation, const struct xml_document *document,
				    enum sdf_dialect dialect)
{
	struct survey survey = { .compilation = compilation, .automatic = dialect == SDF_AUTO, .ok = true };
	survey.possible = survey.automatic ? SDF_ALL : SDF_BIT(dialect);
	if (strcmp(document->root->name, "system"))
		report(&survey, DIAG_SDF_ELEMENT, document->root->range, "this is '%s', not 'system'",
		       document->root->name);
	else
		survey_element(&survey, document, SDF_ELEMENT_SYSTEM, document->root);
	return survey.ok ? sdf_set_newest(survey.possible) : SDF_AUTO;
}
