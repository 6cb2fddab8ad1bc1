#include "assembly/dtb_tree.h"

#include <libfdt.h>
#include <string.h>

/* "/a/b" of "/a" and "b". Formatting would be most of the time that a tree takes. */
static const char *join(struct arena *arena, const char *above, const char *name, size_t length)
{
	size_t start = above[1] ? strlen(above) : 0;
	char *path = arena_alloc(arena, start + length + 2);
	memcpy(path, above, start);
	path[start] = '/';
	memcpy(path + start + 1, name, length);
	return path;
}

static void add_node(struct resolver *resolver, struct dtb_tree *tree, int offset, unsigned parent)
{
	int length;
	const char *name = fdt_get_name(tree->blob, offset, &length), *path = "/";
	if (tree->nodes.count && name)
		path = join(resolver->arena, tree->nodes.items[parent].path, name, (size_t)length);
	VEC_PUSH(resolver->arena, &tree->nodes, (struct dtb_node){ offset, parent, path });
}

/* 0 or libfdt's error for what is no tree. */
static int index_nodes(struct resolver *resolver, struct dtb_tree *tree)
{
	unsigned at_depth[DTB_DEPTH_MAX] = { 0 };
	int depth = 0, offset = fdt_next_node(tree->blob, -1, &depth);
	if (offset >= 0)
		add_node(resolver, tree, offset, 0);
	while (offset >= 0 && (offset = fdt_next_node(tree->blob, offset, &depth)) >= 0 && depth > 0) {
		if (depth >= DTB_DEPTH_MAX)
			continue;
		at_depth[depth] = (unsigned)tree->nodes.count;
		add_node(resolver, tree, offset, at_depth[depth - 1]);
	}
	return offset < 0 && offset != -FDT_ERR_NOTFOUND ? offset : 0;
}

/* The header says what is in the LENGTH bytes there are; libfdt itself stays within what the header says. */
static int check_header(const void *blob, size_t length)
{
	int error = length < sizeof(struct fdt_header) ? -FDT_ERR_TRUNCATED : fdt_check_header(blob);
	return !error && fdt_totalsize(blob) > length ? -FDT_ERR_TRUNCATED : error;
}

const struct dtb_tree *dtb_tree_load(struct resolver *resolver, const struct adl_query *query)
{
	struct file_text file;
	if (resolver->dtb_tried)
		return resolver->dtb;
	resolver->dtb_tried = true;
	const char *path = resolver->options->dtb;
	if (!query_read(resolver, query, path, "a dtb() query needs a device tree; give one with --dtb FILE",
			&file))
		return NULL;
	struct dtb_tree *tree = ARENA_NEW(resolver->arena, struct dtb_tree);
	tree->blob = file.text; /* aligned, as libfdt wants it */
	tree->size = file.length;
	int error = check_header(tree->blob, tree->size);
	if (!error)
		error = index_nodes(resolver, tree);
	if (!error && !tree->nodes.count)
		error = -FDT_ERR_BADSTRUCTURE;
	if (error) {
		diag_report_file(resolver->diag, DIAG_QUERY, path, "not a device tree blob: %s",
				 fdt_strerror(error));
		return NULL;
	}
	resolver->dtb = tree;
	return tree;
}

const struct dtb_node *dtb_tree_node(const struct dtb_tree *tree, int offset)
{
	size_t low = 0, high = tree->nodes.count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (tree->nodes.items[middle].offset <= offset)
			low = middle;
		else
			high = middle;
	}
	return &tree->nodes.items[low];
}
