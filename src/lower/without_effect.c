#include "lower/without_effect.h"

static const struct {
	const char *name;
	const char *why;
} rows[] = {
#define WITHOUT_EFFECT(name, why) { name, why },
#include "lower/without_effect.def"
#undef WITHOUT_EFFECT
};

/* 0 and false ask for nothing. */
static bool asks(const struct assembly_attribute *attribute)
{
	return attribute && !(attribute->value.kind == ADL_VALUE_INTEGER && !attribute->value.as.integer);
}

void without_effect_warn(struct compilation *compilation, const struct assembly_instance *instance)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct assembly_attribute *attribute =
			assembly_instance_setting(instance, compilation, rows[i].name);
		if (asks(attribute))
			diag_report(compilation->diag, DIAG_WITHOUT_EFFECT, attribute->range,
				    "attribute '%s' of instance '%s' has no effect: %s", rows[i].name,
				    instance->name, rows[i].why);
	}
}
