#include "xml/xml.h"

#include <ctype.h>
#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Expat checks the syntax and decodes values; positions inside a start tag are found again in its source
 * text. */
struct reader {
	struct compilation *compilation;
	XML_Parser parser;
	struct xml_document *document;
	struct xml_element *open[XML_DEPTH_MAX];
	unsigned depth;
	bool in_text; /* the last node is text that goes on */
	bool stopped; /* an error was reported */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct src_range current_range(const struct reader *reader)
{
	src_loc begin = reader->document->file->base + (src_loc)XML_GetCurrentByteIndex(reader->parser);
	return (struct src_range){ begin, begin + (src_loc)XML_GetCurrentByteCount(reader->parser) };
}

static void BASE_PRINTF(4, 5)
	stop(struct reader *reader, enum diag_id id, struct src_range range, const char *format, ...)
{
	va_list arguments;
	if (reader->stopped)
		return;
	va_start(arguments, format);
	diag_vreport(reader->compilation->diag, id, range, format, arguments);
	va_end(arguments);
	reader->stopped = true;
	XML_StopParser(reader->parser, XML_FALSE);
}

static void add_node(struct reader *reader, struct xml_node node)
{
	struct arena *arena = reader->compilation->arena;
	reader->in_text = node.kind == XML_NODE_TEXT;
	if (reader->depth)
		VEC_PUSH(arena, &reader->open[reader->depth - 1]->nodes, node);
	else
		VEC_PUSH(arena, &reader->document->nodes, node);
}

/* A name in a start tag: where FROM points up to a blank or a delimiter. */
static size_t name_length(const char *from)
{
	return strcspn(from, " \t\r\n=/>");
}

/* Gives the attributes of the start tag at TAG their positions, in the order in which expat lists them. */
static void read_attributes(struct reader *reader, struct xml_element *element, const char *tag,
			    const char **pairs)
{
	struct intern *names = reader->compilation->names;
	const struct src_file *file = reader->document->file;
	const char *at = tag + 1 + name_length(tag + 1);
	for (; *pairs; pairs += 2) {
		while (is_blank(*at))
			at++;
		const char *name = at;
		at += name_length(at);
		src_loc begin = file->base + (src_loc)(name - file->text);
		struct xml_attribute attribute = {
			.name = intern_cstr(names, pairs[0]),
			.name_range = { begin, begin + (src_loc)(at - name) },
		};
		at += strcspn(at, "\"'");
		const char *value = at + 1, *end = strchr(value, *at);
		if (!end)
			return;
		attribute.range.begin = file->base + (src_loc)(value - file->text);
		attribute.range.end = file->base + (src_loc)(end - file->text);
		at = end + 1;
		size_t length = strlen(pairs[1]);
		if (length > XML_VALUE_MAX)
			stop(reader, DIAG_XML_LIMIT, attribute.name_range,
			     "the value of '%s' has %zu bytes; the most that is read is %d", attribute.name,
			     length, XML_VALUE_MAX);
		if (element->attributes.count == XML_ATTRIBUTES_MAX)
			stop(reader, DIAG_XML_LIMIT, element->range, "'%s' has more than %d attributes",
			     element->name, XML_ATTRIBUTES_MAX);
		if (reader->stopped)
			return;
		attribute.value = intern_text(names, pairs[1], length);
		VEC_PUSH(reader->compilation->arena, &element->attributes, attribute);
	}
}

static void XMLCALL on_start(void *data, const char *name, const char **pairs)
{
	struct reader *reader = data;
	if (reader->stopped)
		return;
	struct src_range range = current_range(reader);
	struct xml_element *element = ARENA_NEW(reader->compilation->arena, struct xml_element);
	element->name = intern_cstr(reader->compilation->names, name);
	element->range = (struct src_range){ range.begin, range.begin + 1 + (src_loc)strlen(name) };
	if (reader->depth == XML_DEPTH_MAX) {
		stop(reader, DIAG_XML_LIMIT, element->range, "elements are nested more than %d deep",
		     XML_DEPTH_MAX);
		return;
	}
	add_node(reader, (struct xml_node){ XML_NODE_ELEMENT, range, element });
	if (!reader->depth)
		reader->document->root = element;
	reader->open[reader->depth++] = element;
	const struct src_file *file = reader->document->file;
	read_attributes(reader, element, file->text + (range.begin - file->base), pairs);
}

static void XMLCALL on_end(void *data, const char *name)
{
	struct reader *reader = data;
	(void)name;
	if (reader->stopped)
		return;
	reader->depth--;
	reader->in_text = false;
}

/* Text comes in pieces; those that follow each other are one node. */
static void XMLCALL on_text(void *data, const char *text, int length)
{
	struct reader *reader = data;
	(void)text;
	(void)length;
	if (reader->stopped || !reader->depth)
		return;
	struct xml_element *parent = reader->open[reader->depth - 1];
	if (reader->in_text)
		parent->nodes.items[parent->nodes.count - 1].range.end = current_range(reader).end;
	else
		add_node(reader, (struct xml_node){ XML_NODE_TEXT, current_range(reader), NULL });
}

static void XMLCALL on_comment(void *data, const char *text)
{
	struct reader *reader = data;
	(void)text;
	if (!reader->stopped)
		add_node(reader, (struct xml_node){ XML_NODE_COMMENT, current_range(reader), NULL });
}

static void XMLCALL on_instruction(void *data, const char *target, const char *text)
{
	struct reader *reader = data;
	(void)target;
	(void)text;
	if (!reader->stopped)
		add_node(reader, (struct xml_node){ XML_NODE_INSTRUCTION, current_range(reader), NULL });
}

static void XMLCALL on_declaration(void *data, const char *version, const char *encoding, int standalone)
{
	struct reader *reader = data;
	(void)version;
	(void)standalone;
	reader->document->declaration = true;
	if (encoding && strcasecmp(encoding, "utf-8") && strcasecmp(encoding, "us-ascii") &&
	    strcasecmp(encoding, "ascii"))
		stop(reader, DIAG_XML_SYNTAX, current_range(reader), "only UTF-8 is read, not '%s'",
		     encoding);
}

static void XMLCALL on_doctype(void *data, const char *name, const char *system, const char *public,
			       int internal)
{
	struct reader *reader = data;
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	/* The parser tells when it has passed the beginning. */
	const struct src_file *file = reader->document->file;
	const char *at = file->text + XML_GetCurrentByteIndex(reader->parser), *keyword = "<!DOCTYPE";
	while (at > file->text && strncmp(at, keyword, strlen(keyword)))
		at--;
	src_loc begin = file->base + (src_loc)(at - file->text);
	struct src_range range = { begin, begin + (src_loc)strlen(keyword) };
	stop(reader, DIAG_XML_DOCTYPE, range, "a document type is not read; a system description needs none");
}

static void set_handlers(struct reader *reader)
{
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, on_start, on_end);
	XML_SetCharacterDataHandler(reader->parser, on_text);
	XML_SetCommentHandler(reader->parser, on_comment);
	XML_SetProcessingInstructionHandler(reader->parser, on_instruction);
	XML_SetXmlDeclHandler(reader->parser, on_declaration);
	XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
}

/* Most syntax errors are one place in the text; a tag that is not closed is known by the one that should
 * close it. */
static void report_syntax(struct reader *reader)
{
	enum XML_Error error = XML_GetErrorCode(reader->parser);
	struct src_range range = current_range(reader);
	if (range.end <= range.begin)
		range.end = range.begin + 1;
	stop(reader, DIAG_XML_SYNTAX, range, "XML: %s", XML_ErrorString(error));
	if ((error == XML_ERROR_TAG_MISMATCH || error == XML_ERROR_NO_ELEMENTS) && reader->depth) {
		const struct xml_element *open = reader->open[reader->depth - 1];
		diag_note(reader->compilation->diag, open->range, "'%s' is still open here", open->name);
	}
}

const struct xml_document *xml_read(struct compilation *compilation, const char *name, const char *text,
				    size_t length)
{
	if (length > XML_TEXT_MAX) {
		diag_report_file(compilation->diag, DIAG_XML_LIMIT, name,
				 "the file has %zu bytes; the most that is read is %d", length, XML_TEXT_MAX);
		return NULL;
	}
	struct xml_document *document = ARENA_NEW(compilation->arena, struct xml_document);
	document->file = src_map_add(compilation->sources, name, text, length);
	if (!document->file) {
		diag_report_file(compilation->diag, DIAG_XML_LIMIT, name,
				 "too much text was read in this run");
		return NULL;
	}
	struct reader reader = { .compilation = compilation, .document = document };
	reader.parser = XML_ParserCreate("UTF-8");
	if (!reader.parser) {
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, name, "out of memory");
		return NULL;
	}
	set_handlers(&reader);
	if (XML_Parse(reader.parser, text, (int)length, 1) == XML_STATUS_ERROR)
		report_syntax(&reader);
	XML_ParserFree(reader.parser);
	return reader.stopped ? NULL : document;
}

const struct xml_attribute *xml_attribute_find(const struct xml_element *element, const char *name)
{
	for (size_t i = 0; i < element->attributes.count; i++)
		if (!strcmp(element->attributes.items[i].name, name))
			return &element->attributes.items[i];
	return NULL;
}

const char *xml_source(struct compilation *compilation, const struct xml_document *document,
		       struct src_range range)
{
	return arena_strndup(compilation->arena, document->file->text + (range.begin - document->file->base),
			     range.end - range.begin);
}
