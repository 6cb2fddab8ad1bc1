#include "base/json.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32 };

struct reader {
	struct compilation *compilation;
	const struct src_file *file;
	const char *at;
	unsigned depth;
	enum diag_id id;
};

static bool read_value(struct reader *reader, struct json *value);

static src_loc here(const struct reader *reader)
{
	return reader->file->base + (src_loc)(reader->at - reader->file->text);
}

static bool expected(struct reader *reader, const char *what)
{
	diag_report(reader->compilation->diag, reader->id,
		    (struct src_range){ here(reader), here(reader) + 1 }, "%s is expected here", what);
	return false;
}

static void skip_blanks(struct reader *reader)
{
	while (isspace((unsigned char)*reader->at))
		reader->at++;
}

static bool skip(struct reader *reader, char c)
{
	skip_blanks(reader);
	if (*reader->at != c)
		return false;
	reader->at++;
	return true;
}

static bool read_text(struct reader *reader, const char **text)
{
	skip_blanks(reader);
	size_t length = *reader->at == '"' ? strcspn(reader->at + 1, "\"\\\n") : 0;
	if (*reader->at != '"' || reader->at[1 + length] != '"')
		return expected(reader, "a text in quotes");
	*text = arena_strndup(reader->compilation->arena, reader->at + 1, length);
	reader->at += length + 2;
	return true;
}

static bool read_items(struct reader *reader, struct json *value, char end)
{
	const char *either = end == '}' ? "',' or '}'" : "',' or ']'";
	while (!skip(reader, end)) {
		struct json item = { 0 };
		if (value->items.count && !skip(reader, ','))
			return expected(reader, either);
		if (end == '}' &&
		    (!read_text(reader, &item.name) || (!skip(reader, ':') && !expected(reader, "':'"))))
			return false;
		if (!read_value(reader, &item))
			return false;
		VEC_PUSH(reader->compilation->arena, &value->items, item);
	}
	return true;
}

static bool read_word(struct reader *reader, struct json *value)
{
	static const struct {
		const char *word;
		uint64_t number;
	} words[] = { { "true", 1 }, { "false", 0 } };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncmp(reader->at, words[i].word, strlen(words[i].word))) {
			reader->at += strlen(words[i].word);
			value->kind = JSON_TRUTH;
			value->number = words[i].number;
			return true;
		}
	char *end;
	errno = 0;
	value->kind = JSON_NUMBER;
	value->number = strtoull(reader->at, &end, 10);
	if (!isdigit((unsigned char)*reader->at) || errno || strchr(".eE", *end ? *end : ' '))
		return expected(reader, "a text, an unsigned integer, true, false, '[' or '{'");
	reader->at = end;
	return true;
}

static bool read_value(struct reader *reader, struct json *value)
{
	bool ok;
	skip_blanks(reader);
	src_loc begin = here(reader);
	if (reader->depth >= DEPTH_MAX)
		return expected(reader, "less nesting");
	reader->depth++;
	if (*reader->at == '"') {
		value->kind = JSON_TEXT;
		ok = read_text(reader, &value->text);
	} else if (skip(reader, '[')) {
		value->kind = JSON_LIST;
		ok = read_items(reader, value, ']');
	} else if (skip(reader, '{')) {
		value->kind = JSON_OBJECT;
		ok = read_items(reader, value, '}');
	} else {
		ok = read_word(reader, value);
	}
	reader->depth--;
	value->range = (struct src_range){ begin, here(reader) };
	return ok;
}

const struct json *json_read(struct compilation *compilation, const char *path, enum diag_id id)
{
	struct reader reader = { .compilation = compilation, .id = id };
	reader.file = compilation_read_source(compilation, path);
	if (!reader.file)
		return NULL;
	reader.at = reader.file->text;
	struct json *value = ARENA_NEW(compilation->arena, struct json);
	if (!read_value(&reader, value))
		return NULL;
	skip_blanks(&reader);
	if (!*reader.at)
		return value;
	expected(&reader, "the end of the file");
	return NULL;
}

const struct json *json_member(const struct json *object, const char *name)
{
	for (size_t i = 0; object->kind == JSON_OBJECT && i < object->items.count; i++)
		if (!strcmp(object->items.items[i].name, name))
			return &object->items.items[i];
	return NULL;
}

uint64_t json_number(const struct json *object, const char *name, uint64_t otherwise)
{
	const struct json *member = json_member(object, name);
	return member && (member->kind == JSON_NUMBER || member->kind == JSON_TRUTH) ? member->number
										     : otherwise;
}
