#include "sdf/comment.h"

#include <string.h>

/* An address that stands for an element's comments. Some elements have no entity of their own but fill their
 * parent's. */
static const void *key_of(enum sdf_element_id id, const void *entity, enum sdf_comment_place place)
{
	const struct model_pd *pd = entity;
	const struct model *model = entity;
	const void *key = id == SDF_ELEMENT_IMAGE     ? (const void *)&pd->program_image
			  : id == SDF_ELEMENT_CSPACE  ? (const void *)&pd->caps
			  : id == SDF_ELEMENT_DOMAINS ? (const void *)&model->domains
						      : entity;
	return (const char *)key + place;
}

void sdf_comment_add(struct compilation *compilation, struct model *model, enum sdf_element_id id,
		     const void *entity, enum sdf_comment_place place, const char *text)
{
	const void *key = key_of(id, entity, place);
	struct sdf_comments *comments = map_get(&model->comments, key);
	if (!comments) {
		comments = ARENA_NEW(compilation->arena, struct sdf_comments);
		map_set(compilation->arena, &model->comments, key, comments);
	}
	VEC_PUSH(compilation->arena, &comments->list, text);
}

const struct sdf_comments *sdf_comments_of(const struct model *model, enum sdf_element_id id,
					   const void *entity, enum sdf_comment_place place)
{
	return map_get(&model->comments, key_of(id, entity, place));
}

enum { TAB = 8 };

/* The columns that a line's leading blanks take. */
static size_t blanks(const char *line, size_t length, size_t *columns)
{
	size_t i = 0;
	*columns = 0;
	for (; i < length && (line[i] == ' ' || line[i] == '\t'); i++)
		*columns += line[i] == '\t' ? TAB - *columns % TAB : 1;
	return i;
}

unsigned sdf_comment_column(struct src_map *sources, src_loc place)
{
	struct src_place found = src_map_place(sources, place);
	size_t columns = 0;
	for (unsigned i = 0; i + 1 < found.column; i++)
		columns += found.line_text[i] == '\t' ? TAB - columns % TAB : 1;
	return (unsigned)columns;
}

const char *sdf_comment_moved(struct arena *arena, const char *text, unsigned from, unsigned to)
{
	struct out *out = out_create(arena);
	for (bool first = true; *text; first = false) {
		size_t length = strcspn(text, "\n"), end = length, columns = 0, skipped = 0;
		while (end && strchr(" \t\r", text[end - 1]))
			end--;
		if (!first)
			skipped = blanks(text, end, &columns);
		bool blank = skipped == end;
		columns = columns + to > from ? columns + to - from : 0;
		for (size_t i = 0; !first && !blank && i < columns; i++)
			out_bytes(out, " ", 1);
		out_bytes(out, text + skipped, end - skipped);
		if (text[length])
			out_bytes(out, "\n", 1);
		text += length + (text[length] == '\n');
	}
	return out_string(out);
}
