#include "assembly/dtb_tree.h"

#include <libfdt.h>
#include <string.h>

/* Before this version of the format nodes had their whole paths as names. */
enum { FULL_NAMES_UNTIL = 16 };

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

static void add_node(struct resolver *resolver, struct dtb_tree *tree, int offset, unsigned parent,
		     const char *name, size_t length)
{
	const char *path = "/";
	if (tree->nodes.count)
		path = join(resolver->arena, tree->nodes.items[parent].path, name, length);
	VEC_PUSH(resolver->arena, &tree->nodes, (struct dtb_node){ offset, parent, path });
}

/* The tags of a blob, of which the header was found good. Walking them with libfdt, which finds it good anew
 * at each tag, takes ten times as long. */
struct tags {
	const char *start;
	size_t size;
	size_t next; /* offsets from START */
};

static struct tags tags_of(const void *blob)
{
	size_t start = fdt_off_dt_struct(blob);
	size_t size = fdt_version(blob) >= 17 ? fdt_size_dt_struct(blob) : fdt_totalsize(blob) - start;
	return (struct tags){ (const char *)blob + start, size & ~(size_t)(FDT_TAGSIZE - 1), 0 };
}

static size_t aligned(size_t size)
{
	return (size + FDT_TAGSIZE - 1) & ~(size_t)(FDT_TAGSIZE - 1);
}

/* Steps over SIZE bytes of a tag; false: there are fewer. */
static bool skip(struct tags *tags, size_t size)
{
	bool fits = size <= tags->size - tags->next;
	if (fits)
		tags->next += aligned(size);
	return fits;
}

static uint32_t next_word(struct tags *tags)
{
	uint32_t word;
	if (tags->size - tags->next < FDT_TAGSIZE)
		return FDT_END;
	memcpy(&word, tags->start + tags->next, sizeof word);
	tags->next += FDT_TAGSIZE;
	return fdt32_to_cpu(word);
}

struct index {
	struct tags tags;
	unsigned depth;
	unsigned at_depth[DTB_DEPTH_MAX]; /* the node that is open there */
};

static bool open_node(struct resolver *resolver, struct dtb_tree *tree, struct index *index)
{
	struct tags *tags = &index->tags;
	const char *name = tags->start + tags->next;
	size_t offset = tags->next - FDT_TAGSIZE, length = strnlen(name, tags->size - tags->next);
	if (!skip(tags, length + 1))
		return false;
	unsigned depth = index->depth++;
	if (depth >= DTB_DEPTH_MAX)
		return true;
	index->at_depth[depth] = (unsigned)tree->nodes.count;
	add_node(resolver, tree, (int)offset, depth ? index->at_depth[depth - 1] : 0, name, length);
	return true;
}

/* The nodes up to the root's end. 0 or libfdt's error for what is no tree. */
static int index_nodes(struct resolver *resolver, struct dtb_tree *tree)
{
	struct index index = { .tags = tags_of(tree->blob) };
	for (;;) {
		uint32_t tag = next_word(&index.tags);
		if (tag == FDT_BEGIN_NODE && !open_node(resolver, tree, &index))
			return -FDT_ERR_TRUNCATED;
		if (tag == FDT_PROP && !skip(&index.tags, (size_t)next_word(&index.tags) + FDT_TAGSIZE))
			return -FDT_ERR_TRUNCATED;
		if (tag == FDT_END_NODE && index.depth && !--index.depth)
			return 0;
		if (tag > FDT_NOP || (!index.depth && tag != FDT_NOP))
			return -FDT_ERR_BADSTRUCTURE;
	}
}

/* The header says what is in the LENGTH bytes there are; libfdt itself stays within what the header says. */
static int check_header(const void *blob, size_t length)
{
	int error = length < sizeof(struct fdt_header) ? -FDT_ERR_TRUNCATED : fdt_check_header(blob);
	if (!error && fdt_version(blob) < FULL_NAMES_UNTIL)
		error = -FDT_ERR_BADVERSION;
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
