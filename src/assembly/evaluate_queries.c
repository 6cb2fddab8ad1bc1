/*
 * evaluate_queries: dtb() and gpio() settings become what they find.
 */
#include "assembly/passes.h"

static void report_query(struct resolver *resolver, struct plan_setting *setting)
{
	const struct adl_query *query = setting->ast->value.as.query;
	if (setting->reported)
		return;
	setting->reported = true;
	diag_report(resolver->diag, DIAG_QUERY, query->name.range, "unknown query '%s'", query->name.text);
}

void assembly_evaluate_queries(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->settings.count; i++) {
		struct flat_setting *setting = resolver->settings.items[i];
		if (setting->value.kind != ADL_VALUE_QUERY)
			continue;
		report_query(resolver, setting->source);
		setting->state = SETTING_DONE;
		setting->has_value = false;
	}
}
