/*
 * What the passes of this folder share and no one outside sees: the names of the specification, the plan of
 * each composition (its members with all references followed), and the flat instances and connections made
 * from the plans. A `bad` or NULL thing was reported already: whoever meets it says nothing more about it.
 */
#ifndef ASSEMBLY_PASSES_H
#define ASSEMBLY_PASSES_H

#include "assembly/assembly.h"
#include "base/out.h"
#include "base/suggest.h"

enum {
	ITEM_KINDS = ADL_ITEM_ASSEMBLY + 1,
	FEW = 16,	 /* so many things are searched one by one; more have a map */
	DEPTH_MAX = 200, /* of structs in structs and components in components */
	FLAT_SIZE_MAX =
		4000000, /* instances, interfaces, attributes and ends: nesting can multiply without limit */
	SUGGESTIONS_MAX = 50, /* messages for which a similar name is searched */
};

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
	bool *reported; /* of each interface that it is unconnected: the same about other copies would be
			   noise */
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
	bool has_bad_end;	     /* then nothing is said about unconnected interfaces */
};

/* --------------------------------------------------------------------- flat */

struct flat_instance {
	struct assembly_instance *out;
	struct plan_instance *source;
	struct flat_instance *parent;
	struct flat_instance **children; /* by index in the type's plan */
};

/* OUT comes first: an assembly_interface of the flat assembly is one of these. */
struct flat_interface {
	struct assembly_interface out;
	struct flat_connection *user[2]; /* the first connection with a from end here, and with a to end */
};

struct flat_connection {
	struct assembly_connection *out;
	struct plan_connection *source;
	struct flat_instance *parent;
	unsigned index;
	struct flat_connection *merged_into; /* union-find; NULL: itself */
	struct assembly_connection *merged;  /* of a root with several parts: what they are together */
	VEC(const char *) parts;	     /* their names */
	struct map from_seen;
	struct map to_seen;
	bool bad;
};

/* What settings can name, by its dotted name. */
struct entity {
	const char *name;
	struct assembly_instance *instance;
	const struct component *type; /* the instance's */
	struct assembly_interface *interface;
	struct assembly_connection *connection;
	VEC(struct flat_setting *) settings;
	struct map settings_by_name; /* those beyond the first few */
};

enum setting_state { SETTING_NEW, SETTING_ACTIVE, SETTING_DONE };

struct flat_setting {
	struct plan_setting *source;
	const struct flat_instance *parent;
	struct entity *entity;
	const char *attribute;
	enum setting_state state;
	bool has_value;
	bool from_query;
	struct adl_value value;
};

struct resolver {
	struct compilation *compilation;
	struct arena *arena;
	struct diag *diag;
	const struct adl_spec *spec;
	const struct assembly_options *options;

	struct item *items; /* as in the specification */
	struct map items_by_name[ITEM_KINDS];
	struct map unknown_names[ITEM_KINDS]; /* names that were reported as unknown */
	struct map known_attributes;	      /* interned name -> how it can be spelt, as a set of bits */
	struct map early_names;		      /* struct adl_item * that were reported as used too early */
	unsigned suggestions;
	struct map components_by_ast;	    /* struct adl_component * -> struct component * */
	VEC(struct component *) components; /* with those written in place */
	struct map structures;		    /* as in struct assembly */
	struct map struct_defaults; /* struct adl_struct * -> whether all of its fields have defaults */
	struct map bad_attributes;  /* struct adl_attribute * of unknown type */
	VEC(struct plan *) plans;   /* of compositions: compound components', unused ones, the top level's */
	struct plan *top;

	VEC(struct flat_instance *) instances;
	VEC(struct flat_connection *) connections;
	struct map entities; /* interned dotted name -> struct entity * */
	VEC(struct entity *) entity_list;
	VEC(struct flat_setting *) settings;
	size_t size; /* of the flat assembly, in things made */

	const void *dtb; /* the device tree, once a query needed it */
	size_t dtb_size;
	bool dtb_is_bad;
	struct adl_list *pins; /* of the list of GPIO pins */
	bool pins_are_bad;

	struct map reported_places; /* of priorities, as pointers */
	struct assembly *assembly;
	bool no_assembly;
	bool stop; /* what was found makes further passes meaningless */
};

/* The passes, in order; assembly.c says what each does and guarantees. */
void assembly_collect_names(struct resolver *resolver);
void assembly_resolve_types(struct resolver *resolver);
void assembly_merge_assemblies(struct resolver *resolver);
void assembly_resolve_instances(struct resolver *resolver);
void assembly_resolve_references(struct resolver *resolver);
void assembly_resolve_groups(struct resolver *resolver);
void assembly_check_connections(struct resolver *resolver);
void assembly_check_settings(struct resolver *resolver);
void assembly_flatten(struct resolver *resolver);
void assembly_merge_connections(struct resolver *resolver);
void assembly_evaluate_queries(struct resolver *resolver);
void assembly_fold_attributes(struct resolver *resolver);
void assembly_check_instances(struct resolver *resolver);
void assembly_check_names(struct resolver *resolver);
void assembly_check_unused(struct resolver *resolver);
void assembly_freeze(struct resolver *resolver);

/* --------------------------------------------- helpers that passes share */

/* "component" and so on. */
const char *assembly_kind_name(enum adl_item_kind kind);

void assembly_report_redefinition(struct resolver *resolver, const char *what, const struct adl_name *name,
				  const struct adl_name *previous);

/* Enters NAME into a scope of struct adl_name; false after saying that it was there already. */
bool assembly_define(struct resolver *resolver, struct map *scope, const char *what,
		     const struct adl_name *name);

/* The item that NAME means at a place inside USER; NULL after a message. A name is reported as unknown once.
 */
struct item *assembly_find_item(struct resolver *resolver, enum adl_item_kind kind,
				const struct adl_qname *name, struct item *user);

/* "; did you mean 'x'?" when there is a near name, else "". */
const char *assembly_did_you_mean(struct resolver *resolver, const struct suggest *suggest);

/* A dotted name as written, interned. */
const char *assembly_qname_text(struct resolver *resolver, const struct adl_qname *name);

/* Where an interface really is: the end of its chain of exports. */
const struct interface *assembly_effective_interface(const struct interface *interface);

/* Whether ends of these two may meet; true if either is bad, which was reported. */
bool assembly_same_type(const struct interface *a, const struct interface *b);

/* "provides" and so on; the name of the interface's type. */
const char *assembly_interface_kind(const struct adl_interface *interface);
const char *assembly_interface_type(const struct adl_interface *interface);

/* Counts MORE things made; false, after a message, when there are too many. */
bool assembly_has_room(struct resolver *resolver, size_t more);

/* NULL: not set. */
struct flat_setting *assembly_find_setting(const struct entity *entity, const char *attribute);

struct entity *assembly_find_entity(struct resolver *resolver, const char *name);

/* Readable forms, for --dump-after and messages. */
void assembly_dump(const struct resolver *resolver, struct out *out);
const char *assembly_value_text(struct resolver *resolver, const struct adl_value *value);

#endif
