/*
 * Interfaces that no connection joins: an emitter that nobody hears, or a `maybe` interface. What a component
 * may declare without it is weak; an emit does nothing.
 */
#include "emit/binding_dataport.h"
#include "emit/binding_event.h"
#include "emit/procedure.h"

#include <string.h>

static void define_emits(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_line(out, "void %s_emit(void)", binding->interface);
	out_line(out, "{");
	out_line(out, "\tif (%s_emit_underlying)", binding->interface);
	out_line(out, "\t\t%s_emit_underlying();", binding->interface);
	out_line(out, "}");
}

/* A `maybe` interface's methods can be asked for. */
static void declare_uses(const struct emit_context *context, const struct model_binding *binding)
{
	emit_procedure_declare(context, binding, " WEAK");
}

/* The component may define what nobody calls. */
static void declare_provides(const struct emit_context *context, const struct model_binding *binding)
{
	emit_procedure_declare(context, binding, "");
	out_line(context->out, "seL4_Word %s_get_sender_id(void);", binding->interface);
}

static const struct {
	const char *interface_kind;
	struct emit_binding row;
} kinds[] = {
	{ "emits", { .write = { [EMIT_DECLARE] = emit_event_declare_emits, [EMIT_DEFINE] = define_emits } } },
	{ "consumes", { .write = { [EMIT_DECLARE] = emit_event_declare_consumes } } },
	{ "uses", { .write = { [EMIT_DECLARE] = declare_uses } } },
	{ "provides", { .write = { [EMIT_DECLARE] = declare_provides } } },
	{ "dataport", { .write = { [EMIT_DECLARE] = emit_dataport_declare } } },
};

const struct emit_binding *emit_binding_unconnected(const char *interface_kind)
{
	static const struct emit_binding nothing;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].interface_kind, interface_kind))
			return &kinds[i].row;
	return &nothing;
}
