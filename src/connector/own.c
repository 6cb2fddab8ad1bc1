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

/* The connector of a line "like NAME"; NULL after an error that was reported. */
static const struct connector *read_line(struct compilation *compilation, const struct src_file *file,
					 const char *line)
{
	size_t word = strcspn(line, " \t\r\n");
	const char *name = skip_blanks(line + word);
	size_t length = strcspn(name, " \t\r\n#");
	if (word != 4 || strncmp(line, "like", 4) != 0) {
		report(compilation, file, line, word,
		       "'%.*s' is not known here%s: a line is 'like CONNECTOR'", NULL);
		return NULL;
	}
	const char *text = arena_strndup(compilation->arena, name, length);
	const struct connector *connector = connector_find(text);
	const char *near = connector ? NULL : connector_suggest(text);
	if (!connector)
		report(compilation, file, name, length,
		       near ? "there is no built-in connector '%.*s'; did you mean '%s'?"
			    : "there is no built-in connector '%.*s'%s",
		       near);
	return connector;
}

static const struct connector *read_description(struct compilation *compilation, const char *path,
						const struct file_text *text)
{
	const struct src_file *file = src_map_add(compilation->sources, path, text->text, text->length);
	const struct connector *connector = NULL;
	if (!file)
		return NULL;
	for (const char *line = text->text; line; line = strchr(line, '\n'), line += line != NULL) {
		line = skip_blanks(line);
		if (!*line || *line == '\n' || *line == '#')
			continue;
		if (connector) {
			report(compilation, file, line, strcspn(line, "\r\n"),
			       "'%.*s' is one line too many%s: a connector is like one other", NULL);
			return NULL;
		}
		connector = read_line(compilation, file, line);
		if (!connector)
			return NULL;
	}
	if (!connector)
		report(compilation, file, text->text, 0, "%.*sa line 'like CONNECTOR' is missing%s", NULL);
	return connector;
}

/* The definition with the built-in connector's name; NULL when there is no description, or it is in error. */
static const struct adl_connector *replacement(struct compilation *compilation,
					       const struct adl_connector *type)
{
	struct file_text text;
	const char *path = own_connector_path(compilation, type);
	int error = file_read(compilation->arena, path, &text);
	if (error == ENOENT)
		return NULL;
	if (error) {
		compilation_cannot_read(compilation, path, error);
		return NULL;
	}
	const struct connector *connector = read_description(compilation, path, &text);
	if (!connector)
		return NULL;
	struct adl_connector *own = ARENA_NEW(compilation->arena, struct adl_connector);
	*own = *type;
	own->name.text = intern_cstr(compilation->names, connector->name);
	return own;
}

void own_connectors_replace(struct compilation *compilation, const struct assembly *assembly)
{
	struct map known = { 0 }; /* definition -> its replacement */
	for (size_t i = 0; i < assembly->connections.count; i++) {
		struct assembly_connection *connection = assembly->connections.items[i];
		const char *name = connection->type->name.text;
		if (!name || connector_find(name))
			continue;
		const struct adl_connector *own = map_get(&known, connection->type);
		if (!own) {
			own = replacement(compilation, connection->type);
			if (own)
				map_set(compilation->arena, &known, connection->type, (void *)(uintptr_t)own);
		}
		if (own)
			connection->type = own;
	}
}
