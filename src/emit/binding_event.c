/*
 * seL4Notification in generated C: an emitter is a table of channels, a consumer an object that the runtime
 * serves.
 */
#include "emit/binding_event.h"
#include "emit/binding_notification.h"

static bool connected(const struct model_binding *binding)
{
	return binding->kind != MODEL_BINDING_UNCONNECTED;
}

void emit_event_declare_emits(const struct emit_context *context, const struct model_binding *binding)
{
	out_line(context->out, "void %s_emit(void);", binding->interface);
	out_line(context->out, "void %s_emit_underlying(void)%s;", binding->interface,
		 connected(binding) ? "" : " WEAK");
}

/* Without a connection the functions are weak, so that a component can ask whether they are there. */
void emit_event_declare_consumes(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface, *weak = connected(binding) ? "" : " WEAK";
	out_line(out, "void %s_wait(void)%s;", name, weak);
	out_line(out, "int %s_poll(void)%s;", name, weak);
	out_line(out, "int %s_reg_callback(void (*callback)(void *), void *argument)%s;", name, weak);
	out_line(out, "camkes_error_handler_t %s_register_error_handler(camkes_error_handler_t handler)%s;",
		 name, weak);
	out_line(out, "void %s_handle(void) WEAK;", name);
	out_line(out, "int %s_acknowledge(void)", name);
	out_line(out,
		 "\t__attribute__((error(\"'%s' is an event of another component: only interrupts are "
		 "acknowledged\")));",
		 name);
}

static void emit_channels(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	if (!binding->channels.count)
		return;
	out_line(out, "static const unsigned char causeway_g_%s_channels[] = {", binding->interface);
	out_indent(out);
	for (size_t i = 0; i < binding->channels.count; i++) {
		const struct names_channel *channel =
			names_channel(context->names, binding, binding->channels.items[i]);
		out_line(out, "%s, /* to %s */", channel->macro, channel->peer->pd->name);
	}
	out_dedent(out);
	out_line(out, "};");
}

static void emit_local(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	if (!binding->local.count)
		return;
	out_line(out, "static const struct causeway_channel causeway_g_%s_local[] = {", binding->interface);
	out_indent(out);
	for (size_t i = 0; i < binding->local.count; i++) {
		const struct model_local *local = &binding->local.items[i];
		const struct model_binding *to = &component->bindings.items[local->binding];
		out_line(out, "{ %s },",
			 to->kind == MODEL_BINDING_NOTIFICATION
				 ? emit_notification_row(context, to, local->source)
				 : emit_binding_of(to)->channel(context, to, 0));
	}
	out_dedent(out);
	out_line(out, "};");
}

static const char *table(const struct emit_context *context, const struct model_binding *binding,
			 const char *what, size_t count)
{
	return count ? arena_format(context->compilation->arena, "causeway_g_%s_%s, %zu", binding->interface,
				    what, count)
		     : "NULL, 0";
}

/* Where the emitter counts: for its channels, then for what it raises without one. */
static void emit_counters(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	if (!binding->is_counted)
		return;
	out_line(out, "static uint64_t *const causeway_g_%s_counters[] = {", binding->interface);
	out_indent(out);
	for (size_t i = 0; i < binding->counters.count; i++)
		out_line(out, "(uint64_t *)%s,",
			 names_map_of(context->names, binding->counters.items[i])->address);
	for (size_t i = 0; i < binding->local.count; i++)
		out_line(out, "&causeway_g_%s_counter,",
			 component->bindings.items[binding->local.items[i].binding].interface);
	out_dedent(out);
	out_line(out, "};");
}

void emit_event_table(const struct emit_context *context, const struct model_binding *binding,
		      const char *suffix)
{
	emit_channels(context, binding);
	emit_local(context, binding);
	emit_counters(context, binding);
	out_line(context->out, "static const struct causeway_emitter causeway_g_%s%s = { %s, %s, %s };",
		 binding->interface, suffix, table(context, binding, "channels", binding->channels.count),
		 table(context, binding, "local", binding->local.count),
		 binding->is_counted ? arena_format(context->compilation->arena, "causeway_g_%s_counters",
						    binding->interface)
				     : "NULL");
}

static void emit_tables(const struct emit_context *context, const struct model_binding *binding)
{
	emit_event_table(context, binding, "");
}

static void emit_define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "void %s_emit_underlying(void)", name);
	out_line(out, "{");
	out_line(out, "\tcauseway_emit(&causeway_g_%s);", name);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "void %s_emit(void)", name);
	out_line(out, "{");
	out_line(out, "\t%s_emit_underlying();", name);
	out_line(out, "}");
}

static void wait_objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	struct arena *arena = context->compilation->arena;
	out_line(out, "static struct causeway_event_state causeway_g_%s_state;", name);
	const char *counter = "NULL";
	if (binding->counters.count)
		counter = arena_format(arena, "(const uint64_t *)%s",
				       names_map_of(context->names, binding->counters.items[0])->address);
	else if (binding->is_counted)
		counter = arena_format(arena, "&causeway_g_%s_counter", name);
	if (*counter == '&')
		out_line(out, "static uint64_t causeway_g_%s_counter;", name);
	out_line(
		out,
		"static const struct causeway_event causeway_g_%s = { \"%s.%s\", &causeway_g_%s_state, %s };",
		name, out_cstr(arena, context->pd->component->instance), name, name, counter);
}

static void wait_define_calls(struct out *out, const char *name)
{
	out_line(out, "void %s_wait(void)", name);
	out_line(out, "{");
	out_line(out, "\tcauseway_event_wait(&causeway_g_%s);", name);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "int %s_poll(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_event_poll(&causeway_g_%s);", name);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "int %s_reg_callback(void (*callback)(void *), void *argument)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_event_reg_callback(&causeway_g_%s, callback, argument);", name);
	out_line(out, "}");
}

static void wait_define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	wait_define_calls(out, name);
	out_text(out, "\n");
	out_line(out, "camkes_error_handler_t %s_register_error_handler(camkes_error_handler_t handler)",
		 name);
	out_line(out, "{");
	out_line(out, "\tstatic camkes_error_handler_t current;");
	out_line(out, "\tcamkes_error_handler_t previous = current;");
	out_line(out, "\tcurrent = handler;");
	out_line(out, "\treturn previous;");
	out_line(out, "}");
}

static const char *wait_channel(const struct emit_context *context, const struct model_binding *binding,
				unsigned id)
{
	(void)id;
	return arena_format(context->compilation->arena, "causeway_event_notified, &causeway_g_%s, NULL",
			    binding->interface);
}

const struct emit_binding emit_binding_emit = {
	.write = { [EMIT_DECLARE] = emit_event_declare_emits,
		   [EMIT_TABLES] = emit_tables,
		   [EMIT_DEFINE] = emit_define },
};

const struct emit_binding emit_binding_wait = {
	.write = { [EMIT_DECLARE] = emit_event_declare_consumes,
		   [EMIT_OBJECTS] = wait_objects,
		   [EMIT_DEFINE] = wait_define },
	.channel = wait_channel,
	.serve = "causeway_event_serve",
};
