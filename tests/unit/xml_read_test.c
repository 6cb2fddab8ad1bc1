#include "test.h"
#include "xml/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_refused(const char *text, size_t length, const char *message)
{
	char *messages = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&messages, &size);
	struct compilation *compilation = compilation_create(stream);
	assert_null(xml_read(compilation, "a.xml", text, length));
	compilation_destroy(compilation);
	fclose(stream);
	if (!strstr(messages, message))
		fail_msg("wanted: %s\nsaid: %s", message, messages);
	free(messages);
}

TEST(everything_has_its_place)
{
	static const char text[] = "<!-- c -->\n<a b = 'x &amp; y'\n\tc=\"1\">t<d/></a>\n";
	struct compilation *compilation = compilation_create(stderr);
	const struct xml_document *document = xml_read(compilation, "a.xml", text, strlen(text));
	assert_non_null(document);
	const struct xml_attribute *b = xml_attribute_find(document->root, "b");
	const struct xml_attribute *c = xml_attribute_find(document->root, "c");
	assert_string_equal(b->value, "x & y");
	assert_string_equal(xml_source(compilation, document, b->range), "x &amp; y");
	struct src_place place = src_map_place(compilation->sources, c->range.begin);
	assert_int_equal(place.line, 3);
	assert_int_equal(place.column, 5);
	assert_int_equal(document->nodes.items[0].kind, XML_NODE_COMMENT);
	assert_int_equal(document->root->nodes.items[0].kind, XML_NODE_TEXT);
	assert_string_equal(document->root->nodes.items[1].element->name, "d");
	assert_string_equal(xml_source(compilation, document, document->root->nodes.items[1].range), "<d/>");
	compilation_destroy(compilation);
}

#define ASSERT_REFUSED(text, message) assert_refused(text, strlen(text), message)

TEST(what_is_no_xml_is_refused_where_it_stops)
{
	ASSERT_REFUSED("", "XML: no element found");
	ASSERT_REFUSED("<a>\n<b>\n</a>", "a.xml:3:3: error: XML: mismatched tag");
	ASSERT_REFUSED("<a>\n<b>\n</a>", "a.xml:2:1: note: 'b' is still open here");
	ASSERT_REFUSED("<a b='1' b='2'/>", "XML: duplicate attribute");
	ASSERT_REFUSED("<a>&nosuch;</a>", "XML: undefined entity");
	ASSERT_REFUSED("<?xml version='1.0' encoding='iso-8859-1'?><a/>", "only UTF-8 is read");
	ASSERT_REFUSED("<a b='\xff'/>", "XML: not well-formed");
	assert_refused("<a\0/>", 5, "XML: not well-formed");
}

TEST(a_document_type_is_refused)
{
	ASSERT_REFUSED("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
		       "a.xml:1:1: error: a document type is not read");
}

TEST(monsters_are_refused)
{
	size_t length = XML_TEXT_MAX + 1;
	char *text = malloc(length + 1);
	memset(text, ' ', length);
	text[length] = '\0';
	assert_refused(text, length, "the most that is read is");
	for (unsigned i = 0; i < XML_DEPTH_MAX + 1; i++)
		memcpy(text + i * 3, "<a>", 3);
	assert_refused(text, (XML_DEPTH_MAX + 1) * 3,
		       "a.xml:1:97: error: elements are nested more than 32 deep");
	memcpy(text, "<a b='", 6);
	memset(text + 6, 'x', XML_VALUE_MAX + 1);
	strcpy(text + 6 + XML_VALUE_MAX + 1, "'/>");
	assert_refused(text, strlen(text), "a.xml:1:4: error: the value of 'b' has 4097 bytes");
	free(text);
}
