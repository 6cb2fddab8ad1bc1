/*
 * What the passes of this folder share and no one outside sees: the names of the specification, the plan of
 * each composition (its members with all references followed), and the flat instances and connections made
 * from the plans. A `bad` or NULL thing was reported already: whoever meets it says nothing more about it.
 */
#ifndef ASSEMBLY_PASSES_H
#define ASSEMBLY_PASSES_H

#include "assembly/flat.h"
#include "base/out.h"
#include "base/suggest.h"

enum {
	ITEM_KINDS = ADL_ITEM_ASSEMBLY + 1,
	/* So many things are searched one by one; more have a map. */
	FEW = 16,
	/* Of structs in structs and components in components. */
	DEPTH_MAX = 200,
	/* Instances, interfaces, attributes, settings and ends: nesting can multiply them without limit. */
	FLAT_SIZE_MAX = 1000000,
	/* Messages for which a similar name is searched. */
	SUGGESTIONS_MAX = 50,
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

	const struct dtb_tree *dtb; /* once a query needed it */
	bool dtb_tried;
	struct adl_list *pins; /* of the list of GPIO pins, once a query needed it */
	bool pins_tried;

	struct map reported_places; /* of priorities, as pointers */
	struct assembly *assembly;
	bool has_syntax_errors;
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

/*
 * Whether NAME, unknown where things were left out, was one of those: unless it is not in what was left out
 * and near to another.
 */
bool assembly_may_be_lost(const struct resolver *resolver, const char *name, const struct suggest *suggest);

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
