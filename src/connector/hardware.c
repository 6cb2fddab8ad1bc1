#include "connector/hardware.h"

#include <inttypes.h>

static const char *setting_name(const struct connector_context *context, const struct assembly_end *end,
				const char *suffix)
{
	return arena_format(context->compilation->arena, "%s_%s", end->interface->name, suffix);
}

void hardware_refuse(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, const char *why)
{
	const struct assembly_attribute *attribute = connector_setting(context, end, suffix);
	diag_report(context->compilation->diag, DIAG_HARDWARE_SETTING,
		    attribute ? attribute->range : end->range, "'%s.%s' %s", end->instance->name,
		    setting_name(context, end, suffix), why);
}

bool hardware_number(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, uint64_t most, uint64_t *number)
{
	const struct assembly_attribute *attribute = connector_setting(context, end, suffix);
	*number = 0;
	if (!attribute) {
		hardware_refuse(context, end, suffix, "is not set");
		return false;
	}
	if (attribute->value.kind != ADL_VALUE_INTEGER || attribute->value.as.integer < 0 ||
	    attribute->value.as.integer > (adl_integer)most) {
		hardware_refuse(context, end, suffix,
				arena_format(context->compilation->arena,
					     "is not a number from 0 to %" PRIu64, most));
		return false;
	}
	*number = (uint64_t)attribute->value.as.integer;
	return true;
}
