#include "emit/rpc_peer.h"

#include <inttypes.h>

static bool has_signals(const struct model_binding *binding)
{
	return binding->links.items[0].signals;
}

static bool has_buffers(const struct model_binding *binding)
{
	return binding->links.items[0].buffer_size != 0;
}

static bool has_peers(const struct model_binding *binding)
{
	return has_signals(binding) || has_buffers(binding) || binding->has_macs;
}

/* A function of one statement. */
static void function(const struct emit_context *context, const char *head, const char *statement)
{
	out_text(context->out, "\n");
	out_line(context->out, "%s", head);
	out_line(context->out, "{");
	out_line(context->out, "\t%s", statement);
	out_line(context->out, "}");
}

/* FORMAT with the interface's name in it. */
#define TEXT(context, format, name) arena_format((context)->compilation->arena, format, name)

/* ------------------------------------------------------ the caller's side */

void emit_peer_declare_call(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	if (has_signals(binding)) {
		out_line(out, "seL4_CPtr %s_notification(void);", name);
		out_line(out, "seL4_Word %s_notification_badge(void);", name);
		out_line(out, "static inline void %s_wait_notification(void)", name);
		out_line(out, "{");
		out_line(out, "\tseL4_Wait(%s_notification(), NULL);", name);
		out_line(out, "}");
	}
	if (has_buffers(binding)) {
		/* Programs declare <interface>_buf themselves, as a pointer to what is in the buffer. */
		out_line(out, "volatile void *%s_get_buf(void);", name);
		out_line(out, "size_t %s_get_size(void);", name);
		out_line(out, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address);", name);
		out_line(out, "void *%s_unwrap_ptr(dataport_ptr_t *pointer);", name);
	}
}

static void local_buffer(const struct emit_context *context, const struct model_binding *binding)
{
	out_line(context->out,
		 "static unsigned char causeway_g_%s_buffer[%" PRIu64
		 "] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));",
		 binding->interface, binding->links.items[0].buffer_size);
}

/* Where a link's buffer is, in the C of either end. CLIENT is the binding at the caller's end. */
static const char *buffer_address(const struct emit_context *context, const struct model_link *link,
				  const struct model_binding *client)
{
	struct arena *arena = context->compilation->arena;
	if (link->transport == MODEL_TRANSPORT_LOCAL)
		return arena_format(arena, "causeway_g_%s_buffer", client->interface);
	return names_map_of(context->names, link->buffer)->address;
}

void emit_peer_objects_call(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const struct model_link *link = &binding->links.items[0];
	if (has_signals(binding))
		out_line(out,
			 "static const struct causeway_signal causeway_g_%s_signal = { "
			 "&causeway_g_notification, %" PRIu64 " };",
			 binding->interface, link->signal_badge);
	if (!has_buffers(binding))
		return;
	if (link->transport == MODEL_TRANSPORT_LOCAL)
		local_buffer(context, binding);
	out_line(out, "volatile void *%s_buf = (volatile void *)%s;", binding->interface,
		 buffer_address(context, link, binding));
}

void emit_peer_define_call(const struct emit_context *context, const struct model_binding *binding)
{
	struct arena *arena = context->compilation->arena;
	const struct model_link *link = &binding->links.items[0];
	const char *name = binding->interface;
	if (has_signals(binding)) {
		function(context, TEXT(context, "seL4_CPtr %s_notification(void)", name),
			 "return causeway_notification_cap(&causeway_g_notification);");
		function(context, TEXT(context, "seL4_Word %s_notification_badge(void)", name),
			 TEXT(context, "return causeway_g_%s_signal.badge;", name));
	}
	if (has_buffers(binding)) {
		function(context, TEXT(context, "volatile void *%s_get_buf(void)", name),
			 TEXT(context, "return %s_buf;", name));
		function(context, TEXT(context, "size_t %s_get_size(void)", name),
			 arena_format(arena, "return %" PRIu64 ";", link->buffer_size));
		function(context,
			 TEXT(context, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address)", name),
			 "return (void)pointer, (void)address, -1;");
		function(context, TEXT(context, "void *%s_unwrap_ptr(dataport_ptr_t *pointer)", name),
			 "return (void)pointer, (void *)NULL;");
	}
}

/* ------------------------------------------------------ the server's side */

/* Under CAmkES the component's own loop serves these; here a strand does, so the loop has nothing to hand
 * over. */
static void declare_own_loop(struct out *out, const struct model_binding *binding)
{
	const char *name = binding->interface;
	out_line(out, "#define %s_num_clients() %zu", name, binding->links.count);
	out_line(out, "int %s_handle_message(seL4_MessageInfo_t *info, seL4_Word badge)", name);
	out_line(out,
		 "\t__attribute__((error(\"'%s' is served by a strand of its own while run() waits or is "
		 "over: leave the "
		 "loop that receives its calls out\")));",
		 name);
}

void emit_peer_declare_serve(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	if (has_signals(binding)) {
		out_line(out, "void %s_emit(unsigned int badge);", name);
		for (size_t i = 0; i < binding->links.count; i++)
			out_line(out, "void %s_emit_%" PRIu64 "(void);", name, binding->links.items[i].badge);
		out_line(out, "int %s_largest_badge(void);", name);
	}
	if (has_buffers(binding)) {
		out_line(out, "void *%s_buf(seL4_Word badge);", name);
		out_line(out, "size_t %s_buf_size(seL4_Word badge);", name);
		out_line(out, "unsigned int %s_num_badges(void);", name);
		out_line(out, "seL4_Word %s_enumerate_badge(unsigned int index);", name);
		out_line(out, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address);", name);
		out_line(out, "void *%s_unwrap_ptr(dataport_ptr_t *pointer);", name);
	}
	if (binding->sender_is_index)
		declare_own_loop(out, binding);
	if (binding->has_macs) {
		out_line(out, "bool %s_has_mac(unsigned int badge);", name);
		out_line(out, "void %s_get_mac(unsigned int badge, uint8_t *mac);", name);
	}
}

static const char *mac_text(struct arena *arena, const struct model_link *link)
{
	const unsigned char *mac = link->mac;
	return link->has_mac ? arena_format(arena, "true, { 0x%02x, 0x%02x, 0x%02x, 0x%02x, 0x%02x, 0x%02x }",
					    mac[0], mac[1], mac[2], mac[3], mac[4], mac[5])
			     : "false, { 0 }";
}

static void peer_row(const struct emit_context *context, const struct model_binding *binding,
		     const struct model_link *link)
{
	struct arena *arena = context->compilation->arena;
	const struct model_binding *client = &link->peer->bindings.items[link->peer_binding];
	bool local = link->transport == MODEL_TRANSPORT_LOCAL;
	const char *channel = link->signals && !local
				      ? names_channel(context->names, binding, link->signal_channel)->macro
				      : "0";
	const char *signal = link->signals && local
				     ? arena_format(arena, "&causeway_g_%s_signal", client->interface)
				     : "NULL";
	const char *buffer =
		link->buffer_size ? arena_format(arena, "(void *)%s", buffer_address(context, link, client))
				  : "NULL";
	out_line(context->out, "{ %" PRIu64 ", %s, %s, %s, %" PRIu64 ", %s }, /* %s.%s */", link->badge,
		 channel, signal, buffer, link->buffer_size, mac_text(arena, link), link->peer->instance,
		 client->interface);
}

void emit_peer_tables_serve(const struct emit_context *context, const struct model_binding *binding)
{
	if (!has_peers(binding))
		return;
	out_line(context->out, "static const struct causeway_rpc_peer causeway_g_%s_peers[] = {",
		 binding->interface);
	out_indent(context->out);
	for (size_t i = 0; i < binding->links.count; i++)
		peer_row(context, binding, &binding->links.items[i]);
	out_dedent(context->out);
	out_line(context->out, "};");
}

static void define_signals(const struct emit_context *context, const struct model_binding *binding)
{
	struct arena *arena = context->compilation->arena;
	const char *name = binding->interface;
	uint64_t largest = 0;
	function(context, TEXT(context, "void %s_emit(unsigned int badge)", name),
		 arena_format(arena, "causeway_rpc_signal(causeway_g_%s_peers, %zu, badge);", name,
			      binding->links.count));
	for (size_t i = 0; i < binding->links.count; i++) {
		uint64_t badge = binding->links.items[i].badge;
		largest = badge > largest ? badge : largest;
		function(context, arena_format(arena, "void %s_emit_%" PRIu64 "(void)", name, badge),
			 arena_format(arena, "%s_emit(%" PRIu64 ");", name, badge));
	}
	function(context, TEXT(context, "int %s_largest_badge(void)", name),
		 arena_format(arena, "return %" PRIu64 ";", largest));
}

/* The body of a function that looks for the peer that has the badge first. */
static const char *find_text(const struct emit_context *context, const struct model_binding *binding,
			     const char *statement)
{
	return arena_format(
		context->compilation->arena,
		"const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(causeway_g_%s_peers, "
		"%zu, badge);\n\t%s",
		binding->interface, binding->links.count, statement);
}

static void define_buffers(const struct emit_context *context, const struct model_binding *binding)
{
	struct arena *arena = context->compilation->arena;
	const char *name = binding->interface;
	function(context, TEXT(context, "void *%s_buf(seL4_Word badge)", name),
		 arena_format(arena, "return causeway_rpc_buffer(causeway_g_%s_peers, %zu, badge);", name,
			      binding->links.count));
	function(context, TEXT(context, "size_t %s_buf_size(seL4_Word badge)", name),
		 arena_format(arena, "return causeway_rpc_buffer_room(causeway_g_%s_peers, %zu, badge);",
			      name, binding->links.count));
	function(context, TEXT(context, "unsigned int %s_num_badges(void)", name),
		 arena_format(arena, "return %zu;", binding->links.count));
	function(context, TEXT(context, "seL4_Word %s_enumerate_badge(unsigned int index)", name),
		 arena_format(arena, "return index < %zu ? causeway_g_%s_peers[index].badge : (seL4_Word)-1;",
			      binding->links.count, name));
	function(context, TEXT(context, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address)", name),
		 "return (void)pointer, (void)address, -1;");
	function(context, TEXT(context, "void *%s_unwrap_ptr(dataport_ptr_t *pointer)", name),
		 "return (void)pointer, (void *)NULL;");
}

void emit_peer_define_serve(const struct emit_context *context, const struct model_binding *binding)
{
	const char *name = binding->interface;
	if (has_signals(binding))
		define_signals(context, binding);
	if (has_buffers(binding))
		define_buffers(context, binding);
	if (!binding->has_macs)
		return;
	function(context, TEXT(context, "bool %s_has_mac(unsigned int badge)", name),
		 find_text(context, binding, "return peer && peer->has_mac;"));
	function(context, TEXT(context, "void %s_get_mac(unsigned int badge, uint8_t *mac)", name),
		 find_text(context, binding, "if (peer)\n\t\tmemcpy(mac, peer->mac, sizeof peer->mac);"));
}
