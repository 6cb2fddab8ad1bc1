/*
 * What was written, with all references followed: the items of the specification, its components, and the
 * plan of each composition. A `bad` or NULL thing was reported already: whoever meets it says nothing more
 * about it.
 */
#ifndef ASSEMBLY_PLAN_H
#define ASSEMBLY_PLAN_H

#include "assembly/assembly.h"

/* A top-level item. INDEX is its place in the text, which decides what it may refer to. */
struct item {
	const struct adl_item *ast;
	const char *name; /* NULL: anonymous */
	unsigned index;
	bool used; /* by any other item */
	bool used_across_files;
	struct component *component;
};

/* --------------------------------------------------------------- components */

struct interface {
	const struct adl_interface *ast;
	struct component *owner;
	unsigned index;
	const struct adl_procedure *procedure; /* provides and uses; NULL: unknown */
	const struct plan_export *exported;    /* NULL: its own */
	bool bad;
};

struct component {
	const struct adl_component *ast;
	const char *name;	/* for messages */
	struct src_range range; /* the same: the name, or the keyword */
	struct item *item;	/* that it is, or is written inside of */
	struct interface *interfaces;
	struct map interfaces_by_name; /* -> struct interface * */
	struct map attributes_by_name; /* -> const struct adl_attribute * */
	struct map locks_by_name;      /* -> const struct adl_lock * */
	struct plan *plan;	       /* NULL: not a compound component */
	bool instantiated;
	bool bad; /* has a member that was reported */
	unsigned visit;
	unsigned depth; /* of the compositions inside */
};

/* -------------------------------------------------------------------- plans */

struct plan_setting;

/* The settings of one thing; so few of most that they are searched one by one. */
struct plan_settings {
	VEC(struct plan_setting *) list;
	struct map by_name; /* those beyond the first few */
};

struct plan_instance {
	struct plan *plan;
	const struct adl_instance *ast;
	const struct adl_group *group; /* NULL: none */
	const char *name;
	const char *address_space;
	struct component *type; /* NULL: unknown */
	unsigned index;
	unsigned part;
	struct plan_settings settings;
	bool *reported; /* of each interface that it is, or may be, unconnected: the same about other copies
			   would be noise */
	bool lost_end;	/* a bad end was meant for one of its interfaces */
};

struct plan_end {
	struct plan_instance *instance; /* NULL: the compound component itself */
	struct interface *interface;	/* as written */
	struct src_range range;
};

struct plan_connection {
	const struct adl_connection *ast;
	const char *name;
	const struct adl_connector *type; /* NULL: unknown */
	VEC(struct plan_end) from;
	VEC(struct plan_end) to;
	unsigned part;
	struct plan_settings settings;
	bool bad;
	bool reported;
};

struct plan_export {
	const struct adl_export *ast;
	struct interface *own;
	struct plan_instance *instance;
	struct interface *inner;
};

struct plan_setting {
	const struct adl_setting *ast;
	bool reported;
};

/* A composition with its configuration, as written in one place. The top level has one part for each
 * assembly. */
struct plan_part {
	const struct adl_composition *composition;     /* NULL: only an error was found there */
	const struct adl_configuration *configuration; /* NULL: none */
	struct item *item;			       /* where it is used */
};

struct plan {
	struct component *owner; /* NULL: the top level, or a composition that nobody uses */
	bool is_top;
	VEC(struct plan_part) parts;
	VEC(struct plan_instance *) instances; /* those of groups after the others of their part */
	VEC(struct plan_connection *) connections;
	VEC(struct plan_export *) exports;
	VEC(struct plan_setting *) settings;
	struct map instances_by_name; /* by plain name, those in groups too */
	struct map connections_by_name;
	struct map groups_by_name;   /* -> const struct adl_group * */
	struct map unknown_names;    /* that were reported */
	struct map unknown_entities; /* the same, of settings */
	struct map other_settings;   /* of what is no instance or connection -> struct plan_settings * */
	struct map references;	     /* the dotted names that "<-" takes in its settings */
	size_t flat_size;   /* of all that it becomes, as assembly_has_room counts; 0: not counted yet */
	bool incomplete;    /* members were left out: what is missing may be one of them */
	bool lost_settings; /* the same of settings */
	bool lost_end;	    /* a bad end was meant for any of the instances */
};

#endif
