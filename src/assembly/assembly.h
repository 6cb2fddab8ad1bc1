/*
 * The resolved assembly: every reference followed, groups and compound components flattened, attributes folded to their
 * final values, connections that share an end merged. Frozen: const to everyone after the passes of this folder.
 * It points back into the syntax tree for types and positions.
 */
#ifndef ASSEMBLY_ASSEMBLY_H
#define ASSEMBLY_ASSEMBLY_H

#include "adl/ast.h"
#include "base/compilation.h"
#include "base/map.h"

/* A final attribute value of an instance or a connection: what was set, or else the declared default. */
struct assembly_attribute {
	const char *name;
	const struct adl_attribute *declaration; /* NULL: set without having been declared */
	const struct adl_struct *structure;      /* the declared struct type, if it is one */
	bool has_value;
	bool is_set;            /* by a setting, not by the default */
	struct adl_value value; /* no queries and references any more */
	struct src_range range; /* the setting, or else the declaration */
};

/* Where an instance's interface is connected: the end of a connection; NULL connection: nowhere. */
struct assembly_interface {
	const struct adl_interface *declaration;
	const char *name;
	const struct adl_procedure *procedure; /* provides and uses */
	const struct assembly_connection *connection;
	bool is_from;
	unsigned end;     /* index among the connection's from or to ends */
	bool is_exported; /* an alias of an inner instance's interface, which is the one that is connected */
	struct assembly_instance *instance;
};

struct assembly_instance {
	unsigned index;
	const char *name;          /* dotted: outer.inner */
	const char *address_space; /* its own name, or its group's */
	const struct adl_component *type;
	VEC(struct assembly_interface *) interfaces; /* as declared */
	VEC(struct assembly_attribute) attributes;   /* declared ones in order, then undeclared ones in order of setting */
	struct map attributes_by_name;               /* interned name -> struct assembly_attribute *; set when frozen */
	struct src_range range;
};

struct assembly_end {
	struct assembly_instance *instance;
	struct assembly_interface *interface;
	struct src_range range;
};

struct assembly_connection {
	unsigned index;
	const char *name;
	const struct adl_connector *type;
	VEC(struct assembly_end) from;
	VEC(struct assembly_end) to;
	VEC(struct assembly_attribute) attributes;
	struct map attributes_by_name;
	struct src_range range;
};

struct assembly {
	const char *name; /* NULL: anonymous */
	VEC(struct assembly_instance *) instances;
	VEC(struct assembly_connection *) connections;
	const struct adl_schedule *schedule; /* NULL: none */
	const struct adl_spec *spec;
	struct src_range range;
};

struct assembly_options {
	bool forward_references; /* names may be used before they are defined */
	const char *dump_after;  /* the pass after which to print a readable form to standard output, or NULL */
	bool verify_each;        /* run each pass's postcondition */
};

/* Runs all passes. NULL after an error that was reported. */
const struct assembly *assembly_resolve(struct compilation *compilation, const struct adl_spec *spec,
					const struct assembly_options *options);

/* The final value of an attribute, or NULL. NAME need not be interned. */
const struct assembly_attribute *assembly_instance_attribute(const struct assembly_instance *instance,
							     struct compilation *compilation, const char *name);
const struct assembly_attribute *assembly_connection_attribute(const struct assembly_connection *connection,
							       struct compilation *compilation, const char *name);

#endif
