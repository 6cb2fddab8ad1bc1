#include "model/procedure.h"

#include <string.h>

const struct model_method *model_procedure_find(const struct model_procedure *procedure, const char *name)
{
	for (size_t i = 0; i < procedure->methods.count; i++)
		if (!strcmp(procedure->methods.items[i].name, name))
			return &procedure->methods.items[i];
	return NULL;
}

/* ------------------------------------------------ how long messages can be */

/* Bytes of a type that every C implementation here agrees on; 0: unknown. */
static unsigned type_size(const char *type)
{
	static const struct {
		const char *name;
		unsigned size;
	} types[] = {
		{ "bool", 1 },	   { "char", 1 },      { "signed char", 1 },  { "unsigned char", 1 },
		{ "int8_t", 1 },   { "uint8_t", 1 },   { "int16_t", 2 },      { "uint16_t", 2 },
		{ "short", 2 },	   { "int", 4 },       { "unsigned int", 4 }, { "int32_t", 4 },
		{ "uint32_t", 4 }, { "float", 4 },     { "int64_t", 8 },      { "uint64_t", 8 },
		{ "double", 8 },   { "size_t", 8 },    { "uintptr_t", 8 },    { "intptr_t", 8 },
		{ "long", 8 },	   { "seL4_Word", 8 },
	};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(types[i].name, type))
			return types[i].size;
	return 0;
}

/* Adds a parameter's bytes to *LENGTH. False: nobody knows how many. */
static bool add_length(const struct model_parameter *parameter, unsigned *length)
{
	unsigned size = parameter->shape == MODEL_SHAPE_SCALAR ? type_size(parameter->c_type) : 0;
	*length += size;
	return size != 0;
}

bool model_method_is_short(const struct model_method *method)
{
	unsigned request = 0, reply = 0;
	bool known = !method->returns || add_length(&method->result, &reply);
	for (size_t i = 0; i < method->parameters.count; i++) {
		const struct model_parameter *parameter = &method->parameters.items[i];
		if (parameter->direction != MODEL_OUT)
			known &= add_length(parameter, &request);
		if (parameter->direction == MODEL_OUT || parameter->direction == MODEL_INOUT)
			known &= add_length(parameter, &reply);
	}
	return known && request <= MODEL_SHORT_MESSAGE_MAX && reply <= MODEL_SHORT_MESSAGE_MAX;
}
