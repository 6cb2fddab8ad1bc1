/*
 * The whole system while it is made from the plans: instances and connections with dotted names, and the
 * settings on them.
 */
#ifndef ASSEMBLY_FLAT_H
#define ASSEMBLY_FLAT_H

#include "assembly/plan.h"

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

#endif
