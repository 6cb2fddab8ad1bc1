#include "lower/procedure.h"

#include <string.h>

static bool is_string(const struct adl_type *type)
{
	return type->kind == ADL_TYPE_NAMED && !strcmp(type->name, "string");
}

static const char *c_type(struct compilation *compilation, const struct adl_type *type)
{
	static const struct {
		const char *adl, *c;
	} others[] = { { "string", "char *" }, { "boolean", "bool" }, { "character", "char" } };
	if (type->kind == ADL_TYPE_STRUCT_TAG)
		return arena_format(compilation->arena, "struct %s", type->name);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!strcmp(type->name, others[i].adl))
			return others[i].c;
	return type->name;
}

static enum model_shape shape(const struct adl_type *type, bool is_array)
{
	if (is_string(type))
		return is_array ? MODEL_SHAPE_STRINGS : MODEL_SHAPE_STRING;
	return is_array ? MODEL_SHAPE_ARRAY : MODEL_SHAPE_SCALAR;
}

static struct model_parameter lower_parameter(struct compilation *compilation,
					      const struct adl_parameter *parameter)
{
	static const enum model_direction directions[] = {
		[ADL_IN] = MODEL_IN,
		[ADL_OUT] = MODEL_OUT,
		[ADL_INOUT] = MODEL_INOUT,
		[ADL_REFIN] = MODEL_REFIN,
	};
	return (struct model_parameter){ .name = parameter->name.text,
					 .direction = directions[parameter->direction],
					 .shape = shape(&parameter->type, parameter->is_array),
					 .c_type = c_type(compilation, &parameter->type) };
}

static struct model_method lower_method(struct compilation *compilation, const struct adl_method *method)
{
	struct model_method lowered = { .name = method->name.text,
					.returns = !method->returns_void,
					.range = method->range };
	if (lowered.returns)
		lowered.result =
			(struct model_parameter){ .name = "the result",
						  .direction = MODEL_OUT,
						  .shape = shape(&method->return_type, false),
						  .c_type = c_type(compilation, &method->return_type) };
	for (size_t i = 0; i < method->parameters.count; i++)
		VEC_PUSH(compilation->arena, &lowered.parameters,
			 lower_parameter(compilation, method->parameters.items[i]));
	return lowered;
}

const struct model_procedure *procedure_lower(struct compilation *compilation, struct procedure_table *table,
					      const struct adl_procedure *procedure)
{
	struct model_procedure *lowered = map_get(&table->made, procedure);
	if (lowered)
		return lowered;
	lowered = ARENA_NEW(compilation->arena, struct model_procedure);
	lowered->name = procedure->name.text ? procedure->name.text : "(anonymous)";
	for (size_t i = 0; i < procedure->methods.count; i++)
		VEC_PUSH(compilation->arena, &lowered->methods,
			 lower_method(compilation, procedure->methods.items[i]));
	map_set(compilation->arena, &table->made, procedure, lowered);
	return lowered;
}
