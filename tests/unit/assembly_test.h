/*
 * For the tests of the resolved assembly: a text in, the assembly and the messages out.
 */
#ifndef UNIT_ASSEMBLY_TEST_H
#define UNIT_ASSEMBLY_TEST_H

#include "test.h"

#include "adl/parse.h"
#include "assembly/assembly.h"

#include <stdlib.h>
#include <string.h>

struct resolved {
	struct compilation *compilation;
	const struct assembly *assembly; /* NULL: errors */
	FILE *stream;
	char *messages;
	size_t size;
};

static inline struct resolved *resolve_text_with(const char *text, struct assembly_options options)
{
	struct resolved *resolved = calloc(1, sizeof *resolved);
	assert_non_null(resolved);
	resolved->stream = open_memstream(&resolved->messages, &resolved->size);
	assert_non_null(resolved->stream);
	resolved->compilation = compilation_create(resolved->stream);
	const struct adl_options adl = { 0 };
	options.verify_each = true;
	const struct adl_spec *spec = adl_parse_text(resolved->compilation, &adl, "t", text, strlen(text));
	assert_non_null(spec);
	resolved->assembly = assembly_resolve(resolved->compilation, spec, &options);
	diag_finish(resolved->compilation->diag);
	return resolved;
}

static inline struct resolved *resolve_text(const char *text)
{
	return resolve_text_with(text, (struct assembly_options){ 0 });
}

/* TEXT has to be right, down to the last warning. */
static inline struct resolved *resolve_good_text(const char *text)
{
	struct resolved *resolved = resolve_text(text);
	assert_string_equal(resolved->messages, "");
	assert_non_null(resolved->assembly);
	return resolved;
}

static inline void resolved_free(struct resolved *resolved)
{
	compilation_destroy(resolved->compilation);
	fclose(resolved->stream);
	free(resolved->messages);
	free(resolved);
}

/* "a b c.d" */
static inline const char *resolved_instances(struct resolved *resolved)
{
	const char *text = "";
	for (size_t i = 0; i < resolved->assembly->instances.count; i++)
		text = arena_format(resolved->compilation->arena, "%s%s%s", text, i ? " " : "",
				    resolved->assembly->instances.items[i]->name);
	return text;
}

static inline const char *resolved_end(struct resolved *resolved, const char *text, const char *which,
				       const struct assembly_end *end)
{
	return arena_format(resolved->compilation->arena, "%s%s%s.%s", text, which, end->instance->name,
			    end->interface->name);
}

/* "name: a.x b.x > c.y; name2: ..." */
static inline const char *resolved_connections(struct resolved *resolved)
{
	const char *text = "";
	for (size_t i = 0; i < resolved->assembly->connections.count; i++) {
		const struct assembly_connection *connection = resolved->assembly->connections.items[i];
		text = arena_format(resolved->compilation->arena, "%s%s%s:", text, i ? "; " : "",
				    connection->name);
		for (size_t j = 0; j < connection->from.count; j++)
			text = resolved_end(resolved, text, " ", &connection->from.items[j]);
		for (size_t j = 0; j < connection->to.count; j++)
			text = resolved_end(resolved, text, j ? " " : " > ", &connection->to.items[j]);
	}
	return text;
}

static inline const struct assembly_instance *resolved_instance(struct resolved *resolved, const char *name)
{
	assert_non_null(resolved->assembly);
	for (size_t i = 0; i < resolved->assembly->instances.count; i++)
		if (!strcmp(resolved->assembly->instances.items[i]->name, name))
			return resolved->assembly->instances.items[i];
	fail_msg("no instance %s", name);
	return NULL;
}

static inline const struct assembly_attribute *resolved_attribute(struct resolved *resolved,
								  const char *instance, const char *name)
{
	return assembly_attribute(&resolved_instance(resolved, instance)->attributes, resolved->compilation,
				  name);
}

static inline void check_integer(struct resolved *resolved, const char *instance, const char *name,
				 long long value)
{
	const struct assembly_attribute *attribute = resolved_attribute(resolved, instance, name);
	assert_non_null(attribute);
	assert_true(attribute->has_value);
	assert_int_equal(attribute->value.kind, ADL_VALUE_INTEGER);
	assert_int_equal((long long)attribute->value.as.integer, value);
}

static inline void check_string(struct resolved *resolved, const char *instance, const char *name,
				const char *value)
{
	const struct assembly_attribute *attribute = resolved_attribute(resolved, instance, name);
	assert_non_null(attribute);
	assert_true(attribute->has_value);
	assert_int_equal(attribute->value.kind, ADL_VALUE_STRING);
	assert_string_equal(attribute->value.as.string, value);
}

#endif
