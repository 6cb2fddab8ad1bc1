#include "base/source.h"

#include "base/file.h"
#include "base/vec.h"

#include <string.h>

struct marker {
	src_loc loc;
	const char *name;
	unsigned line;
};

struct entry {
	struct src_file file;
	VEC(src_loc) lines; /* where each line starts; made when first needed */
	VEC(struct marker) markers;
	const struct src_segment *segments; /* of a text that was made */
	size_t segment_count;
};

/* A file that line markers name: read only when a message shows a line of it. */
struct origin {
	const char *name;
	struct file_text content;
};

struct src_map {
	struct arena *arena;
	VEC(struct entry *) entries;
	VEC(struct origin) origins;
	src_loc next;
};

struct src_map *src_map_create(struct arena *arena)
{
	struct src_map *map = ARENA_NEW(arena, struct src_map);
	map->arena = arena;
	map->next = 1;
	return map;
}

const struct src_file *src_map_add(struct src_map *map, const char *name, const char *text, size_t length)
{
	if (length >= UINT32_MAX - map->next)
		return NULL;
	struct entry *entry = ARENA_NEW(map->arena, struct entry);
	entry->file = (struct src_file){ arena_strdup(map->arena, name), text, length, map->next };
	map->next += (src_loc)length + 1; /* the end of a text is a position too */
	VEC_PUSH(map->arena, &map->entries, entry);
	return &entry->file;
}

const struct src_file *src_map_add_made(struct src_map *map, const char *name, const char *text,
					size_t length, const struct src_segment *segments, size_t count)
{
	const struct src_file *file = src_map_add(map, name, text, length);
	if (!file)
		return NULL;
	struct entry *entry = map->entries.items[map->entries.count - 1];
	entry->segments = segments;
	entry->segment_count = count;
	return file;
}

static struct entry *find_entry(const struct src_map *map, src_loc loc)
{
	size_t low = 0, high = map->entries.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (map->entries.items[middle]->file.base <= loc)
			low = middle + 1;
		else
			high = middle;
	}
	return low && loc ? map->entries.items[low - 1] : NULL;
}

void src_map_mark(struct src_map *map, const struct src_file *file, src_loc loc, const char *name,
		  unsigned line)
{
	struct entry *entry = find_entry(map, file->base);
	VEC_PUSH(map->arena, &entry->markers, (struct marker){ loc, name, line });
}

static void index_lines(struct src_map *map, struct entry *entry)
{
	if (entry->lines.count)
		return;
	VEC_PUSH(map->arena, &entry->lines, entry->file.base);
	for (size_t i = 0; i < entry->file.length; i++)
		if (entry->file.text[i] == '\n')
			VEC_PUSH(map->arena, &entry->lines, entry->file.base + (src_loc)i + 1);
}

/* The last line that starts at or before LOC. */
static size_t find_line(const struct entry *entry, src_loc loc)
{
	size_t low = 1, high = entry->lines.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (entry->lines.items[middle] <= loc)
			low = middle + 1;
		else
			high = middle;
	}
	return low - 1;
}

static const struct marker *find_marker(const struct entry *entry, src_loc loc)
{
	const struct marker *found = NULL;
	for (size_t i = 0; i < entry->markers.count && entry->markers.items[i].loc <= loc; i++)
		found = &entry->markers.items[i];
	return found;
}

static size_t line_length(const char *line, const char *end)
{
	const char *newline = memchr(line, '\n', (size_t)(end - line));
	size_t length = (size_t)((newline ? newline : end) - line);
	return length && line[length - 1] == '\r' ? length - 1 : length;
}

static const struct file_text *read_origin(struct src_map *map, const char *name)
{
	for (size_t i = 0; i < map->origins.count; i++)
		if (!strcmp(map->origins.items[i].name, name))
			return &map->origins.items[i].content;
	struct origin origin = { .name = name };
	if (file_read(map->arena, name, &origin.content))
		origin.content = (struct file_text){ 0 };
	VEC_PUSH(map->arena, &map->origins, origin);
	return &map->origins.items[map->origins.count - 1].content;
}

static void show_line_of_origin(struct src_map *map, struct src_place *place)
{
	const struct file_text *content = read_origin(map, place->file);
	place->line_text = NULL;
	place->line_length = 0;
	if (!content->text)
		return;
	const char *line = content->text, *end = content->text + content->length;
	for (unsigned number = 1; number < place->line; number++) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		if (!newline)
			return;
		line = newline + 1;
	}
	place->line_text = line;
	place->line_length = line_length(line, end);
}

/* ------------------------------------------------------ texts that were made */

struct src_range src_range_written(struct src_range range, const struct src_expansion *expansion)
{
	while (expansion) {
		if (!expansion->argument)
			range = expansion->use;
		expansion = expansion->argument ? expansion->given : expansion->outer;
	}
	return range;
}

/* The last segment that begins at or before OFFSET. */
static const struct src_segment *find_segment(const struct entry *entry, uint32_t offset)
{
	size_t low = 0, high = entry->segment_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (entry->segments[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &entry->segments[low - 1] : NULL;
}

/* Where the byte at LOC was written, for an argument of a macro too: EMPTY is set at the end of a piece or
 * behind it. */
static src_loc written_at(const struct entry *entry, const struct src_segment *segment, src_loc loc, bool end)
{
	uint32_t distance = loc - entry->file.base - segment->offset;
	bool behind = distance >= segment->length;
	struct src_range piece = { segment->origin, segment->origin + segment->length };
	struct src_range written = src_range_written(piece, segment->expansion);
	if (written.begin == piece.begin && !behind)
		return piece.begin + distance;
	return behind || end ? written.end : written.begin;
}

struct src_range src_map_written(const struct src_map *map, struct src_range range)
{
	const struct entry *entry = find_entry(map, range.begin);
	const struct src_segment *first =
		entry && entry->segments ? find_segment(entry, range.begin - entry->file.base) : NULL;
	if (!first)
		return range;
	struct src_range written = { written_at(entry, first, range.begin, false), 0 };
	written.end = written.begin;
	if (range.end > range.begin) {
		const struct src_segment *last = find_segment(entry, range.end - 1 - entry->file.base);
		src_loc end = written_at(entry, last, range.end - 1, true);
		struct src_range piece = { last->origin, last->origin + last->length };
		bool as_it_was = src_range_written(piece, last->expansion).begin == piece.begin;
		bool inside = range.end - 1 - entry->file.base - last->offset < last->length;
		written.end = end + (as_it_was && inside);
	}
	if (written.end < written.begin || find_entry(map, written.end) != find_entry(map, written.begin))
		written.end = written.begin + 1;
	return written;
}

size_t src_map_steps(const struct src_map *map, src_loc loc, struct src_step *steps, size_t max)
{
	const struct entry *entry = find_entry(map, loc);
	const struct src_segment *segment =
		entry && entry->segments ? find_segment(entry, loc - entry->file.base) : NULL;
	size_t count = 0;
	if (!segment || !segment->expansion)
		return 0;
	struct src_range range = { segment->origin, segment->origin + segment->length };
	for (const struct src_expansion *at = segment->expansion; at; at = at->outer) {
		struct src_range inside = at->argument ? at->use : range;
		if (count < max) {
			memmove(steps + 1, steps, count * sizeof *steps);
			steps[0] = (struct src_step){ at->macro, inside };
		}
		count++;
		range = at->use;
		if (at->argument && at->outer) { /* from the parameter to the use of its macro */
			range = at->outer->use;
			at = at->outer;
		}
	}
	return count;
}

struct src_place src_map_place(struct src_map *map, src_loc loc)
{
	loc = src_map_written(map, (struct src_range){ loc, loc }).begin;
	struct entry *entry = find_entry(map, loc);
	if (!entry)
		return (struct src_place){ 0 };
	index_lines(map, entry);
	size_t line = find_line(entry, loc);
	src_loc start = entry->lines.items[line];
	const char *text = entry->file.text + (start - entry->file.base);
	size_t length = line_length(text, entry->file.text + entry->file.length);
	struct src_place place = {
		.file = entry->file.name,
		.line = (unsigned)line + 1,
		.column = loc - start + 1,
		.line_text = text,
		.line_length = length,
		.raw_text = text,
		.raw_length = length,
	};
	const struct marker *marker = find_marker(entry, loc);
	if (marker) {
		place.file = marker->name;
		place.line = marker->line + (unsigned)(line - find_line(entry, marker->loc));
		show_line_of_origin(map, &place);
	}
	return place;
}

struct src_range src_range_join(struct src_range a, struct src_range b)
{
	if (!a.begin)
		return b;
	if (!b.begin)
		return a;
	return (struct src_range){ a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end };
}
