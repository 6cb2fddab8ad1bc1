/*
 * dtb(): finds nodes of a device tree. Each dict of the argument has one selector: "aliases" (a name in
 * /aliases), else "chosen" (a name in /chosen, whose value may be an alias), else "path" (a regular
 * expression, found anywhere in a node's path, in any case) and "properties" (all have to match). The first
 * node counts; none is an empty dict.
 */
#include "assembly/dtb_tree.h"

#include <ctype.h>
#include <libfdt.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void report(struct resolver *resolver, const struct adl_query *query, struct src_range range,
		   const char *message, const char *what)
{
	diag_report(resolver->diag, DIAG_QUERY, range.end ? range : query->name.range, message, what);
}

/* The string that a property of a top-level node holds, or NULL. */
static const char *string_property(struct resolver *resolver, const char *node, const char *name)
{
	int length;
	int offset = fdt_subnode_offset(resolver->dtb->blob, 0, node);
	const char *text = offset < 0 ? NULL : fdt_getprop(resolver->dtb->blob, offset, name, &length);
	return text && length > 0 && memchr(text, '\0', (size_t)length) == text + length - 1 ? text : NULL;
}

/* The node at PATH, which the device tree itself gives; MESSAGE is for when there is none. */
static bool find_at(struct resolver *resolver, const struct adl_query *query, struct src_range range,
		    const char *path, const char *message, const struct dtb_node **node)
{
	int offset = fdt_path_offset(resolver->dtb->blob, path);
	if (offset < 0)
		report(resolver, query, range, message, path);
	else
		*node = dtb_tree_node(resolver->dtb, offset);
	return offset >= 0;
}

static bool find_alias(struct resolver *resolver, const struct adl_query *query, const struct adl_value *name,
		       const struct dtb_node **node)
{
	const char *path = string_property(resolver, "aliases", name->as.string);
	if (path)
		return find_at(resolver, query, name->range, path,
			       "the alias means '%s', which is not in the device tree", node);
	report(resolver, query, name->range, "the device tree has no alias '%s'", name->as.string);
	return false;
}

static bool find_chosen(struct resolver *resolver, const struct adl_query *query,
			const struct adl_value *name, const struct dtb_node **node)
{
	const char *text = string_property(resolver, "chosen", name->as.string);
	if (!text) {
		report(resolver, query, name->range, "the device tree has nothing chosen as '%s'",
		       name->as.string);
		return false;
	}
	/* "/serial@1:115200n8" has options behind the colon. */
	struct adl_value path = *name;
	path.as.string = arena_strndup(resolver->arena, text, strcspn(text, ":"));
	if (*path.as.string != '/')
		return find_alias(resolver, query, &path, node);
	return find_at(resolver, query, name->range, path.as.string,
		       "'%s' is chosen, but is not in the device tree", node);
}

static bool same_item(const struct adl_value *a, const struct adl_value *b)
{
	if (a->kind == ADL_VALUE_STRING && b->kind == ADL_VALUE_STRING)
		return !strcmp(a->as.string, b->as.string);
	return a->kind == ADL_VALUE_INTEGER && b->kind == ADL_VALUE_INTEGER && a->as.integer == b->as.integer;
}

static bool same_items(const struct adl_list *a, const struct adl_list *b)
{
	if (a->items.count != b->items.count)
		return false;
	for (size_t i = 0; i < a->items.count; i++)
		if (!same_item(&a->items.items[i], &b->items.items[i]))
			return false;
	return true;
}

struct property_key {
	const char *name;
	bool all; /* name[*] */
	size_t index;
};

/* name, name[2], name[0x2], name[*] */
static bool parse_key(struct resolver *resolver, const struct adl_query *query, const struct adl_value *key,
		      struct property_key *result)
{
	const char *text = key->kind == ADL_VALUE_STRING ? key->as.string : "";
	const char *bracket = strchr(text, '[');
	*result = (struct property_key){ .name = text };
	if (!*text) {
		report(resolver, query, key->range, "a property's name has to be a string%s", "");
		return false;
	}
	if (!bracket)
		return true;
	result->name = arena_strndup(resolver->arena, text, (size_t)(bracket - text));
	const char *start = bracket + 1 + strspn(bracket + 1, " ");
	char *end;
	if (*start == '*') {
		result->all = true;
		end = arena_strdup(resolver->arena, start + 1);
	} else {
		result->index = strtoul(start, &end, !strncmp(start, "0x", 2) ? 16 : 10);
		if (end == start || *start == '-' || *start == '+')
			end = arena_strdup(resolver->arena, "?");
	}
	end += strspn(end, " ");
	if (*end == ']')
		return true;
	report(resolver, query, key->range, "'%s' has no valid index: it is a number or '*'", text);
	return false;
}

static bool empty_matches(const struct adl_value *wanted)
{
	return (wanted->kind == ADL_VALUE_STRING && !*wanted->as.string) ||
	       (wanted->kind == ADL_VALUE_INTEGER && !wanted->as.integer) ||
	       (wanted->kind == ADL_VALUE_LIST && !wanted->as.list->items.count);
}

static bool property_matches(struct resolver *resolver, const struct dtb_node *node,
			     const struct property_key *key, const struct adl_value *wanted)
{
	int length;
	const void *data = fdt_getprop(resolver->dtb->blob, node->offset, key->name, &length);
	if (!data)
		return false;
	const struct adl_list *list = dtb_property_value(resolver, data, length);
	if (!list->items.count)
		return empty_matches(wanted);
	if (key->all)
		return wanted->kind == ADL_VALUE_LIST && same_items(list, wanted->as.list);
	return key->index < list->items.count && same_item(&list->items.items[key->index], wanted);
}

struct selector {
	const char *text;	       /* of the path; NULL: any */
	const regex_t *path;	       /* NULL: TEXT stands for itself */
	const struct adl_dict *wanted; /* NULL: none */
	const struct property_key *keys;
};

/* In any case; strcasestr prepares for longer texts than these. */
static bool contains(const char *path, const char *text)
{
	size_t length = strlen(text);
	const char first[] = { (char)tolower((unsigned char)*text), (char)toupper((unsigned char)*text),
			       '\0' };
	for (path = strpbrk(path, first); path && length; path = strpbrk(path + 1, first))
		if (!strncasecmp(path, text, length))
			return true;
	return !length;
}

static bool node_matches(struct resolver *resolver, const struct selector *selector,
			 const struct dtb_node *node)
{
	if (selector->path ? regexec(selector->path, node->path, 0, NULL, 0) != 0
			   : selector->text && !contains(node->path, selector->text))
		return false;
	for (size_t i = 0; selector->wanted && i < selector->wanted->entries.count; i++)
		if (!property_matches(resolver, node, &selector->keys[i],
				      &selector->wanted->entries.items[i].value))
			return false;
	return true;
}

/* In the order of the tree, the root left out. NULL: none. */
static const struct dtb_node *find_first(struct resolver *resolver, const struct selector *selector)
{
	for (size_t i = 1; i < resolver->dtb->nodes.count; i++)
		if (node_matches(resolver, selector, &resolver->dtb->nodes.items[i]))
			return &resolver->dtb->nodes.items[i];
	return NULL;
}

static bool find_by_path_and_properties(struct resolver *resolver, const struct adl_query *query,
					const struct adl_value *dict, const struct dtb_node **node)
{
	const struct adl_value *path = query_argument(dict, "path");
	const struct adl_value *properties = query_argument(dict, "properties");
	struct selector selector = { 0 };
	regex_t regex;
	*node = NULL;
	if (properties && properties->kind == ADL_VALUE_DICT && properties->as.dict->entries.count) {
		const struct adl_dict *wanted = properties->as.dict;
		struct property_key *keys =
			ARENA_ARRAY(resolver->arena, struct property_key, wanted->entries.count);
		for (size_t i = 0; i < wanted->entries.count; i++)
			if (!parse_key(resolver, query, &wanted->entries.items[i].key, &keys[i]))
				return false;
		selector.wanted = wanted;
		selector.keys = keys;
	}
	bool is_regex =
		path && (path->kind != ADL_VALUE_STRING || strpbrk(path->as.string, "\\^$.[]|()?*+{}"));
	if (is_regex && (path->kind != ADL_VALUE_STRING ||
			 regcomp(&regex, path->as.string, REG_EXTENDED | REG_ICASE | REG_NOSUB))) {
		report(resolver, query, path->range, "%s is not a valid regular expression",
		       assembly_value_text(resolver, path));
		return false;
	}
	selector.path = is_regex ? &regex : NULL;
	selector.text = path ? path->as.string : NULL;
	if (selector.text || selector.wanted)
		*node = find_first(resolver, &selector);
	if (is_regex)
		regfree(&regex);
	return true;
}

/* NULL in *NODE: nothing was found, which is no error. */
static bool find_node(struct resolver *resolver, const struct adl_query *query, const struct adl_value *dict,
		      const struct dtb_node **node)
{
	const struct adl_value *alias = query_argument(dict, "aliases");
	const struct adl_value *chosen = query_argument(dict, "chosen");
	const struct adl_value *name = alias ? alias : chosen;
	if (!name)
		return find_by_path_and_properties(resolver, query, dict, node);
	if (name->kind != ADL_VALUE_STRING) {
		report(resolver, query, name->range,
		       "the name of an alias or of what is chosen has to be a string%s", "");
		return false;
	}
	if (dict->as.dict->entries.count > 1)
		diag_report(resolver->diag, DIAG_QUERY_KEYS, dict->range,
			    "'%s' alone selects the node; the rest is ignored", alias ? "aliases" : "chosen");
	return alias ? find_alias(resolver, query, alias, node) : find_chosen(resolver, query, chosen, node);
}

bool query_dtb(struct resolver *resolver, const struct adl_query *query, struct adl_value *result)
{
	const struct adl_list *dicts = query->argument.as.list;
	struct adl_list *found = ARENA_NEW(resolver->arena, struct adl_list);
	struct adl_list *size = ARENA_NEW(resolver->arena, struct adl_list);
	if (!dtb_tree_load(resolver, query))
		return false;
	if (!dicts->items.count) {
		diag_report(resolver->diag, DIAG_QUERY, query->argument.range, "the query asks for nothing");
		return false;
	}
	for (size_t i = 0; i < dicts->items.count; i++) {
		const struct dtb_node *node;
		if (!find_node(resolver, query, &dicts->items.items[i], &node))
			return false;
		struct adl_value value = { .kind = ADL_VALUE_DICT };
		value.as.dict = ARENA_NEW(resolver->arena, struct adl_dict);
		if (node && !dtb_node_value(resolver, query, node, &value))
			return false;
		VEC_PUSH(resolver->arena, &found->items, value);
	}
	VEC_PUSH(resolver->arena, &size->items, query_integer((adl_integer)resolver->dtb->size));
	*result = (struct adl_value){ .kind = ADL_VALUE_DICT };
	result->as.dict = ARENA_NEW(resolver->arena, struct adl_dict);
	query_add(resolver, result->as.dict, "query", query_list(found));
	query_add(resolver, result->as.dict, "dtb-size", query_list(size));
	return true;
}
