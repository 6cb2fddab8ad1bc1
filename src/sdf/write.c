#include "sdf/comment.h"
#include "sdf/sdf.h"
#include "sdf/shape.h"
#include "sdf/type.h"

#include <string.h>

enum { INDENT = 4 };

struct writer {
	struct out *out;
	struct arena *arena;
	const struct model *model;
	sdf_set dialect;
};

static const char *attributes_text(const struct writer *writer, const struct sdf_element *element,
				   const void *entity)
{
	struct out *text = out_create(writer->arena);
	for (const struct sdf_attribute *row = element->attributes; row->name; row++) {
		const char *value = row->dialects & writer->dialect
					    ? sdf_attribute_text(writer->arena, writer->model, row, entity)
					    : NULL;
		if (value)
			out_text(text, " %s=\"%s\"", row->name, out_xml(writer->arena, value));
	}
	return out_string(text);
}

/* Elements that the dialect does not have are said by attributes of others: sdf_check made sure of that. */
static struct sdf_children children_said(const struct writer *writer, enum sdf_element_id id,
					 const void *entity)
{
	struct sdf_children children = sdf_shape_children(writer->arena, writer->model, id, entity);
	size_t count = 0;
	for (size_t i = 0; i < children.list.count; i++)
		if (sdf_element(children.list.items[i].id)->dialects & writer->dialect)
			children.list.items[count++] = children.list.items[i];
	children.list.count = count;
	return children;
}

/* At the top, things of one kind that hold nothing stand together; all else stands apart, as comments do
 * anywhere. */
static bool stands_apart(enum sdf_element_id id, enum sdf_element_id before)
{
	return id != before || id == SDF_ELEMENT_PD || id == SDF_ELEMENT_CHANNEL ||
	       id == SDF_ELEMENT_IO_SPACE;
}

static void write_comments(const struct writer *writer, enum sdf_element_id id, const void *entity,
			   enum sdf_comment_place place, unsigned depth)
{
	const struct sdf_comments *comments = sdf_comments_of(writer->model, id, entity, place);
	for (size_t i = 0; comments && i < comments->list.count; i++)
		out_line(writer->out, "%s",
			 sdf_comment_moved(writer->arena, comments->list.items[i], 0, depth * INDENT));
}

/* The comments that end an element's last line. */
static const char *comments_behind(const struct writer *writer, enum sdf_element_id id, const void *entity)
{
	const struct sdf_comments *comments = sdf_comments_of(writer->model, id, entity, SDF_COMMENT_BEHIND);
	const char *text = "";
	for (size_t i = 0; comments && i < comments->list.count; i++)
		text = arena_format(writer->arena, "%s %s", text, comments->list.items[i]);
	return text;
}

static void write_element(const struct writer *writer, enum sdf_element_id id, const void *entity,
			  unsigned depth)
{
	const struct sdf_element *element = sdf_element(id);
	const char *attributes = attributes_text(writer, element, entity);
	const char *behind = comments_behind(writer, id, entity);
	struct sdf_children children = children_said(writer, id, entity);
	write_comments(writer, id, entity, SDF_COMMENT_BEFORE, depth);
	if (!children.list.count && !sdf_comments_of(writer->model, id, entity, SDF_COMMENT_WITHIN)) {
		out_line(writer->out, "<%s%s />%s", element->tag, attributes, behind);
		return;
	}
	out_line(writer->out, "<%s%s>", element->tag, attributes);
	out_indent(writer->out);
	for (size_t i = 0; i < children.list.count; i++) {
		const struct sdf_child *child = &children.list.items[i];
		if (i && (sdf_comments_of(writer->model, child->id, child->entity, SDF_COMMENT_BEFORE) ||
			  (id == SDF_ELEMENT_SYSTEM && stands_apart(child->id, child[-1].id))))
			out_bytes(writer->out, "\n", 1);
		write_element(writer, child->id, child->entity, depth + 1);
	}
	write_comments(writer, id, entity, SDF_COMMENT_WITHIN, depth + 1);
	out_dedent(writer->out);
	out_line(writer->out, "</%s>%s", element->tag, behind);
}

void sdf_write(struct out *out, const struct model *model, enum sdf_dialect dialect)
{
	struct writer writer = { out, out_arena(out), model, SDF_BIT(dialect) };
	out_set_indent(out, INDENT);
	out_line(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	out_bytes(out, "\n", 1);
	write_element(&writer, SDF_ELEMENT_SYSTEM, model, 0);
}
