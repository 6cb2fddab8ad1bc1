/*
 * The names that outputs share: files, macros, and places in the sources. Macros of one protection domain are
 * distinct, and each output that asks gets the same ones. All in the arena.
 */
#ifndef EMIT_NAMES_H
#define EMIT_NAMES_H

#include "base/compilation.h"
#include "model/model.h"

/* A channel or map of a protection domain, with the start of its macros' names: "PING_N1". */
struct names_channel {
	const struct model_end *own;
	const struct model_end *peer;
	const struct model_channel *channel;
	const struct model_binding *binding; /* NULL: none uses it */
	const char *macro;		     /* "PING_N1_CHANNEL" */
};

struct names_map {
	const struct model_map *map;
	const struct model_binding *binding; /* NULL: none uses it */
	const struct model_link *link;	     /* whose messages it has, or NULL */
	const char *address;		     /* "PING_SHAREDBUF_1_ADDRESS" */
	const char *size;
};

/* An interrupt, with its macro: "CLOCK_TIMER_IRQ". */
struct names_irq {
	const struct model_irq *irq;
	const struct model_binding *binding; /* NULL: none uses it */
	const char *macro;
};

struct names {
	VEC(struct names_channel) channels; /* by id; an id that two bindings share is there for each */
	VEC(struct names_irq) irqs;	    /* as the protection domain has them */
	VEC(struct names_map) maps;	    /* as the protection domain has them */
};

struct names names_create(struct compilation *compilation, const struct model *model,
			  const struct model_pd *pd);

/* The macro of the channel ID as BINDING uses it. */
const struct names_channel *names_channel(const struct names *names, const struct model_binding *binding,
					  unsigned id);
const struct names_irq *names_irq(const struct names *names, const struct model_irq *irq);
const struct names_map *names_map(const struct names *names, const struct model_binding *binding);
const struct names_map *names_map_of(const struct names *names, const struct model_map *map);

/* NAME as part of a file name, and as (the start of) a macro. */
const char *names_file(struct arena *arena, const char *name);
const char *names_macro(struct arena *arena, const char *name);

/* "ping-pong.camkes:12": the base name only, so that outputs do not depend on the folder. "" when there is no
 * place. */
const char *names_place(struct compilation *compilation, struct src_range range);

/* The same in parentheses after a space, for the end of a comment. */
const char *names_comment_place(struct compilation *compilation, struct src_range range);

#endif
