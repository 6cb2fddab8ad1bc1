/*
 * Internal to sdf: how the tree of elements lies in the model. Making the entity for an element, and listing
 * the entities inside another one in the order in which they are written, are each other's pair.
 */
#ifndef SDF_SHAPE_H
#define SDF_SHAPE_H

#include "sdf/schema.h"

/* A new entity inside PARENT for element ID, whose name is said at RANGE. An element without one gets its
 * parent's. */
void *sdf_shape_make(struct compilation *compilation, struct model *model, enum sdf_element_id id,
		     void *parent, struct src_range range);

struct sdf_child {
	enum sdf_element_id id;
	const void *entity;
};

struct sdf_children {
	VEC(struct sdf_child) list;
};

struct sdf_children sdf_shape_children(struct arena *arena, const struct model *model, enum sdf_element_id id,
				       const void *entity);

#endif
