/*
 * The syntax tree of ADL and IDL text: what was written, where, and nothing else. Names are interned, so they
 * compare by pointer; number expressions are folded. The parser makes it, everyone after reads it (const).
 *
 * What an error was reported in is left out, and what it is left out of is marked incomplete: whoever misses
 * something there says nothing, unless it is clear that it was not left out.
 *
 * Source of the language: the CAmkES manual and the behaviour of the reference parser.
 */
#ifndef ADL_AST_H
#define ADL_AST_H

#include "base/map.h"
#include "base/source.h"
#include "base/vec.h"

#include <assert.h>
#include <stdbool.h>

/* Wide enough that products and shifts of 64-bit numbers do not overflow; what still does is an error. */
__extension__ typedef __int128 adl_integer;

/* TEXT is NULL for an anonymous item; RANGE is then the keyword's. */
struct adl_name {
	const char *text;
	struct src_range range;
};

/* a.b.c */
struct adl_qname {
	VEC(struct adl_name) parts;
	struct src_range range;
};

/* ------------------------------------------------------------------ values */

enum adl_value_kind {
	ADL_VALUE_INTEGER,
	ADL_VALUE_REAL,
	ADL_VALUE_STRING, /* as written between the quotes: the language has no escapes */
	ADL_VALUE_LIST,
	ADL_VALUE_DICT,
	ADL_VALUE_QUERY,     /* name({...})["key"][0] */
	ADL_VALUE_REFERENCE, /* <- a.b["key"] */
};

struct adl_value {
	enum adl_value_kind kind;
	struct src_range range;
	union {
		adl_integer integer;
		double real;
		const char *string;
		struct adl_list *list;
		struct adl_dict *dict;
		struct adl_query *query;
		struct adl_reference *reference;
	} as;
};

struct adl_list {
	VEC(struct adl_value) items;
};

struct adl_entry {
	struct adl_value key; /* integer, real or string */
	struct adl_value value;
};

/* Keys are unique: of duplicates the last one stays, in the first one's place. */
struct adl_dict {
	VEC(struct adl_entry) entries;
};

/* The value under the string KEY; NULL: there is none. */
const struct adl_value *adl_dict_find(const struct adl_dict *dict, const char *key);

typedef VEC(struct adl_value) adl_lookups;

struct adl_query {
	struct adl_name name;
	struct adl_value argument; /* a list of dicts; a single dict is made a list of one */
	bool has_argument;
	adl_lookups lookups;
};

struct adl_reference {
	struct adl_qname name;
	adl_lookups lookups;
};

/* ------------------------------------------------------------------- types */

enum adl_type_kind {
	ADL_TYPE_NAMED,	     /* one of the language's own (normalised spelling) or any identifier */
	ADL_TYPE_STRUCT_TAG, /* struct foo: a C struct of an included header, in procedures only */
	ADL_TYPE_QUALIFIED,  /* a.b: only meaningful as a reference to an ADL struct */
	ADL_TYPE_INLINE,     /* struct body in place */
};

struct adl_type {
	enum adl_type_kind kind;
	struct src_range range;
	const char *name; /* NAMED: normalised ("unsigned int"); STRUCT_TAG: the tag; QUALIFIED: dotted */
	struct adl_struct *body; /* INLINE */
	bool builtin;		 /* NAMED: a type that the grammar knows (int, string, uint64_t, ...) */
};

struct adl_attribute {
	struct adl_type type;
	struct adl_name name;
	bool is_array;
	bool has_default;
	struct adl_value value; /* the default */
	struct src_range range;
};

typedef VEC(struct adl_attribute *) adl_attributes;

struct adl_struct {
	struct adl_name name;
	adl_attributes fields;
	struct src_range range;
	unsigned anonymous_index; /* counts every struct body of the run, in order of appearance */
	bool incomplete;
};

/* -------------------------------------------------------------- procedures */

enum adl_direction { ADL_IN, ADL_OUT, ADL_INOUT, ADL_REFIN };

struct adl_parameter {
	enum adl_direction direction;
	struct adl_type type;
	struct adl_name name;
	bool is_array;
	struct src_range range;
};

struct adl_method {
	bool returns_void;
	struct adl_type return_type;
	struct adl_name name;
	VEC(struct adl_parameter *) parameters;
	struct src_range range;
};

/* include "x.h"; or include <x.h>; */
struct adl_include {
	const char *path;
	bool angle;
	struct src_range range;
};

typedef VEC(struct adl_include) adl_includes;

struct adl_procedure {
	struct adl_name name;
	VEC(struct adl_method *) methods;
	adl_attributes attributes;
	adl_includes includes;
	struct src_range range;
	bool incomplete;
};

/* -------------------------------------------------------------- components */

enum adl_interface_kind { ADL_PROVIDES, ADL_USES, ADL_EMITS, ADL_CONSUMES, ADL_DATAPORT };

struct adl_interface {
	enum adl_interface_kind kind;
	bool optional;	       /* maybe */
	bool bad;	       /* something about its type was reported */
	struct adl_qname type; /* a procedure's name; the event's or dataport's type name */
	bool has_size;	       /* dataport Buf(n) */
	adl_integer size;      /* bytes */
	const char *type_name; /* canonical spelling: "Buf(4096)", "Done", "a.b" */
	struct adl_name name;
	struct src_range range;
};

enum adl_lock_kind { ADL_MUTEX, ADL_SEMAPHORE, ADL_BINARY_SEMAPHORE };

struct adl_lock {
	enum adl_lock_kind kind;
	struct adl_name name;
	struct src_range range;
};

struct adl_component {
	struct adl_name name;
	bool control;
	bool hardware;
	struct src_range control_range;
	struct src_range hardware_range;
	adl_includes includes;
	VEC(struct adl_interface *) interfaces; /* in order of appearance, all kinds together */
	VEC(struct adl_lock *) locks;
	adl_attributes attributes;
	struct adl_composition *composition; /* NULL: not a compound component */
	struct adl_configuration *configuration;
	struct src_range range;
	bool incomplete;
};

/* ------------------------------------------------------------ architecture */

enum adl_end_kind { ADL_END_PROCEDURE, ADL_END_EVENT, ADL_END_DATAPORT };

struct adl_connector_side {
	enum adl_end_kind kind;
	bool many; /* Procedures, Events, Dataports */
	bool hardware;
	unsigned threads; /* 1 unless given */
	struct src_range range;
};

struct adl_connector {
	struct adl_name name;
	struct adl_connector_side from;
	struct adl_connector_side to;
	adl_attributes attributes;
	struct src_range range;
	bool incomplete;
};

struct adl_instance {
	struct adl_qname type;	    /* empty when BODY is given */
	struct adl_component *body; /* component { ... } name; */
	struct adl_name name;
	struct src_range range;
};

struct adl_group {
	struct adl_name name;
	VEC(struct adl_instance *) instances;
	struct src_range range;
	bool incomplete;
};

struct adl_connection_end {
	bool is_to;
	struct adl_qname name;
};

struct adl_connection {
	struct adl_qname type;
	struct adl_connector *body; /* connection connector { ... } name(...); */
	struct adl_name name;
	VEC(struct adl_connection_end) ends; /* as written; from and to may be mixed */
	struct src_range range;
};

/* export inner.interface -> own; */
struct adl_export {
	struct adl_qname source;
	struct adl_qname target;
	struct src_range range;
};

enum adl_member_kind { ADL_MEMBER_INSTANCE, ADL_MEMBER_GROUP, ADL_MEMBER_CONNECTION, ADL_MEMBER_EXPORT };

struct adl_member {
	enum adl_member_kind kind;
	union {
		struct adl_instance *instance;
		struct adl_group *group;
		struct adl_connection *connection;
		struct adl_export *exported;
	} as;
};

/* A reference to a composition by name ("composition foo;") has NAME and REFERENCE, and no members of its
 * own. */
struct adl_composition {
	struct adl_name name;
	bool is_reference;
	struct adl_qname reference;
	VEC(struct adl_member) members;
	struct src_range range;
	bool incomplete;
};

/* entity.attribute = value;  entity.attribute <- other.attribute; */
struct adl_setting {
	struct adl_name entity;
	struct adl_name attribute;
	struct adl_value value;
	struct src_range range;
};

struct adl_configuration {
	struct adl_name name;
	bool is_reference;
	struct adl_qname reference;
	VEC(struct adl_setting *) settings;
	struct src_range range;
	bool incomplete;
	bool lost_connection; /* that stood among the settings */
};

enum adl_schedule_unit { ADL_TICKS, ADL_MICROSECONDS };

struct adl_schedule_item {
	adl_integer domain;
	adl_integer duration;
	enum adl_schedule_unit unit;
	struct src_range range;
};

struct adl_schedule {
	VEC(struct adl_schedule_item) items;
	struct src_range range;
};

/* Well-formed ones have one composition and at most one configuration and schedule; the resolver says so. */
struct adl_assembly {
	struct adl_name name;
	VEC(struct adl_composition *) compositions;
	VEC(struct adl_configuration *) configurations;
	VEC(struct adl_schedule *) schedules;
	struct src_range range;
	bool incomplete;
};

/* --------------------------------------------------------------- whole file */

enum adl_item_kind {
	ADL_ITEM_COMPONENT,
	ADL_ITEM_PROCEDURE,
	ADL_ITEM_CONNECTOR,
	ADL_ITEM_STRUCT,
	ADL_ITEM_COMPOSITION,
	ADL_ITEM_CONFIGURATION,
	ADL_ITEM_ASSEMBLY,
};

struct adl_item {
	enum adl_item_kind kind;
	union {
		struct adl_component *component;
		struct adl_procedure *procedure;
		struct adl_connector *connector;
		struct adl_struct *structure;
		struct adl_composition *composition;
		struct adl_configuration *configuration;
		struct adl_assembly *assembly;
	} as;
	struct src_range range; /* the item's name, or its keyword */
	unsigned file;		/* index into adl_spec.files */
};

/* One import statement, for the check that says which were of no use. */
struct adl_import {
	struct src_range range;
	unsigned importer;
	unsigned imported; /* both indices into adl_spec.files */
};

/* A specification: the items of a file and of all it imports, spliced where the imports stood (depth first).
 */
struct adl_spec {
	VEC(struct adl_item) items;
	VEC(const char *) files; /* each ADL file that was parsed, the first one first */
	VEC(const char *)
	dependencies; /* each file that was read, headers included, without duplicates, in order */
	VEC(struct adl_import) imports;
	bool incomplete;
	struct map lost_words; /* the words, interned, of what was left out */
};

#endif
