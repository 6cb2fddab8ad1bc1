#include "sdf/comment.h"
#include "sdf/sdf.h"

#include "base/file.h"

#include <string.h>

/* Works on the text's tree, not on the model: what is wrong or unknown is put in order as well. */
enum { INDENT = 4 };

struct formatter {
	struct out *out;
	struct compilation *compilation;
	const struct xml_document *document;
	unsigned depth;
};

/* What stands between the last node that was written and the next one. */
enum gap { GAP_NONE, GAP_LINE, GAP_BLANK_LINE };

static const char *source(const struct formatter *formatter, struct src_range range)
{
	return xml_source(formatter->compilation, formatter->document, range);
}

static void begin_line(const struct formatter *formatter)
{
	for (unsigned i = 0; i < formatter->depth * INDENT; i++)
		out_bytes(formatter->out, " ", 1);
}

/* A value as it was written, but in double quotes and on one line. */
static const char *value_text(const struct formatter *formatter, const struct xml_attribute *attribute)
{
	struct out *out = out_create(formatter->compilation->arena);
	for (const char *c = source(formatter, attribute->range); *c; c++) {
		if (*c == '"')
			out_text(out, "&quot;");
		else
			out_bytes(out, *c == '\n' || *c == '\t' || *c == '\r' ? " " : c, 1);
	}
	return out_string(out);
}

static void write_tag(const struct formatter *formatter, const struct xml_element *element, const char *end)
{
	out_text(formatter->out, "<%s", element->name);
	for (size_t i = 0; i < element->attributes.count; i++) {
		const struct xml_attribute *attribute = &element->attributes.items[i];
		out_text(formatter->out, " %s=\"%s\"", attribute->name, value_text(formatter, attribute));
	}
	out_text(formatter->out, "%s", end);
}

/* Several newlines in a row are one blank line. */
static enum gap gap_in(const char *blanks)
{
	const char *newline = strchr(blanks, '\n');
	return !newline ? GAP_NONE : strchr(newline + 1, '\n') ? GAP_BLANK_LINE : GAP_LINE;
}

/* Where the text inside RANGE, without the blanks around it, begins and ends. */
static struct src_range trimmed(const struct formatter *formatter, struct src_range range)
{
	const struct src_file *file = formatter->document->file;
	while (range.begin < range.end && strchr(" \t\r\n", file->text[range.begin - file->base]))
		range.begin++;
	while (range.end > range.begin && strchr(" \t\r\n", file->text[range.end - 1 - file->base]))
		range.end--;
	return range;
}

static void write_nodes(struct formatter *formatter, const struct xml_node *nodes, size_t count);

static void write_element(struct formatter *formatter, const struct xml_element *element)
{
	bool empty = true;
	for (size_t i = 0; i < element->nodes.count; i++) {
		struct src_range text = trimmed(formatter, element->nodes.items[i].range);
		empty &= element->nodes.items[i].kind == XML_NODE_TEXT && text.begin == text.end;
	}
	write_tag(formatter, element, empty ? " />" : ">");
	if (empty)
		return;
	out_bytes(formatter->out, "\n", 1);
	formatter->depth++;
	write_nodes(formatter, element->nodes.items, element->nodes.count);
	formatter->depth--;
	begin_line(formatter);
	out_text(formatter->out, "</%s>", element->name);
}

static void write_node(struct formatter *formatter, const struct xml_node *node)
{
	struct src_range range = trimmed(formatter, node->range);
	if (node->element)
		write_element(formatter, node->element);
	else
		out_text(formatter->out, "%s",
			 sdf_comment_moved(formatter->compilation->arena, source(formatter, range),
					   sdf_comment_column(formatter->compilation->sources, range.begin),
					   formatter->depth * INDENT));
}

/* Only a comment may stand behind something else in its line. */
static void write_gap(struct formatter *formatter, const struct xml_node *node, enum gap gap, bool first)
{
	if (!first && gap == GAP_NONE && node->kind == XML_NODE_COMMENT) {
		out_bytes(formatter->out, " ", 1);
		return;
	}
	if (!first)
		out_bytes(formatter->out, "\n", 1);
	if (!first && gap == GAP_BLANK_LINE)
		out_bytes(formatter->out, "\n", 1);
	begin_line(formatter);
}

/* Blanks that text begins and ends with are gaps around it. */
static void write_nodes(struct formatter *formatter, const struct xml_node *nodes, size_t count)
{
	const struct src_file *file = formatter->document->file;
	bool first = true;
	for (size_t i = 0; i < count; i++) {
		struct src_range range =
			nodes[i].kind == XML_NODE_TEXT ? trimmed(formatter, nodes[i].range) : nodes[i].range;
		if (range.begin == range.end)
			continue;
		src_loc before = range.begin;
		while (before > file->base && strchr(" \t\r\n", file->text[before - 1 - file->base]))
			before--;
		write_gap(formatter, &nodes[i],
			  gap_in(source(formatter, (struct src_range){ before, range.begin })), first);
		write_node(formatter, &nodes[i]);
		first = false;
	}
	if (!first)
		out_bytes(formatter->out, "\n", 1);
}

bool sdf_format(struct out *out, struct compilation *compilation, const char *path)
{
	struct file_text file;
	if (!compilation_read(compilation, path, &file))
		return false;
	struct formatter formatter = { out, compilation, xml_read(compilation, path, file.text, file.length),
				       0 };
	if (!formatter.document)
		return false;
	out_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n");
	write_nodes(&formatter, formatter.document->nodes.items, formatter.document->nodes.count);
	return true;
}
