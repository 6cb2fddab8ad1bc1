/*
 * Names of protection domains. An instance's dots become underscores; a name that is taken, reserved or too
 * long ends in a hash of the dotted name instead, so that it stays the same when other instances come and go.
 */
#ifndef LOWER_NAME_H
#define LOWER_NAME_H

#include "base/compilation.h"
#include "base/map.h"

struct name_table {
	struct compilation *compilation;
	size_t max;	 /* bytes */
	struct map used; /* interned name -> anything */
};

/* DOTTED is unique among the instances. The result is interned and unique. */
const char *name_for_instance(struct name_table *table, const char *dotted);

#endif
