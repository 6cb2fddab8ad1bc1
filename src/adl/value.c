/*
 * Values: number expressions, strings, lists, dicts, queries and references to attributes.
 */
#include "adl/parser.h"

#include <string.h>

#include "base/map.h"

static bool parse_number(struct adl_parser *parser, struct adl_value *value)
{
	struct adl_number number;
	if (!adl_parse_expression(parser, &number))
		return false;
	*value = adl_number_as_value(number);
	return true;
}

static bool parse_string(struct adl_parser *parser, struct adl_value *value)
{
	struct src_range first = parser->token.range;
	value->kind = ADL_VALUE_STRING;
	value->as.string = adl_parse_strings(parser);
	value->range = adl_since(parser, first);
	return true;
}

static bool parse_key(struct adl_parser *parser, struct adl_value *key)
{
	if (adl_at(parser, ADL_TOKEN_STRING))
		return parse_string(parser, key);
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACKET) || adl_at(parser, ADL_TOKEN_OPEN_BRACE))
		return adl_fail(parser, "a key is a number or a string, not a list or dict");
	return parse_number(parser, key);
}

/* ------------------------------------------------------------ lists, dicts */

static bool parse_list(struct adl_parser *parser, struct adl_value *value)
{
	struct src_range open = parser->token.range;
	struct adl_list *list = ARENA_NEW(parser->arena, struct adl_list);
	adl_advance(parser);
	while (!adl_at(parser, ADL_TOKEN_CLOSE_BRACKET)) {
		struct adl_value item;
		if (!adl_parse_value(parser, &item))
			return false;
		VEC_PUSH(parser->arena, &list->items, item);
		if (!adl_accept(parser, ADL_TOKEN_COMMA))
			break;
	}
	if (!adl_expect(parser, ADL_TOKEN_CLOSE_BRACKET, "at the end of the list"))
		return false;
	*value = (struct adl_value){ ADL_VALUE_LIST, adl_since(parser, open), { .list = list } };
	return true;
}

/* One address for equal keys: 1 and 1.0 are equal, 1 and "1" are not. */
static const char *canonical_key(struct adl_parser *parser, const struct adl_value *key)
{
	struct intern *names = parser->compilation->names;
	if (key->kind == ADL_VALUE_STRING)
		return intern_format(names, "\"%s", key->as.string);
	struct adl_number number = { .real = key->kind == ADL_VALUE_REAL };
	if (number.real)
		number.value = key->as.real;
	else
		number.integer = key->as.integer;
	adl_integer whole;
	if (!adl_number_whole(number, &whole))
		return intern_format(names, "%a", number.value);
	return intern_format(names, "%lx:%lx", (unsigned long)(whole >> 64), (unsigned long)whole);
}

/* The last of duplicate keys stays, in the first one's place. SEEN: canonical key -> the number of its entry.
 */
static void add_entry(struct adl_parser *parser, struct adl_dict *dict, struct map *seen,
		      const struct adl_entry *entry)
{
	const char *key = canonical_key(parser, &entry->key);
	const size_t *found = map_get(seen, key);
	if (found) {
		dict->entries.items[*found] = *entry;
		return;
	}
	size_t *number = ARENA_NEW(parser->arena, size_t);
	*number = dict->entries.count;
	map_set(parser->arena, seen, key, number);
	VEC_PUSH(parser->arena, &dict->entries, *entry);
}

static bool parse_dict(struct adl_parser *parser, struct adl_value *value)
{
	struct src_range open = parser->token.range;
	parser->open_dicts++;
	struct adl_dict *dict = ARENA_NEW(parser->arena, struct adl_dict);
	struct map seen = { 0 };
	adl_advance(parser);
	while (!adl_at(parser, ADL_TOKEN_CLOSE_BRACE)) {
		struct adl_entry entry;
		if (!parse_key(parser, &entry.key) || !adl_expect(parser, ADL_TOKEN_COLON, "after the key") ||
		    !adl_parse_value(parser, &entry.value))
			return false;
		add_entry(parser, dict, &seen, &entry);
		if (!adl_accept(parser, ADL_TOKEN_COMMA))
			break;
	}
	if (!adl_expect(parser, ADL_TOKEN_CLOSE_BRACE, "at the end of the dict"))
		return false;
	parser->open_dicts--;
	*value = (struct adl_value){ ADL_VALUE_DICT, adl_since(parser, open), { .dict = dict } };
	return true;
}

bool adl_parse_value(struct adl_parser *parser, struct adl_value *value)
{
	bool ok = adl_enter(parser);
	if (!ok)
		;
	else if (adl_at(parser, ADL_TOKEN_STRING))
		ok = parse_string(parser, value);
	else if (adl_at(parser, ADL_TOKEN_OPEN_BRACKET))
		ok = parse_list(parser, value);
	else if (adl_at(parser, ADL_TOKEN_OPEN_BRACE))
		ok = parse_dict(parser, value);
	else
		ok = parse_number(parser, value);
	adl_leave(parser);
	return ok;
}

/* ---------------------------------------------------- queries and references */

/* { '[' key ']' } */
static bool parse_lookups(struct adl_parser *parser, adl_lookups *lookups)
{
	while (adl_accept(parser, ADL_TOKEN_OPEN_BRACKET)) {
		struct adl_value key;
		if (!parse_key(parser, &key) || !adl_expect(parser, ADL_TOKEN_CLOSE_BRACKET, "after the key"))
			return false;
		VEC_PUSH(parser->arena, lookups, key);
	}
	return true;
}

static bool check_dicts(struct adl_parser *parser, const struct adl_value *list)
{
	for (size_t i = 0; i < list->as.list->items.count; i++)
		if (list->as.list->items.items[i].kind != ADL_VALUE_DICT) {
			diag_report(parser->compilation->diag, DIAG_SYNTAX,
				    list->as.list->items.items[i].range,
				    "the argument of a query is a dict or a list of dicts");
			return false;
		}
	return true;
}

/* ( dict | list of dicts ) */
static bool parse_query_argument(struct adl_parser *parser, struct adl_query *query)
{
	struct src_range open = parser->token.range;
	adl_advance(parser);
	if (adl_accept(parser, ADL_TOKEN_CLOSE_PARENTHESIS)) {
		diag_report(parser->compilation->diag, DIAG_QUERY_ARGUMENT, adl_since(parser, open),
			    "the query '%s' needs an argument: a dict or a list of dicts", query->name.text);
		return true;
	}
	if (!adl_at(parser, ADL_TOKEN_OPEN_BRACE) && !adl_at(parser, ADL_TOKEN_OPEN_BRACKET))
		return adl_fail(parser, "the argument of a query is a dict or a list of dicts, found %s",
				adl_shown(parser));
	struct adl_value *argument = &query->argument;
	if (!adl_parse_value(parser, argument))
		return false;
	query->has_argument = argument->kind != ADL_VALUE_LIST || check_dicts(parser, argument);
	if (argument->kind == ADL_VALUE_DICT) {
		struct adl_list *list = ARENA_NEW(parser->arena, struct adl_list);
		VEC_PUSH(parser->arena, &list->items, *argument);
		*argument = (struct adl_value){ ADL_VALUE_LIST, argument->range, { .list = list } };
	}
	return adl_expect(parser, ADL_TOKEN_CLOSE_PARENTHESIS, "after the query's argument");
}

bool adl_parse_setting_value(struct adl_parser *parser, struct adl_value *value)
{
	if (!adl_at(parser, ADL_TOKEN_IDENTIFIER) || adl_peek(parser)->kind != ADL_TOKEN_OPEN_PARENTHESIS)
		return adl_parse_value(parser, value);
	struct adl_query *query = ARENA_NEW(parser->arena, struct adl_query);
	if (!adl_expect_name(parser, &query->name, "the query's name") ||
	    !parse_query_argument(parser, query) || !parse_lookups(parser, &query->lookups))
		return false;
	*value = (struct adl_value){ ADL_VALUE_QUERY,
				     adl_since(parser, query->name.range),
				     { .query = query } };
	return true;
}

bool adl_parse_reference(struct adl_parser *parser, struct adl_value *value)
{
	struct adl_reference *reference = ARENA_NEW(parser->arena, struct adl_reference);
	if (!adl_expect_qname(parser, &reference->name, "the attribute to refer to") ||
	    !parse_lookups(parser, &reference->lookups))
		return false;
	*value = (struct adl_value){
		ADL_VALUE_REFERENCE,
		adl_since(parser, reference->name.range),
		{ .reference = reference },
	};
	return true;
}

const struct adl_value *adl_dict_find(const struct adl_dict *dict, const char *key)
{
	for (size_t i = 0; i < dict->entries.count; i++) {
		const struct adl_entry *entry = &dict->entries.items[i];
		if (entry->key.kind == ADL_VALUE_STRING && !strcmp(entry->key.as.string, key))
			return &entry->value;
	}
	return NULL;
}
