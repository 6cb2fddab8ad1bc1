#include "emit/binding.h"

static const struct emit_binding *const kinds[MODEL_BINDING_COUNT] = {
	[MODEL_BINDING_EMIT] = &emit_binding_emit,
	[MODEL_BINDING_WAIT] = &emit_binding_wait,
	[MODEL_BINDING_DATAPORT] = &emit_binding_dataport,
	[MODEL_BINDING_CALL] = &emit_binding_call,
	[MODEL_BINDING_SERVE] = &emit_binding_serve,
	[MODEL_BINDING_DIRECT_CALL] = &emit_binding_direct_call,
	[MODEL_BINDING_DIRECT_SERVE] = &emit_binding_direct_serve,
	[MODEL_BINDING_NOTIFICATION] = &emit_binding_notification,
	[MODEL_BINDING_INTERRUPT] = &emit_binding_interrupt,
	[MODEL_BINDING_DEVICE] = &emit_binding_device,
	[MODEL_BINDING_VIRTQUEUE] = &emit_binding_virtqueue,
	[MODEL_BINDING_MESSAGES] = &emit_binding_messages,
};

const struct emit_binding *emit_binding_of(const struct model_binding *binding)
{
	if (binding->kind == MODEL_BINDING_UNCONNECTED)
		return emit_binding_unconnected(binding->interface_kind);
	if (binding->kind == MODEL_BINDING_NOTIFICATION && binding->form == MODEL_NOTIFICATION_CALLBACK)
		return &emit_binding_callback;
	if (binding->kind == MODEL_BINDING_DEVICE)
		return emit_binding_device_of(binding);
	return kinds[binding->kind];
}

const char *emit_binding_title(const struct emit_context *context, const struct model_binding *binding)
{
	return arena_format(context->compilation->arena, "%s %s %s", binding->interface_kind, binding->type,
			    binding->interface);
}
