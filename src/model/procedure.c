#include "model/procedure.h"

#include <string.h>

const struct model_method *model_procedure_find(const struct model_procedure *procedure, const char *name)
{
	for (size_t i = 0; i < procedure->methods.count; i++)
		if (!strcmp(procedure->methods.items[i].name, name))
			return &procedure->methods.items[i];
	return NULL;
}
