/*
 * Reads the subset of XML that system descriptions are written in, as a tree in which everything has its
 * position: elements, attributes and attribute values. Comments, text and processing instructions are kept,
 * so that a file can be written again as it was meant. Document types and entities are refused, and so are
 * trees and values of a size that no system description has. The tree lives in the compilation's arena.
 */
#ifndef XML_XML_H
#define XML_XML_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>

enum {
	XML_DEPTH_MAX = 32,		 /* elements in each other */
	XML_VALUE_MAX = 4096,		 /* bytes of an attribute's value */
	XML_ATTRIBUTES_MAX = 64,	 /* of one element */
	XML_TEXT_MAX = 16 * 1024 * 1024, /* bytes of a file */
};

struct xml_attribute {
	const char *name;  /* interned */
	const char *value; /* interned, references resolved */
	struct src_range name_range;
	struct src_range range; /* the value, without its quotes */
};

struct xml_element;

enum xml_node_kind { XML_NODE_ELEMENT, XML_NODE_TEXT, XML_NODE_COMMENT, XML_NODE_INSTRUCTION };

struct xml_node {
	enum xml_node_kind kind;
	struct src_range range;	     /* the text as written; an element's start tag */
	struct xml_element *element; /* NULL unless an element */
};

struct xml_element {
	const char *name;	/* interned */
	struct src_range range; /* from its '<' to the end of its name: what a message points at */
	VEC(struct xml_attribute) attributes;
	VEC(struct xml_node) nodes;
};

struct xml_document {
	const struct src_file *file;
	bool declaration;	    /* begins with <?xml ...?> */
	VEC(struct xml_node) nodes; /* the root element, and what stands before and after it */
	struct xml_element *root;
};

/* TEXT is kept by the caller and is NUL-terminated at LENGTH. NULL after an error. */
const struct xml_document *xml_read(struct compilation *compilation, const char *name, const char *text,
				    size_t length);

/* NULL when the element has no such attribute. */
const struct xml_attribute *xml_attribute_find(const struct xml_element *element, const char *name);

/* What is between the two ends of RANGE in the document's text, copied into the arena. */
const char *xml_source(struct compilation *compilation, const struct xml_document *document,
		       struct src_range range);

#endif
