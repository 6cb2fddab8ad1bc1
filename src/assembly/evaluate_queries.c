/*
 * evaluate_queries: settings that are queries become what they find.
 */
#include "assembly/evaluate.h"
#include "assembly/query.h"

#include <ctype.h>
#include <string.h>

static const struct {
	const char *name;
	bool (*run)(struct resolver *resolver, const struct adl_query *query, struct adl_value *result);
} queries[] = {
	{ "dtb", query_dtb },
	{ "gpio", query_gpio },
};

struct adl_value query_integer(adl_integer integer)
{
	return (struct adl_value){ .kind = ADL_VALUE_INTEGER, .as.integer = integer };
}

struct adl_value query_string(const char *string)
{
	return (struct adl_value){ .kind = ADL_VALUE_STRING, .as.string = string };
}

struct adl_value query_list(struct adl_list *list)
{
	return (struct adl_value){ .kind = ADL_VALUE_LIST, .as.list = list };
}

void query_add(struct resolver *resolver, struct adl_dict *dict, const char *key, struct adl_value value)
{
	struct adl_entry entry = { .key = query_string(key), .value = value };
	VEC_PUSH(resolver->arena, &dict->entries, entry);
}

bool query_read(struct resolver *resolver, const struct adl_query *query, const char *path,
		const char *message, struct file_text *file)
{
	if (path)
		return compilation_read(resolver->compilation, path, file);
	diag_report(resolver->diag, DIAG_QUERY, query->name.range, "%s", message);
	return false;
}

const struct adl_value *query_argument(const struct adl_value *dict, const char *key)
{
	return dict->kind == ADL_VALUE_DICT ? adl_dict_find(dict->as.dict, key) : NULL;
}

/* Keys become names of C. */
static void clean_keys(struct resolver *resolver, struct adl_dict *dict)
{
	for (size_t i = 0; i < dict->entries.count; i++) {
		char *key = arena_strdup(resolver->arena, dict->entries.items[i].key.as.string);
		for (char *c = key; *c; c++)
			if (!isalnum((unsigned char)*c) && (unsigned char)*c < 0x80)
				*c = '_';
		dict->entries.items[i].key.as.string = key;
	}
}

static void clean_result(struct resolver *resolver, struct adl_value *result)
{
	clean_keys(resolver, result->as.dict);
	const struct adl_value *found = query_argument(result, "query");
	for (size_t i = 0; i < found->as.list->items.count; i++)
		clean_keys(resolver, found->as.list->items.items[i].as.dict);
}

static void report_nothing(struct resolver *resolver, const struct adl_value *key,
			   const struct adl_value *value)
{
	bool found_none = value->kind == ADL_VALUE_DICT && !value->as.dict->entries.count;
	diag_report(resolver->diag, DIAG_QUERY, key->range,
		    found_none ? "the query finds nothing that could have an element %s"
			       : "what the query finds has no element %s",
		    assembly_value_text(resolver, key));
}

/* query(...)["key"][0]: the element of each thing that was found, as a list of them. */
static bool look_up(struct resolver *resolver, const struct adl_query *query, struct adl_value *result)
{
	const struct adl_value *found = query_argument(result, "query");
	struct adl_list *list = ARENA_NEW(resolver->arena, struct adl_list);
	for (size_t i = 0; i < found->as.list->items.count; i++) {
		struct adl_value item = found->as.list->items.items[i];
		for (size_t j = 0; j < query->lookups.count; j++) {
			const struct adl_value *inner = evaluate_lookup(&item, &query->lookups.items[j]);
			if (!inner) {
				report_nothing(resolver, &query->lookups.items[j], &item);
				return false;
			}
			item = *inner;
		}
		VEC_PUSH(resolver->arena, &list->items, item);
	}
	*result = query_list(list);
	return true;
}

static bool run_query(struct resolver *resolver, const struct adl_query *query, struct adl_value *result)
{
	struct suggest suggest = suggest_for(query->name.text);
	if (!query->has_argument)
		return false; /* the parser said so */
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		suggest_offer(&suggest, queries[i].name);
		if (strcmp(queries[i].name, query->name.text))
			continue;
		if (!queries[i].run(resolver, query, result))
			return false;
		if (query->lookups.count)
			return look_up(resolver, query, result);
		clean_result(resolver, result);
		return true;
	}
	diag_report(resolver->diag, DIAG_QUERY, query->name.range, "unknown query '%s'%s", query->name.text,
		    assembly_did_you_mean(resolver, &suggest));
	return false;
}

void assembly_evaluate_queries(struct resolver *resolver)
{
	struct map results = {
		0
	}; /* struct adl_query * -> struct adl_value *; copies of a setting share one */
	for (size_t i = 0; i < resolver->settings.count; i++) {
		struct flat_setting *setting = resolver->settings.items[i];
		if (setting->value.kind != ADL_VALUE_QUERY)
			continue;
		const struct adl_query *query = setting->value.as.query;
		struct adl_value *result = map_get(&results, query);
		if (!result) {
			result = ARENA_NEW(resolver->arena, struct adl_value);
			*result = setting->value;
			if (!run_query(resolver, query, result)) {
				setting->source->reported = true;
				*result = setting->value;
			}
			result->range = setting->value.range;
			map_set(resolver->arena, &results, query, result);
		}
		setting->state = SETTING_DONE;
		setting->has_value = result->kind != ADL_VALUE_QUERY;
		setting->value = *result;
		setting->from_query = true;
	}
}
