/*
 * gpio({"pins": [...]}): the pins a client asks for, beside all that there are. The file that lists them is
 * YAML; what is read of it is its one form: the key gpio_list with a list of names, one on a line behind a
 * dash or all in brackets.
 */
#include "assembly/query.h"
#include "base/file.h"

#include <ctype.h>
#include <string.h>

static char *trim(char *text)
{
	char *comment = *text == '#' ? text : strstr(text, " #");
	if (comment)
		*comment = '\0';
	while (isspace((unsigned char)*text))
		text++;
	for (size_t length = strlen(text); length && isspace((unsigned char)text[length - 1]); length--)
		text[length - 1] = '\0';
	return text;
}

static void add_name(struct resolver *resolver, struct adl_list *pins, char *name)
{
	name = trim(name);
	size_t length = strlen(name);
	if (length >= 2 && (*name == '"' || *name == '\'') && name[length - 1] == *name) {
		name[length - 1] = '\0';
		name++;
	}
	VEC_PUSH(resolver->arena, &pins->items, query_string(name));
}

/* [a, b] */
static bool add_flow_list(struct resolver *resolver, struct adl_list *pins, char *text)
{
	char *end = strchr(text, ']');
	if (!end || end[1])
		return false;
	*end = '\0';
	for (char *next, *name = text + 1; name; name = next) {
		next = strchr(name, ',');
		if (next)
			*next++ = '\0';
		if (*trim(name))
			add_name(resolver, pins, name);
	}
	return true;
}

static bool add_line(struct resolver *resolver, struct adl_list *pins, bool *in_list, char *line)
{
	static const char key[] = "gpio_list:";
	bool indented = isspace((unsigned char)*line);
	char *text = trim(line);
	if (!*text || !strcmp(text, "---"))
		return true;
	if (*text == '-' && (isspace((unsigned char)text[1]) || !text[1]) && *in_list) {
		add_name(resolver, pins, text + 1);
		return true;
	}
	if (indented)
		return !*in_list; /* inside of another key */
	*in_list = !strncmp(text, key, strlen(key));
	if (!*in_list)
		return strchr(text, ':') != NULL;
	text = trim(text + strlen(key));
	return !*text || (*text == '[' && add_flow_list(resolver, pins, text));
}

static bool load(struct resolver *resolver, const struct adl_query *query)
{
	struct file_text file;
	if (resolver->pins_tried)
		return resolver->pins != NULL;
	resolver->pins_tried = true;
	const char *path = resolver->options->gpio_list;
	if (!query_read(resolver, query, path,
			"a gpio() query needs a list of pins; give one with --gpio-list FILE", &file))
		return false;
	struct adl_list *pins = ARENA_NEW(resolver->arena, struct adl_list);
	bool in_list = false;
	unsigned number = 0;
	for (char *next, *line = arena_strndup(resolver->arena, file.text, file.length); line && *line;
	     line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		number++;
		if (add_line(resolver, pins, &in_list, line))
			continue;
		diag_report_file(resolver->diag, DIAG_QUERY, path,
				 "line %u: expected 'gpio_list:' and a list of names", number);
		return false;
	}
	resolver->pins = pins;
	return true;
}

bool query_gpio(struct resolver *resolver, const struct adl_query *query, struct adl_value *result)
{
	const struct adl_list *dicts = query->argument.as.list;
	const struct adl_value *pins =
		dicts->items.count == 1 ? query_argument(&dicts->items.items[0], "pins") : NULL;
	if (!pins || pins->kind != ADL_VALUE_LIST) {
		diag_report(resolver->diag, DIAG_QUERY, query->argument.range,
			    "a gpio() query has one dict, with a list of 'pins'");
		return false;
	}
	if (!load(resolver, query))
		return false;
	struct adl_list *found = ARENA_NEW(resolver->arena, struct adl_list);
	struct adl_value desired = { .kind = ADL_VALUE_DICT };
	desired.as.dict = ARENA_NEW(resolver->arena, struct adl_dict);
	query_add(resolver, desired.as.dict, "desired-pins", *pins);
	VEC_PUSH(resolver->arena, &found->items, desired);
	*result = (struct adl_value){ .kind = ADL_VALUE_DICT };
	result->as.dict = ARENA_NEW(resolver->arena, struct adl_dict);
	query_add(resolver, result->as.dict, "query", query_list(found));
	query_add(resolver, result->as.dict, "all-pins", query_list(resolver->pins));
	return true;
}
