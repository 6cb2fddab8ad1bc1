/*
 * A device tree: the blob, and an index of its nodes. libfdt by itself walks from the start of the blob to
 * find a node's parent or path.
 */
#ifndef ASSEMBLY_DTB_TREE_H
#define ASSEMBLY_DTB_TREE_H

#include "assembly/query.h"

/* Deeper nodes are left out, as libfdt does. */
enum { DTB_DEPTH_MAX = 64 };

struct dtb_node {
	int offset;	 /* in the blob */
	unsigned parent; /* the root is its own */
	const char *path;
};

struct dtb_tree {
	const void *blob;
	size_t size;
	VEC(struct dtb_node) nodes; /* in the order of the blob, the root first */
};

/* The tree of the file that --dtb names, read once; NULL after a message. */
const struct dtb_tree *dtb_tree_load(struct resolver *resolver, const struct adl_query *query);

/* The node at an offset that libfdt gave. */
const struct dtb_node *dtb_tree_node(const struct dtb_tree *tree, int offset);

/* All that is known of one node, with the addresses of "reg" as the processor sees them. */
bool dtb_node_value(struct resolver *resolver, const struct adl_query *query, const struct dtb_node *node,
		    struct adl_value *result);

/* One property as a list of strings, of words or of bytes, by the look of it; ITEMS is the list. */
struct adl_list *dtb_property_value(struct resolver *resolver, const void *data, int length);

#endif
