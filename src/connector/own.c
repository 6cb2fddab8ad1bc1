#include "connector/own.h"

#include "base/file.h"
#include "connector/connector.h"

#include <errno.h>
#include <string.h>

const char *own_connector_path(struct compilation *compilation, const struct adl_connector *type)
{
	const char *file = src_map_place(compilation->sources, type->range.begin).file;
	const char *slash = file ? strrchr(file, '/') : NULL;
	return arena_format(compilation->arena, "%.*s%s.connector", slash ? (int)(slash + 1 - file) : 0,
			    file ? file : "", type->name.text);
}

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t\r");
}

static void report(struct compilation *compilation, const struct src_file *file, const char *at,
		   size_t length, const char *text, const char *name)
{
	src_loc begin = file->base + (src_loc)(at - file->text);
	diag_report(compilation->diag, DIAG_CONNECTOR_FILE,
		    (struct src_range){ begin, begin + (src_loc)length }, text, (int)length, at,
		    name ? name : "");
}

/* What a description says. */
struct own {
	const struct adl_connector *type; /* with the built-in connector's name */
	const char *name;		  /* the project's */
	const char *path;		  /* of the description */
	const struct connector *like;
	const char *files[2]; /* of the from side, of the to side: name and contents; NULL: none */
	struct file_text texts[2];
};

struct reader {
	struct compilation *compilation;
	const struct src_file *file;
	struct own *own;
};

static bool read_like(struct reader *reader, const char *name, size_t length)
{
	struct compilation *compilation = reader->compilation;
	const char *text = arena_strndup(compilation->arena, name, length);
	const struct connector *connector = connector_find(text);
	const char *near = connector ? NULL : connector_suggest(text);
	if (!connector)
		report(compilation, reader->file, name, length,
		       near ? "there is no built-in connector '%.*s'; did you mean '%s'?"
			    : "there is no built-in connector '%.*s'%s",
		       near);
	reader->own->like = connector;
	return connector != NULL;
}

/* FILE is relative to the description's folder. */
static bool read_c(struct reader *reader, int side, const char *name, size_t length)
{
	struct compilation *compilation = reader->compilation;
	const char *file = arena_strndup(compilation->arena, name, length);
	const char *slash = strrchr(reader->own->path, '/');
	const char *path = *file == '/' || !slash ? file
						  : arena_format(compilation->arena, "%.*s%s",
								 (int)(slash + 1 - reader->own->path),
								 reader->own->path, file);
	int error = file_read(compilation->arena, path, &reader->own->texts[side]);
	if (error)
		report(compilation, reader->file, name, length, "cannot read '%.*s': %s", strerror(error));
	else if (memchr(reader->own->texts[side].text, '\0', reader->own->texts[side].length))
		report(compilation, reader->file, name, length, "'%.*s' is no C: it has a zero byte in it%s",
		       NULL);
	else
		reader->own->files[side] = path;
	return reader->own->files[side] != NULL;
}

static bool is_word(const char *line, size_t length, const char *word)
{
	return strlen(word) == length && !strncmp(line, word, length);
}

/* "like CONNECTOR", "from FILE" or "to FILE", each once, the first one first. */
static bool read_line(struct reader *reader, const char *line)
{
	size_t word = strcspn(line, " \t\r\n");
	const char *rest = skip_blanks(line + word);
	size_t length = strcspn(rest, " \t\r\n#");
	struct own *own = reader->own;
	int side = is_word(line, word, "to");
	if (is_word(line, word, "like") && !own->like)
		return read_like(reader, rest, length);
	if ((side || is_word(line, word, "from")) && own->like && !own->files[side] && length)
		return read_c(reader, side, rest, length);
	bool known = side || is_word(line, word, "from") || is_word(line, word, "like");
	report(reader->compilation, reader->file, line, known ? strcspn(line, "\r\n") : word,
	       known ? "'%.*s' is out of place%s: 'like CONNECTOR' comes first, then 'from FILE' and 'to "
		       "FILE', each once"
		     : "'%.*s' is not known here%s: a line is 'like CONNECTOR', 'from FILE' or 'to FILE'",
	       NULL);
	return false;
}

static bool read_description(struct reader *reader, const struct file_text *text)
{
	reader->file = src_map_add(reader->compilation->sources, reader->own->path, text->text, text->length);
	if (!reader->file)
		return false;
	for (const char *line = text->text; line; line = strchr(line, '\n'), line += line != NULL) {
		line = skip_blanks(line);
		if (*line && *line != '\n' && *line != '#' && !read_line(reader, line))
			return false;
	}
	if (!reader->own->like)
		report(reader->compilation, reader->file, text->text, 0,
		       "%.*sa line 'like CONNECTOR' is missing%s", NULL);
	return reader->own->like != NULL;
}

/* NULL when there is no description, or it is in error. */
static const struct own *read_own(struct compilation *compilation, const struct adl_connector *type)
{
	struct file_text text;
	struct own *own = ARENA_NEW(compilation->arena, struct own);
	struct reader reader = { compilation, NULL, own };
	own->name = type->name.text;
	own->path = own_connector_path(compilation, type);
	int error = file_read(compilation->arena, own->path, &text);
	if (error == ENOENT)
		return NULL;
	if (error) {
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, own->path, "cannot read: %s",
				 strerror(error));
		return NULL;
	}
	if (!read_description(&reader, &text))
		return NULL;
	struct adl_connector *replaced = ARENA_NEW(compilation->arena, struct adl_connector);
	*replaced = *type;
	replaced->name.text = intern_cstr(compilation->names, own->like->name);
	own->type = replaced;
	return own;
}

void own_connectors_replace(struct compilation *compilation, const struct assembly *assembly, struct map *own)
{
	struct map known = { 0 }; /* definition -> what its description says */
	for (size_t i = 0; i < assembly->connections.count; i++) {
		struct assembly_connection *connection = assembly->connections.items[i];
		const char *name = connection->type->name.text;
		if (!name || connector_find(name))
			continue;
		const struct own *description = map_get(&known, connection->type);
		if (!description)
			description = read_own(compilation, connection->type);
		if (!description)
			continue;
		map_set(compilation->arena, &known, connection->type, (void *)(uintptr_t)description);
		map_set(compilation->arena, own, connection, (void *)(uintptr_t)description);
		connection->type = description->type;
	}
}

/* ------------------------------------------------------- C of its own */

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static void add_c(struct connector_context *context, const struct own *own, int side,
		  const struct assembly_end *end, struct model_own_c c)
{
	struct model_own_c *copy = ARENA_NEW(context->compilation->arena, struct model_own_c);
	if (*context->prefixes[end->instance->index]) {
		diag_report(context->compilation->diag, DIAG_CONNECTOR_FILE, end->range,
			    "'%s' is in one protection domain with others of its group, where connector '%s' "
			    "cannot have "
			    "C of its own",
			    connector_end_name(context, end), own->name);
		return;
	}
	c.connector = own->name;
	c.file = base_name(own->files[side]);
	c.text = own->texts[side].text;
	*copy = c;
	connector_binding(context, end)->own = copy;
}

static void add_file(struct connector_context *context, const char *path)
{
	for (size_t i = 0; i < context->model->files.count; i++)
		if (!strcmp(context->model->files.items[i], path))
			return;
	VEC_PUSH(context->compilation->arena, &context->model->files, path);
}

void own_connectors_add_c(struct connector_context *context, const struct map *own)
{
	for (size_t i = 0; i < context->assembly->connections.count; i++) {
		const struct assembly_connection *connection = context->assembly->connections.items[i];
		const struct own *description = map_get(own, connection);
		if (!description)
			continue;
		add_file(context, description->path);
		for (int side = 0; side < 2; side++) {
			size_t count = side ? connection->to.count : connection->from.count;
			size_t peers = side ? connection->from.count : connection->to.count;
			const struct assembly_end *ends =
				side ? connection->to.items : connection->from.items;
			if (!description->files[side])
				continue;
			add_file(context, description->files[side]);
			for (size_t j = 0; j < count; j++)
				if (connector_pd(context, &ends[j]))
					add_c(context, description, side, &ends[j],
					      (struct model_own_c){ .index = j, .peer_count = peers });
		}
	}
}
