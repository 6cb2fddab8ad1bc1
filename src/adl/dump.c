#include "adl/dump.h"

static const char *shown(const char *name)
{
	return name ? name : "(anonymous)";
}

/* ------------------------------------------------------------------- values */

static void dump_integer(struct out *out, adl_integer value)
{
	char digits[48], *at = digits + sizeof digits - 1;
	bool negative = value < 0;
	*at = '\0';
	do {
		int digit = (int)(value % 10);
		*--at = (char)('0' + (digit < 0 ? -digit : digit));
		value /= 10;
	} while (value);
	out_text(out, "%s%s", negative ? "-" : "", at);
}

static void dump_value(struct out *out, const struct adl_value *value);

static void dump_list(struct out *out, const struct adl_list *list)
{
	out_text(out, "[");
	for (size_t i = 0; i < list->items.count; i++) {
		out_text(out, i ? ", " : "");
		dump_value(out, &list->items.items[i]);
	}
	out_text(out, "]");
}

static void dump_dict(struct out *out, const struct adl_dict *dict)
{
	out_text(out, "{");
	for (size_t i = 0; i < dict->entries.count; i++) {
		out_text(out, i ? ", " : "");
		dump_value(out, &dict->entries.items[i].key);
		out_text(out, ": ");
		dump_value(out, &dict->entries.items[i].value);
	}
	out_text(out, "}");
}

static void dump_qname(struct out *out, const struct adl_qname *name)
{
	for (size_t i = 0; i < name->parts.count; i++)
		out_text(out, "%s%s", i ? "." : "", name->parts.items[i].text);
}

static void dump_lookups(struct out *out, const adl_lookups *lookups)
{
	for (size_t i = 0; i < lookups->count; i++) {
		out_text(out, "[");
		dump_value(out, &lookups->items[i]);
		out_text(out, "]");
	}
}

static void dump_query(struct out *out, const struct adl_query *query)
{
	out_text(out, "%s(", query->name.text);
	if (query->has_argument)
		dump_value(out, &query->argument);
	out_text(out, ")");
	dump_lookups(out, &query->lookups);
}

static void dump_value(struct out *out, const struct adl_value *value)
{
	switch (value->kind) {
	case ADL_VALUE_INTEGER:
		dump_integer(out, value->as.integer);
		break;
	case ADL_VALUE_REAL:
		out_real(out, value->as.real);
		break;
	case ADL_VALUE_STRING:
		out_text(out, "\"%s\"", value->as.string);
		break;
	case ADL_VALUE_LIST:
		dump_list(out, value->as.list);
		break;
	case ADL_VALUE_DICT:
		dump_dict(out, value->as.dict);
		break;
	case ADL_VALUE_QUERY:
		dump_query(out, value->as.query);
		break;
	case ADL_VALUE_REFERENCE:
		out_text(out, "<- ");
		dump_qname(out, &value->as.reference->name);
		dump_lookups(out, &value->as.reference->lookups);
		break;
	}
}

/* -------------------------------------------------------- types, attributes */

/* Lines are put together of pieces: the indentation is that of an empty piece of a line. */
static void begin_line(struct out *out, unsigned depth)
{
	for (unsigned i = 0; i < depth; i++)
		out_text(out, "  ");
}

static void dump_attributes(struct out *out, unsigned depth, const char *what,
			    const adl_attributes *attributes);

static void dump_type(struct out *out, const struct adl_type *type)
{
	switch (type->kind) {
	case ADL_TYPE_NAMED:
	case ADL_TYPE_QUALIFIED:
		out_text(out, "%s", type->name);
		break;
	case ADL_TYPE_STRUCT_TAG:
		out_text(out, "struct %s", type->name);
		break;
	case ADL_TYPE_INLINE:
		out_text(out, "struct #%u", type->body->anonymous_index);
		break;
	}
}

static void dump_attribute(struct out *out, unsigned depth, const char *what,
			   const struct adl_attribute *attribute)
{
	begin_line(out, depth);
	out_text(out, "%s %s: ", what, attribute->name.text);
	dump_type(out, &attribute->type);
	out_text(out, attribute->is_array ? "[]" : "");
	if (attribute->has_default) {
		out_text(out, " = ");
		dump_value(out, &attribute->value);
	}
	out_text(out, "\n");
	if (attribute->type.kind == ADL_TYPE_INLINE)
		dump_attributes(out, depth + 1, "field", &attribute->type.body->fields);
}

static void dump_attributes(struct out *out, unsigned depth, const char *what,
			    const adl_attributes *attributes)
{
	for (size_t i = 0; i < attributes->count; i++)
		dump_attribute(out, depth, what, attributes->items[i]);
}

static void dump_includes(struct out *out, unsigned depth, const adl_includes *includes)
{
	for (size_t i = 0; i < includes->count; i++) {
		const struct adl_include *include = &includes->items[i];
		begin_line(out, depth);
		out_text(out, include->angle ? "include <%s>\n" : "include \"%s\"\n", include->path);
	}
}

static void dump_struct(struct out *out, unsigned depth, const struct adl_struct *structure)
{
	begin_line(out, depth);
	out_text(out, "struct %s #%u\n", shown(structure->name.text), structure->anonymous_index);
	dump_attributes(out, depth + 1, "field", &structure->fields);
}

/* --------------------------------------------------------------- procedures */

static void dump_parameter(struct out *out, unsigned depth, const struct adl_parameter *parameter)
{
	static const char *const directions[] = { "in", "out", "inout", "refin" };
	begin_line(out, depth);
	out_text(out, "%s %s: ", directions[parameter->direction], parameter->name.text);
	dump_type(out, &parameter->type);
	out_text(out, parameter->is_array ? "[]\n" : "\n");
}

static void dump_method(struct out *out, unsigned depth, const struct adl_method *method)
{
	begin_line(out, depth);
	out_text(out, "method %s: ", method->name.text);
	if (method->returns_void)
		out_text(out, "void");
	else
		dump_type(out, &method->return_type);
	out_text(out, "\n");
	for (size_t i = 0; i < method->parameters.count; i++)
		dump_parameter(out, depth + 1, method->parameters.items[i]);
}

static void dump_procedure(struct out *out, unsigned depth, const struct adl_procedure *procedure)
{
	begin_line(out, depth);
	out_text(out, "procedure %s\n", shown(procedure->name.text));
	dump_includes(out, depth + 1, &procedure->includes);
	for (size_t i = 0; i < procedure->methods.count; i++)
		dump_method(out, depth + 1, procedure->methods.items[i]);
	dump_attributes(out, depth + 1, "attribute", &procedure->attributes);
}

/* --------------------------------------------------------------- components */

static void dump_composition(struct out *out, unsigned depth, const struct adl_composition *composition);
static void dump_configuration(struct out *out, unsigned depth,
			       const struct adl_configuration *configuration);

static void dump_component_body(struct out *out, unsigned depth, const struct adl_component *component)
{
	static const char *const interfaces[] = { "provides", "uses", "emits", "consumes", "dataport" };
	static const char *const locks[] = { "mutex", "semaphore", "binary_semaphore" };
	dump_includes(out, depth, &component->includes);
	for (size_t i = 0; i < component->interfaces.count; i++) {
		const struct adl_interface *interface = component->interfaces.items[i];
		begin_line(out, depth);
		out_text(out, "%s%s %s: %s\n", interface->optional ? "maybe " : "",
			 interfaces[interface->kind], interface->name.text, interface->type_name);
	}
	for (size_t i = 0; i < component->locks.count; i++) {
		begin_line(out, depth);
		out_text(out, "%s %s\n", locks[component->locks.items[i]->kind],
			 component->locks.items[i]->name.text);
	}
	dump_attributes(out, depth, "attribute", &component->attributes);
	if (component->composition)
		dump_composition(out, depth, component->composition);
	if (component->configuration)
		dump_configuration(out, depth, component->configuration);
}

static void dump_component(struct out *out, unsigned depth, const struct adl_component *component)
{
	begin_line(out, depth);
	out_text(out, "component %s%s%s\n", shown(component->name.text), component->control ? " control" : "",
		 component->hardware ? " hardware" : "");
	dump_component_body(out, depth + 1, component);
}

/* --------------------------------------------------------------- connectors */

static void dump_side(struct out *out, unsigned depth, const char *which,
		      const struct adl_connector_side *side)
{
	static const char *const kinds[] = { "Procedure", "Event", "Dataport" };
	begin_line(out, depth);
	out_text(out, "%s %s%s%s with %u threads\n", which, side->hardware ? "hardware " : "",
		 kinds[side->kind], side->many ? "s" : "", side->threads);
}

static void dump_connector(struct out *out, unsigned depth, const struct adl_connector *connector)
{
	begin_line(out, depth);
	out_text(out, "connector %s\n", shown(connector->name.text));
	dump_side(out, depth + 1, "from", &connector->from);
	dump_side(out, depth + 1, "to", &connector->to);
	dump_attributes(out, depth + 1, "attribute", &connector->attributes);
}

/* ------------------------------------------------------------- architecture */

static void dump_instance(struct out *out, unsigned depth, const struct adl_instance *instance)
{
	begin_line(out, depth);
	out_text(out, "instance %s: ", instance->name.text);
	dump_qname(out, &instance->type);
	out_text(out, "\n");
	if (instance->body)
		dump_component(out, depth + 1, instance->body);
}

static void dump_group(struct out *out, unsigned depth, const struct adl_group *group)
{
	begin_line(out, depth);
	out_text(out, "group %s\n", shown(group->name.text));
	for (size_t i = 0; i < group->instances.count; i++)
		dump_instance(out, depth + 1, group->instances.items[i]);
}

static void dump_connection(struct out *out, unsigned depth, const struct adl_connection *connection)
{
	begin_line(out, depth);
	out_text(out, "connection %s: ", connection->name.text);
	dump_qname(out, &connection->type);
	for (size_t i = 0; i < connection->ends.count; i++) {
		const struct adl_connection_end *end = &connection->ends.items[i];
		out_text(out, "%s%s ", i ? ", " : " (", end->is_to ? "to" : "from");
		dump_qname(out, &end->name);
	}
	out_text(out, connection->ends.count ? ")\n" : " ()\n");
	if (connection->body)
		dump_connector(out, depth + 1, connection->body);
}

static void dump_export(struct out *out, unsigned depth, const struct adl_export *exported)
{
	begin_line(out, depth);
	out_text(out, "export ");
	dump_qname(out, &exported->source);
	out_text(out, " -> ");
	dump_qname(out, &exported->target);
	out_text(out, "\n");
}

static void dump_member(struct out *out, unsigned depth, const struct adl_member *member)
{
	switch (member->kind) {
	case ADL_MEMBER_INSTANCE:
		dump_instance(out, depth, member->as.instance);
		break;
	case ADL_MEMBER_GROUP:
		dump_group(out, depth, member->as.group);
		break;
	case ADL_MEMBER_CONNECTION:
		dump_connection(out, depth, member->as.connection);
		break;
	case ADL_MEMBER_EXPORT:
		dump_export(out, depth, member->as.exported);
		break;
	}
}

static void dump_composition(struct out *out, unsigned depth, const struct adl_composition *composition)
{
	begin_line(out, depth);
	out_text(out, "composition %s", composition->is_reference ? "= " : shown(composition->name.text));
	if (composition->is_reference)
		dump_qname(out, &composition->reference);
	out_text(out, "\n");
	for (size_t i = 0; i < composition->members.count; i++)
		dump_member(out, depth + 1, &composition->members.items[i]);
}

static void dump_configuration(struct out *out, unsigned depth, const struct adl_configuration *configuration)
{
	begin_line(out, depth);
	out_text(out, "configuration %s",
		 configuration->is_reference ? "= " : shown(configuration->name.text));
	if (configuration->is_reference)
		dump_qname(out, &configuration->reference);
	out_text(out, "\n");
	for (size_t i = 0; i < configuration->settings.count; i++) {
		const struct adl_setting *setting = configuration->settings.items[i];
		begin_line(out, depth + 1);
		out_text(out, "%s.%s = ", setting->entity.text, setting->attribute.text);
		dump_value(out, &setting->value);
		out_text(out, "\n");
	}
}

static void dump_schedule(struct out *out, unsigned depth, const struct adl_schedule *schedule)
{
	begin_line(out, depth);
	out_text(out, "schedule\n");
	for (size_t i = 0; i < schedule->items.count; i++) {
		begin_line(out, depth + 1);
		out_text(out, "domain ");
		dump_integer(out, schedule->items.items[i].domain);
		out_text(out, ": ");
		dump_integer(out, schedule->items.items[i].duration);
		out_text(out, schedule->items.items[i].unit == ADL_TICKS ? " ticks\n" : " us\n");
	}
}

static void dump_assembly(struct out *out, unsigned depth, const struct adl_assembly *assembly)
{
	begin_line(out, depth);
	out_text(out, "assembly %s\n", shown(assembly->name.text));
	for (size_t i = 0; i < assembly->compositions.count; i++)
		dump_composition(out, depth + 1, assembly->compositions.items[i]);
	for (size_t i = 0; i < assembly->configurations.count; i++)
		dump_configuration(out, depth + 1, assembly->configurations.items[i]);
	for (size_t i = 0; i < assembly->schedules.count; i++)
		dump_schedule(out, depth + 1, assembly->schedules.items[i]);
}

/* -------------------------------------------------------------------- whole */

static void dump_item(struct out *out, const struct adl_item *item)
{
	switch (item->kind) {
	case ADL_ITEM_COMPONENT:
		dump_component(out, 0, item->as.component);
		break;
	case ADL_ITEM_PROCEDURE:
		dump_procedure(out, 0, item->as.procedure);
		break;
	case ADL_ITEM_CONNECTOR:
		dump_connector(out, 0, item->as.connector);
		break;
	case ADL_ITEM_STRUCT:
		dump_struct(out, 0, item->as.structure);
		break;
	case ADL_ITEM_COMPOSITION:
		dump_composition(out, 0, item->as.composition);
		break;
	case ADL_ITEM_CONFIGURATION:
		dump_configuration(out, 0, item->as.configuration);
		break;
	case ADL_ITEM_ASSEMBLY:
		dump_assembly(out, 0, item->as.assembly);
		break;
	}
}

void adl_dump(struct out *out, const struct adl_spec *spec)
{
	for (size_t i = 0; i < spec->items.count; i++)
		dump_item(out, &spec->items.items[i]);
}
