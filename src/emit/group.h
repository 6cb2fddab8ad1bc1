/*
 * Groups that became one protection domain, in generated C: glue.c speaks of all members' names with their
 * prefixes; each member has a camkes.h of its own without them. The build gives the names of a member's
 * program the prefixes.
 */
#ifndef EMIT_GROUP_H
#define EMIT_GROUP_H

#include "emit/binding.h"

/* A member as a protection domain of its own would be, for what only declares. */
const struct model_pd *emit_group_member(struct compilation *compilation, const struct model_pd *pd,
					 size_t index);

/* "client": the member's folder, and the prefix without its "_". */
const char *emit_group_folder(struct arena *arena, const struct model_member *member);

/* In glue.c: what members share or have each, beside their interfaces. Nothing for a single component. */
void emit_group_define(const struct emit_context *context);

/* What a strand does that is a member's control thread; NULL: it is none. */
const char *emit_group_control(const struct emit_context *context, size_t strand);

#endif
