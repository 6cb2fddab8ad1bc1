/*
 * seL4SharedData in generated C: a pointer variable that the system description sets, and its row among the
 * component's dataports.
 */
#include "emit/binding_dataport.h"

#include <inttypes.h>

static const char *c_type(const struct model_binding *binding)
{
	return binding->c_type ? binding->c_type : "void";
}

static const char flush[] = "int %s_flush_cache(size_t start, size_t size, dma_cache_op_t operation)";

static void declare_device(struct out *out, const struct model_binding *binding)
{
	out_line(out, "void *%s_translate_paddr(uintptr_t address, size_t size);", binding->interface);
	out_line(out, flush, binding->interface);
	out_line(out, binding->map->cached
			      ? "\t__attribute__((error(\"a protection domain cannot maintain caches; leave "
				"<interface>_hardware_cached out\")));"
			      : "\t;");
}

void emit_dataport_declare(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	bool connected = binding->kind != MODEL_BINDING_UNCONNECTED;
	const char *weak = connected ? "" : " WEAK";
	out_line(out, "extern %s *%s%s;", c_type(binding), name, weak);
	if (binding->c_type)
		out_line(out, "#define %s_size sizeof(%s)", name, binding->c_type);
	else
		out_line(out, "#define %s_size ((size_t)%" PRIu64 ")", name,
			 connected ? binding->map->region->size : 0);
	out_line(out, "#define %s_acquire() THREAD_MEMORY_ACQUIRE()", name);
	out_line(out, "#define %s_release() THREAD_MEMORY_RELEASE()", name);
	out_line(out, "static inline size_t %s_get_size(void)", name);
	out_line(out, "{");
	out_line(out, "\treturn %s_size;", name);
	out_line(out, "}");
	out_line(out, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address)%s;", name, weak);
	out_line(out, "void *%s_unwrap_ptr(dataport_ptr_t *pointer)%s;", name, weak);
	if (binding->has_caps)
		out_line(out,
			 "extern struct causeway_dataport_caps %s_handle; /* <camkes/dataport_caps.h> */",
			 name);
	if (binding->is_device)
		declare_device(out, binding);
	out_line(out, "int %s_cache_op(size_t start, size_t size, dma_cache_op_t operation);", name);
}

static const char *truth(unsigned perms, unsigned perm)
{
	return perms & perm ? "true" : "false";
}

void emit_dataport_objects(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	const char *size = names_map(context->names, binding)->size;
	out_line(out, "%s *%s;", c_type(binding), name);
	if (binding->c_type)
		out_line(out,
			 "CAUSEWAY_STATIC_ASSERT(sizeof(%s) <= %s, \"dataport %s: raise the connection's "
			 "'size'\");",
			 binding->c_type, size, name);
	out_line(out, "static const struct causeway_dataport causeway_g_%s = { &%s, %s, %u };", name, name,
		 size, binding->map->region->index);
	if (binding->has_caps)
		out_line(out, "struct causeway_dataport_caps %s_handle = { %u, %s, %s, %s };", name,
			 binding->id, size, truth(binding->map->perms, MODEL_PERM_READ),
			 truth(binding->map->perms, MODEL_PERM_WRITE));
}

/* Registers that are not cached need no more than that what was written before is written. */
static void define_device(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	uint64_t physical = binding->map->region->phys_addr, size = binding->map->region->size;
	out_text(out, "\n");
	out_line(out, "void *%s_translate_paddr(uintptr_t address, size_t size)", name);
	out_line(out, "{");
	out_line(out, "\tuintptr_t offset = address - 0x%" PRIx64 ";", physical);
	out_line(out,
		 "\treturn offset < 0x%" PRIx64 " && size <= 0x%" PRIx64
		 " - offset ? (char *)(uintptr_t)%s + offset : NULL;",
		 size, size, name);
	out_line(out, "}");
	if (binding->map->cached)
		return;
	out_text(out, "\n");
	out_line(out, flush, name);
	out_line(out, "{");
	out_line(out, "\t(void)start, (void)size, (void)operation;");
	out_line(out, "\tTHREAD_MEMORY_FENCE();");
	out_line(out, "\treturn 0;");
	out_line(out, "}");
}

void emit_dataport_define(const struct emit_context *context, const struct model_binding *binding)
{
	struct out *out = context->out;
	const char *name = binding->interface;
	out_line(out, "int %s_wrap_ptr(dataport_ptr_t *pointer, void *address)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_dataport_wrap(&causeway_g_%s, pointer, address);", name);
	out_line(out, "}");
	out_text(out, "\n");
	out_line(out, "void *%s_unwrap_ptr(dataport_ptr_t *pointer)", name);
	out_line(out, "{");
	out_line(out, "\treturn causeway_dataport_unwrap(&causeway_g_%s, pointer);", name);
	out_line(out, "}");
	if (binding->is_device)
		define_device(context, binding);
}

static const char *include(const struct model_binding *binding)
{
	return binding->has_caps ? "camkes/dataport_caps.h" : NULL;
}

const struct emit_binding emit_binding_dataport = {
	.include = include,
	.write = { [EMIT_DECLARE] = emit_dataport_declare,
		   [EMIT_OBJECTS] = emit_dataport_objects,

		   [EMIT_DEFINE] = emit_dataport_define },
};
