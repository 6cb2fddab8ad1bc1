/*
 * Notifications with badges in generated C: the notification, which is the interface's own or the
 * component's, and a row for each that raises it. A capability of it is its address.
 */
#include "emit/binding_notification.h"
#include "emit/hardware.h"

#include <inttypes.h>

static bool is_global(const struct model_binding *binding)
{
	return binding->kind == MODEL_BINDING_NOTIFICATION &&
	       (binding->form == MODEL_NOTIFICATION_GLOBAL || binding->form == MODEL_NOTIFICATION_CALLBACK);
}

static const char *notification(const struct emit_context *context, const struct model_binding *binding)
{
	return is_global(binding) ? "causeway_g_notification"
				  : arena_format(context->compilation->arena, "causeway_g_%s_notification",
						 binding->interface);
}

const char *emit_notification_row(const struct emit_context *context, const struct model_binding *binding,
				  unsigned source)
{
	return arena_format(context->compilation->arena,
			    "causeway_signalled, &causeway_g_%s_sources[%u], NULL", binding->interface,
			    source);
}

static const char *channel(const struct emit_context *context, const struct model_binding *binding,
			   unsigned id)
{
	unsigned source = 0;
	while (binding->sources.items[source].is_local || binding->sources.items[source].channel != id)
		source++;
	return emit_notification_row(context, binding, source);
}

static void define_notification(const struct emit_context *context, const struct model_binding *binding)
{
	const char *instance = out_cstr(context->compilation->arena, context->pd->component->instance);
	out_line(context->out,
		 "static struct causeway_notification causeway_g_%s_notification = { "
		 "CAUSEWAY_NOTIFICATION_MARK, "
		 "\"%s.%s\", 0, { NULL, NULL }, false };",
		 binding->interface, instance, binding->interface);
}

/* ------------------------------------------------------- declarations */

static void declare_missing(struct out *out, const char *name, const char *prototype)
{
	out_line(out, prototype, name);
	out_line(out,
		 "\t__attribute__((error(\"the connector of '%s' has no such function: its events are taken "
		 "from the notification\")));",
		 name);
}

static void declare_wait(struct out *out, const struct model_binding *binding)
{
	const char *name = binding->interface;
	if (binding->form == MODEL_NOTIFICATION_NATIVE) {
		out_line(out, "void %s_wait(void);", name);
		out_line(out, "int %s_poll(void);", name);
		return;
	}
	declare_missing(out, name, "void %s_wait(void)");
	declare_missing(out, name, "int %s_poll(void)");
	out_line(out, "seL4_CPtr %s_notification(void);", name);
}

static void declare(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	declare_wait(out, binding);
	declare_missing(out, name, "int %s_reg_callback(void (*callback)(void *), void *argument)");
	if (is_global(binding))
		out_line(out, "seL4_Word %s_notification_badge(void);", name);
	if (binding->form == MODEL_NOTIFICATION_CALLBACK)
		out_line(out, "void %s_callback(seL4_Word badge);", name);
	out_line(out, "void %s_handle(void) WEAK;", name);
}

/* -------------------------------------------------------- definitions */

static void objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	if (!is_global(binding))
		define_notification(context, binding);
	if (binding->irq)
		emit_hardware_interrupts(context, binding);
	out_line(out, "static const struct causeway_signal causeway_g_%s_sources[] = {", binding->interface);
	out_indent(out);
	for (size_t i = 0; i < binding->sources.count; i++)
		out_line(out, "{ &%s, 0x%" PRIx64 " },", notification(context, binding),
			 binding->sources.items[i].badge);
	out_dedent(out);
	out_line(out, "};");
}

static void define_native(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface, *of = notification(context, binding);
	out_line(out, "void %s_wait(void)", name);
	out_line(out, "{");
	out_line(out, "\tcauseway_notification_wait(&%s);", of);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "int %s_poll(void)", name);
	out_line(out, "{");
	out_line(out, "\tseL4_Word badge;");
	out_line(out, "\treturn causeway_notification_poll(&%s, &badge);", of);
	out_line(out, "}");
}

static void define_badge(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_text(out, "\n");
	out_line(out, "seL4_Word %s_notification_badge(void)", binding->interface);
	out_line(out, "{");
	out_line(out, "\treturn 0x%" PRIx64 ";", binding->badge);
	out_line(out, "}");
}

static void define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	if (binding->form == MODEL_NOTIFICATION_NATIVE) {
		define_native(context, binding);
		return;
	}
	out_line(out, "seL4_CPtr %s_notification(void)", binding->interface);
	out_line(out, "{");
	out_line(out, "\treturn causeway_notification_cap(&%s);", notification(context, binding));
	out_line(out, "}");
	if (is_global(binding))
		define_badge(context, binding);
}

const struct emit_binding emit_binding_notification = {
	.write = { [EMIT_DECLARE] = declare, [EMIT_OBJECTS] = objects, [EMIT_DEFINE] = define },
	.channel = channel,
};

static void callback(const struct emit_context *context, const struct model_binding *binding)
{
	out_line(context->out, "static const struct causeway_callback causeway_g_%s = { &%s, %s_callback };",
		 binding->interface, notification(context, binding), binding->interface);
}

const struct emit_binding emit_binding_callback = {
	.write = { [EMIT_DECLARE] = declare,
		   [EMIT_OBJECTS] = objects,
		   [EMIT_TABLES] = callback,
		   [EMIT_DEFINE] = define },
	.channel = channel,
	.serve = "causeway_notification_serve",
};
