/*
 * The readable form of what the passes have made so far, for --dump-after. Not a format that anything reads.
 */
#include "assembly/passes.h"

#include <string.h>

static const char *integer_text(struct arena *arena, adl_integer value)
{
	char digits[48];
	size_t at = sizeof digits;
	bool negative = value < 0;
	digits[--at] = '\0';
	do {
		int digit = (int)(value % 10);
		digits[--at] = (char)('0' + (negative ? -digit : digit));
		value /= 10;
	} while (value);
	if (negative)
		digits[--at] = '-';
	return arena_strdup(arena, digits + at);
}

static void put_value(struct arena *arena, struct out *out, const struct adl_value *value)
{
	switch (value->kind) {
	case ADL_VALUE_INTEGER:
		out_text(out, "%s", integer_text(arena, value->as.integer));
		break;
	case ADL_VALUE_REAL:
		out_real(out, value->as.real);
		break;
	case ADL_VALUE_STRING:
		out_text(out, "\"%s\"", value->as.string);
		break;
	case ADL_VALUE_LIST:
		out_text(out, "[");
		for (size_t i = 0; i < value->as.list->items.count; i++) {
			out_text(out, "%s", i ? ", " : "");
			put_value(arena, out, &value->as.list->items.items[i]);
		}
		out_text(out, "]");
		break;
	case ADL_VALUE_DICT:
		out_text(out, "{");
		for (size_t i = 0; i < value->as.dict->entries.count; i++) {
			out_text(out, "%s", i ? ", " : "");
			put_value(arena, out, &value->as.dict->entries.items[i].key);
			out_text(out, ": ");
			put_value(arena, out, &value->as.dict->entries.items[i].value);
		}
		out_text(out, "}");
		break;
	case ADL_VALUE_QUERY:
		out_text(out, "%s(...)", value->as.query->name.text);
		break;
	case ADL_VALUE_REFERENCE:
		out_text(out, "<- ...");
		break;
	}
}

const char *assembly_value_text(struct resolver *resolver, const struct adl_value *value)
{
	struct out *out = out_create(resolver->arena);
	put_value(resolver->arena, out, value);
	return arena_strdup(resolver->arena, out_string(out));
}

static void dump_attributes(struct arena *arena, struct out *out,
			    const struct assembly_attributes *attributes)
{
	for (size_t i = 0; i < attributes->list.count; i++) {
		const struct assembly_attribute *attribute = &attributes->list.items[i];
		struct out *line = out_create(arena);
		if (attribute->has_value)
			put_value(arena, line, &attribute->value);
		out_line(out, "%s = %s%s", attribute->name,
			 attribute->has_value ? out_string(line) : "(no value)",
			 attribute->is_set ? "" : " (default)");
	}
}

static void dump_plan(const struct resolver *resolver, struct out *out, const struct plan *plan)
{
	if (plan->is_top)
		out_line(out, "assembly");
	else
		out_line(out, "composition of %s", plan->owner ? plan->owner->name : "nothing");
	out_indent(out);
	for (size_t i = 0; i < plan->instances.count; i++) {
		const struct plan_instance *instance = plan->instances.items[i];
		out_line(out, "instance %s: %s in %s", instance->name,
			 instance->type ? instance->type->name : "?", instance->address_space);
	}
	for (size_t i = 0; i < plan->connections.count; i++) {
		const struct plan_connection *connection = plan->connections.items[i];
		out_line(out, "connection %s: %zu from, %zu to", connection->name, connection->from.count,
			 connection->to.count);
	}
	for (size_t i = 0; i < plan->exports.count; i++) {
		const struct plan_export *export = plan->exports.items[i];
		out_line(out, "export %s.%s as %s", export->instance->name, export->inner->ast->name.text,
			 export->own->ast->name.text);
	}
	for (size_t i = 0; i < plan->settings.count; i++) {
		const struct adl_setting *setting = plan->settings.items[i]->ast;
		struct out *line = out_create(resolver->arena);
		put_value(resolver->arena, line, &setting->value);
		out_line(out, "setting %s.%s = %s", setting->entity.text, setting->attribute.text,
			 out_string(line));
	}
	out_dedent(out);
}

static void dump_ends(struct out *out, const char *which, const struct assembly_end *ends, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out_line(out, "%s %s.%s", which, ends[i].instance->name, ends[i].interface->name);
}

static void dump_flat(const struct resolver *resolver, struct out *out)
{
	for (size_t i = 0; i < resolver->instances.count; i++) {
		const struct assembly_instance *instance = resolver->instances.items[i]->out;
		out_line(out, "instance %s: %s in %s", instance->name,
			 instance->type->name.text ? instance->type->name.text : "(unnamed)",
			 instance->address_space);
		out_indent(out);
		for (size_t j = 0; j < instance->interfaces.count; j++) {
			const struct assembly_interface *interface = instance->interfaces.items[j];
			const struct assembly_interface *alias = interface->alias_of;
			out_line(out, "%s %s%s%s%s%s", assembly_interface_kind(interface->declaration),
				 interface->name, alias ? " -> " : "", alias ? alias->instance->name : "",
				 alias ? "." : "", alias ? alias->name : "");
			out_indent(out);
			dump_attributes(resolver->arena, out, &interface->attributes);
			out_dedent(out);
		}
		dump_attributes(resolver->arena, out, &instance->attributes);
		out_dedent(out);
	}
	for (size_t i = 0; i < resolver->connections.count; i++) {
		const struct assembly_connection *connection = resolver->connections.items[i]->out;
		if (resolver->connections.items[i]->merged_into)
			continue;
		out_line(out, "connection %s: %s", connection->name,
			 connection->type && connection->type->name.text ? connection->type->name.text
									 : "(unnamed)");
		out_indent(out);
		dump_ends(out, "from", connection->from.items, connection->from.count);
		dump_ends(out, "to", connection->to.items, connection->to.count);
		dump_attributes(resolver->arena, out, &connection->attributes);
		out_dedent(out);
	}
}

void assembly_dump(const struct resolver *resolver, struct out *out)
{
	if (resolver->instances.count) {
		dump_flat(resolver, out);
		return;
	}
	for (size_t i = 0; i < resolver->plans.count; i++)
		dump_plan(resolver, out, resolver->plans.items[i]);
	if (resolver->plans.count)
		return;
	for (size_t i = 0; i < resolver->spec->items.count; i++)
		out_line(out, "%s %s", assembly_kind_name(resolver->items[i].ast->kind),
			 resolver->items[i].name ? resolver->items[i].name : "(unnamed)");
}
