/*
 * Internal to sdf: what the value of an attribute may be. A type reads a value into a field of the model and
 * writes it back, side by side.
 */
#ifndef SDF_TYPE_H
#define SDF_TYPE_H

#include "sdf/schema.h"

/* A name that is looked up when all of a file is read. */
struct sdf_reference {
	enum sdf_type type;
	const char *name;
	struct src_range range;
	void *field; /* pointer to the entity */
};

struct sdf_reader {
	struct compilation *compilation;
	const struct xml_document *document;
	struct model *model;
	enum sdf_dialect dialect;
	struct map regions; /* by name, the first of each */
	struct map pds;
	struct map domains;
	VEC(struct sdf_reference) references;
	bool ok;
};

struct sdf_value {
	const struct sdf_attribute *row;
	const struct xml_attribute *xml;
};

struct sdf_type_functions {
	/* The dialects that read TEXT; 0: none, and `read` will say why. NULL: all. */
	sdf_set (*spoken)(const char *text);
	/* Stores the value in OBJECT, the struct of the element; reports what is wrong with it. */
	void (*read)(struct sdf_reader *reader, const struct sdf_value *value, void *object);
	/* The text of the value in OBJECT; NULL if it is what a reader takes when nothing is written. */
	const char *(*write)(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			     const void *object);
};

const struct sdf_type_functions *sdf_type(enum sdf_type type);

/* Gives the field of ROW in OBJECT its default. */
void sdf_type_default(const struct sdf_attribute *row, void *object);

/* What ROW says of OBJECT; NULL if it is not written. */
const char *sdf_attribute_text(struct arena *arena, const struct model *model,
			       const struct sdf_attribute *row, const void *object);

void BASE_PRINTF(4, 5) sdf_error(struct sdf_reader *reader, enum diag_id id, struct src_range range,
				 const char *format, ...);

/* The place of ROW in OBJECT. */
static inline void *sdf_field(const struct sdf_attribute *row, void *object)
{
	return (char *)object + row->field;
}

static inline const void *sdf_field_const(const struct sdf_attribute *row, const void *object)
{
	return (const char *)object + row->field;
}

#endif
