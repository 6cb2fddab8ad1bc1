/*
 * Internal to sdf: comments, which a person wrote and a conversion keeps. Each belongs to the element it
 * stands before, or to the end of the element it is in.
 */
#ifndef SDF_COMMENT_H
#define SDF_COMMENT_H

#include "sdf/schema.h"

enum sdf_comment_place {
	SDF_COMMENT_BEFORE, /* the element */
	SDF_COMMENT_WITHIN, /* at its end */
	SDF_COMMENT_BEHIND, /* on its last line */
};

void sdf_comment_add(struct compilation *compilation, struct model *model, enum sdf_element_id id,
		     const void *entity, enum sdf_comment_place place, const char *text);

struct sdf_comments {
	VEC(const char *) list;
};

/* NULL: none. */
const struct sdf_comments *sdf_comments_of(const struct model *model, enum sdf_element_id id,
					   const void *entity, enum sdf_comment_place place);

/* The column at which PLACE is shown, from 0. */
unsigned sdf_comment_column(struct src_map *sources, src_loc place);

/*
 * A comment's text, from "<!--" to "-->", with its later lines moved as far as its first one is when it goes
 * from column FROM to column TO.
 */
const char *sdf_comment_moved(struct arena *arena, const char *text, unsigned from, unsigned to);

#endif
