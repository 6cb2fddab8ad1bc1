/*
 * The resolved assembly: every reference followed, groups and compound components flattened, attributes
 * folded to their final values, connections that share an end merged. Frozen: const to everyone after the
 * passes of this folder. It points back into the syntax tree for types and positions. All of it lives in the
 * compilation's arena.
 */
#ifndef ASSEMBLY_ASSEMBLY_H
#define ASSEMBLY_ASSEMBLY_H

#include "adl/ast.h"
#include "base/compilation.h"
#include "base/map.h"

/* So many attributes are searched one by one; more of them have a map. */
enum { ASSEMBLY_FEW_ATTRIBUTES = 16 };

/* A final attribute value of an instance, interface or connection: what was set, or else the declared
 * default. */
struct assembly_attribute {
	const char *name;
	const struct adl_attribute *declaration; /* NULL: set without having been declared */
	const struct adl_struct *structure;	 /* the declared struct type, if it is one */
	bool has_value;
	bool is_set;		/* by a setting, not by the default */
	struct adl_value value; /* no queries and references any more; structs are dicts in the order of their
				   fields */
	struct src_range range; /* the setting, or else the declaration */
};

struct assembly_attributes {
	VEC(struct assembly_attribute)
	list;		    /* declared ones in order, then undeclared ones in order of setting */
	struct map by_name; /* those beyond the first few, by interned name */
};

/* Where an instance's interface is connected: the end of a connection; NULL connection: nowhere. */
struct assembly_interface {
	const struct adl_interface *declaration;
	const char *name;
	const struct adl_procedure *procedure; /* provides and uses */
	const struct assembly_connection *connection;
	bool is_from;
	unsigned end;	  /* index among the connection's from or to ends */
	bool is_exported; /* an alias of an inner instance's interface, which is the one that is connected */
	struct assembly_interface
		*alias_of; /* that one, at the end of the chain of exports; NULL: not exported */
	struct assembly_attributes attributes; /* settings of interface.attribute inside the component */
	struct assembly_instance *instance;
};

struct assembly_instance {
	unsigned index;
	const char *name;	   /* dotted: outer.inner */
	const char *address_space; /* its own name, or its group's */
	const struct adl_component *type;
	struct assembly_instance *parent; /* the compound instance that it is inside; NULL: top level */
	VEC(struct assembly_interface *) interfaces; /* as declared */
	struct assembly_attributes attributes;
	struct src_range range;
};

struct assembly_end {
	struct assembly_instance *instance;
	struct assembly_interface *interface;
	struct src_range range;
};

struct assembly_connection {
	unsigned index;
	const char *name; /* of a merged one: the sorted names of its parts, joined with dots */
	const struct adl_connector *type;
	VEC(struct assembly_end) from;
	VEC(struct assembly_end) to;
	struct assembly_attributes attributes;
	struct src_range range;
};

struct assembly {
	const char *name; /* NULL: anonymous */
	VEC(struct assembly_instance *) instances;
	VEC(struct assembly_connection *) connections;
	const struct adl_schedule *schedule; /* NULL: none */
	const struct adl_spec *spec;
	struct map structures; /* struct adl_attribute * (of a component, procedure or struct) -> its struct
				  type */
	struct src_range range;
};

struct assembly_options {
	bool forward_references; /* names may be used before they are defined */
	bool strict;		 /* reject or ignore what the reference tool rejects or ignores by mistake */
	const char
		*dump_after;   /* the pass after which to print a readable form to standard output, or NULL */
	bool verify_each;      /* run each pass's postcondition */
	const char *dtb;       /* the device tree that dtb() queries look in, or NULL */
	const char *gpio_list; /* the YAML file that gpio() queries look in, or NULL */
};

/* Runs all passes. NULL after an error that was reported. SPEC may be incomplete: what is wrong with the rest
 * is reported too. */
const struct assembly *assembly_resolve(struct compilation *compilation, const struct adl_spec *spec,
					const struct assembly_options *options);

/* The final attribute, or NULL: not declared and not set. NAME need not be interned. */
const struct assembly_attribute *assembly_attribute(const struct assembly_attributes *attributes,
						    struct compilation *compilation, const char *name);

/* The same where it has a value; NULL: it has none. */
const struct assembly_attribute *assembly_setting(const struct assembly_attributes *attributes,
						  struct compilation *compilation, const char *name);
const struct assembly_attribute *assembly_instance_setting(const struct assembly_instance *instance,
							   struct compilation *compilation, const char *name);
const struct assembly_attribute *assembly_connection_setting(const struct assembly_connection *connection,
							     struct compilation *compilation,
							     const char *name);

/* The struct type of an attribute, or of a field of a struct; NULL: not a struct. */
const struct adl_struct *assembly_structure(const struct assembly *assembly,
					    const struct adl_attribute *attribute);

/* The names of the passes, in order, for --dump-after; NULL from the last one on. */
const char *assembly_pass_name(size_t index);

#endif
