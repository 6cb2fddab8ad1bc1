/*
 * Queues in shared memory in generated C: an end registers itself before the component starts, with its
 * memory, a function that notifies the other end, and what it is notified by.
 */
#include "emit/binding_dataport.h"
#include "emit/binding_event.h"

#include <inttypes.h>

static const char *include_virtqueue(const struct model_binding *binding)
{
	(void)binding;
	return "camkes/virtqueue_template.h";
}

static const char *include_messages(const struct model_binding *binding)
{
	(void)binding;
	return "camkes/msgqueue_template.h";
}

static const char *signalled(const struct emit_context *context, const struct model_binding *binding,
			     unsigned id)
{
	(void)id;
	return arena_format(context->compilation->arena, "causeway_signalled, &causeway_g_%s_signal, NULL",
			    binding->interface);
}

static const char *received(const struct emit_context *context, const struct model_binding *binding,
			    unsigned id)
{
	return binding->queue->is_driver ? NULL : signalled(context, binding, id);
}

static void define_notify(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	out_line(out, "static void causeway_g_%s_notify(void)", binding->interface);
	out_line(out, "{");
	out_line(out, "\tcauseway_emit(&causeway_g_%s_peer);", binding->interface);
	out_line(out, "}");
	out_text(out, "\n");
}

static void open_constructor(const struct emit_context *context, const struct model_binding *binding)
{
	out_line(context->out, "__attribute__((constructor)) static void causeway_g_%s_register(void)",
		 binding->interface);
	out_line(context->out, "{");
	out_indent(context->out);
}

static void close_constructor(const struct emit_context *context)
{
	out_dedent(context->out);
	out_line(context->out, "}");
}

/* ----------------------------------------------------------- virtqueues */

static void declare_virtqueue(const struct emit_context *context, const struct model_binding *binding)
{
	out_line(context->out, "size_t %s_get_size(void);", binding->interface);
	out_line(context->out, "seL4_Word %s_notification_badge(void);", binding->interface);
}

static void virtqueue_objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const struct model_queue *queue = binding->queue;
	out_line(out,
		 "static const struct causeway_signal causeway_g_%s_signal = { &causeway_g_notification, "
		 "0x%" PRIx64 " };",
		 binding->interface, binding->badge);
	if (!binding->map && queue->is_driver)
		out_line(out,
			 "static unsigned char causeway_g_%s_memory[%" PRIu64
			 "] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));",
			 binding->interface, queue->size);
}

static void emitter(const struct emit_context *context, const struct model_binding *binding)
{
	emit_event_table(context, binding, "_peer");
}

static const char *virtqueue_memory(const struct emit_context *context, const struct model_binding *binding)
{
	const struct model_component *component = context->pd->component;
	if (binding->map)
		return arena_format(context->compilation->arena, "(volatile void *)%s",
				    names_map(context->names, binding)->address);
	const char *owner = binding->queue->is_driver ? binding->interface
						      : component->bindings.items[binding->queue->peer].interface;
	return arena_format(context->compilation->arena, "causeway_g_%s_memory", owner);
}

static void define_virtqueue(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "size_t %s_get_size(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn %" PRIu64 ";", binding->queue->size);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "seL4_Word %s_notification_badge(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn 0x%" PRIx64 ";", binding->badge);
	out_line(out, "}");
	out_text(out, "\n");
	define_notify(context, binding);
	open_constructor(context, binding);
	out_line(out, "camkes_virtqueue_channel_register(%u, \"%s\", %" PRIu64 ", %" PRIu64 ", %s,",
		 binding->queue->id, name, binding->queue->length, binding->queue->size,
		 virtqueue_memory(context, binding));
	out_line(out, "\tcauseway_g_%s_notify, causeway_notification_cap(&causeway_g_notification),", name);
	out_line(out, "\t%s_notification_badge(), %s);", name,
		 binding->queue->is_driver ? "VIRTQUEUE_DRIVER" : "VIRTQUEUE_DEVICE");
	close_constructor(context);
}

const struct emit_binding emit_binding_virtqueue = {
	.write = { [EMIT_DECLARE] = declare_virtqueue,
		   [EMIT_OBJECTS] = virtqueue_objects,
		   [EMIT_TABLES] = emitter,
		   [EMIT_DEFINE] = define_virtqueue },
	.channel = signalled,
	.include = include_virtqueue,
};

/* ------------------------------------------------------------- messages */

static const char *message_type(const struct model_binding *binding)
{
	return binding->c_type ? binding->c_type : "Buf";
}

static void messages_objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	emit_dataport_objects(context, binding);
	out_line(out,
		 "CAUSEWAY_STATIC_ASSERT(CAMKES_MSGQUEUE_MEMORY(%" PRIu64 ", sizeof(%s)) <= %" PRIu64
		 ", \"message queue %s: raise the connection's 'size'\");",
		 binding->queue->length, message_type(binding), binding->queue->size, name);
	if (binding->queue->is_driver)
		return;
	out_line(out,
		 "static struct causeway_notification causeway_g_%s_notification = { "
		 "CAUSEWAY_NOTIFICATION_MARK, "
		 "\"%s.%s\", 0, { NULL, NULL }, false };",
		 name, out_cstr(context->compilation->arena, context->pd->component->instance), name);
	out_line(out,
		 "static const struct causeway_signal causeway_g_%s_signal = { &causeway_g_%s_notification, "
		 "1 };",
		 name, name);
}

static void messages_tables(const struct emit_context *context, const struct model_binding *binding)
{
	if (binding->queue->is_driver)
		emitter(context, binding);
}

static void define_receiver(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "static int causeway_g_%s_poll(void)", name);
	out_line(out, "{");
	out_line(out, "\tseL4_Word badge;");
	out_line(out, "\treturn causeway_notification_poll(&causeway_g_%s_notification, &badge);", name);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "static void causeway_g_%s_wait(void)", name);
	out_line(out, "{");
	out_line(out, "\tcauseway_notification_wait(&causeway_g_%s_notification);", name);
	out_line(out, "}");
	out_text(out, "\n");
}

static void define_messages(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	emit_dataport_define(context, binding);
	out_text(out, "\n");
	if (binding->queue->is_driver)
		define_notify(context, binding);
	else
		define_receiver(context, binding);
	open_constructor(context, binding);
	out_line(out,
		 "camkes_msgqueue_channel_register_%s(%u, (void *)%s, 2 * %" PRIu64 ", %" PRIu64
		 ", sizeof(%s),",
		 binding->queue->is_driver ? "sender" : "receiver", binding->queue->id,
		 names_map(context->names, binding)->address, binding->queue->length, binding->queue->size,
		 message_type(binding));
	if (binding->queue->is_driver)
		out_line(out, "\tcauseway_g_%s_notify);", name);
	else
		out_line(out, "\tcauseway_g_%s_poll, causeway_g_%s_wait);", name, name);
	close_constructor(context);
}

const struct emit_binding emit_binding_messages = {
	.write = { [EMIT_DECLARE] = emit_dataport_declare,
		   [EMIT_OBJECTS] = messages_objects,
		   [EMIT_TABLES] = messages_tables,
		   [EMIT_DEFINE] = define_messages },
	.channel = received,
	.include = include_messages,
};
