/*
 * glue.c of an instance: the tables of include/causeway/component.h and the functions that its camkes.h
 * declares. All logic is in the component runtime. The same text is C11 and C++17, hence no designated
 * initialisers.
 */
#include "emit/emit.h"

#include "emit/attribute.h"
#include "emit/binding.h"
#include "emit/group.h"
#include "emit/hardware.h"
#include "emit/lock.h"
#include "emit/own.h"

#include <inttypes.h>
#include <string.h>

enum { CHANNEL_IDS = 64 };

/* 1 is the initialiser, the parent of all. */
enum { FIRST_NUMBER = 2 };

static void heading(const struct emit_context *context, const struct model_binding *binding)
{
	const struct model_binding *b = binding;
	out_text(context->out, "\n");
	out_line(context->out, "/* %s%s%s%s%s%s */", emit_binding_title(context, b),
		 b->connection ? ": " : "", b->connection ? b->connector : "", b->connection ? " " : "",
		 b->connection ? b->connection : "", names_comment_place(context->compilation, b->range));
}

static void for_bindings(const struct emit_context *context, enum emit_part part)
{
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *binding = &component->bindings.items[i];
		emit_binding_function *write = emit_binding_of(binding)->write[part];
		if (!write)
			continue;
		heading(context, binding);
		write(context, binding);
	}
}

/* Each header that a binding needs, once. */
static void binding_includes(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	struct map written = { 0 };
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *binding = &component->bindings.items[i];
		const char *(*include)(const struct model_binding *) = emit_binding_of(binding)->include;
		const char *header = include ? include(binding) : NULL;
		if (!header || map_get(&written, header))
			continue;
		map_set(context->compilation->arena, &written, header, (void *)(uintptr_t)header);
		out_line(context->out, "#include <%s>", header);
	}
}

static void includes(const struct emit_context *context)
{
	struct out *out = context->out;
	out_line(out, "#include <causeway/causeway.h>");
	out_line(out, "#include <causeway/component.h>");
	out_line(out, "#include <causeway/lock.h>");
	out_line(out, "#include <causeway/notification.h>");
	if (context->pd->component->dma.count)
		out_line(out, "#include <causeway/dma.h>");
	binding_includes(context);
	out_line(out, "#include <camkes/rpc.h>");
	out_text(out, "\n");
	out_line(out, "#include <stddef.h>");
	out_text(out, "\n");
	emit_own_rename(context);
	/* Last: the component's macros (<dataport>_size) are not to reach into other headers. */
	out_line(out, "#include \"camkes.h\"");
	out_line(out, "#include \"%s_pd.h\"", names_file(context->compilation->arena, context->pd->name));
	emit_own_divert(context);
}

static void heap(const struct emit_context *context)
{
	struct out *out = context->out;
	uint64_t size = context->pd->component->heap_size;
	out_text(out, "\n");
	out_line(out, "/* The heap: attribute heap_size. */");
	if (!size) {
		out_line(out, "char *morecore_area = NULL;");
		out_line(out, "size_t morecore_size = 0;");
		return;
	}
	out_line(out,
		 "static char causeway_g_heap[%" PRIu64
		 "] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));",
		 size);
	out_line(out, "char *morecore_area = causeway_g_heap;");
	out_line(out, "size_t morecore_size = sizeof causeway_g_heap;");
}

static void notification(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	if (!component->has_notification)
		return;
	out_text(context->out, "\n");
	out_line(context->out, "/* The component's notification: whoever signals it adds a badge. */");
	out_line(
		context->out,
		"static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "
		"\"%s\", 0, { NULL, NULL }, false };",
		out_cstr(context->compilation->arena, component->instance));
}

/* What the system description sets; a bit for each granule says whether it was handed out. */
static void dma_variables(const struct emit_context *context, const struct model_dma *dma, size_t index)
{
	struct out *out = context->out;
	const char *name = dma->map->setvar_vaddr;
	if (!dma->interface)
		out_line(out, "char *%s;", name);
	out_line(out, "uintptr_t %s;", dma->physical);
	if (dma->hands_out)
		out_line(out, "static uint64_t causeway_g_dma_used_%zu[CAUSEWAY_DMA_WORDS(%" PRIu64 ")];",
			 index, dma->map->region->size);
}

static void dma_pools(const struct emit_context *context)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	const struct model_component *component = context->pd->component;
	if (!component->dma.count)
		return;
	out_text(out, "\n");
	out_line(out, "/* Memory for devices: attribute dma_pool, connector seL4DMASharedData. */");
	for (size_t i = 0; i < component->dma.count; i++)
		dma_variables(context, &component->dma.items[i], i);
	out_line(out, "static const struct causeway_dma_pool causeway_g_dma_pool[] = {");
	out_indent(out);
	for (size_t i = 0; i < component->dma.count; i++) {
		const struct model_dma *dma = &component->dma.items[i];
		const char *name = dma->map->setvar_vaddr;
		out_line(out, "{ &%s, &%s, %" PRIu64 ", %s, %s },", name, dma->physical,
			 dma->map->region->size, dma->map->cached ? "true" : "false",
			 dma->hands_out ? arena_format(arena, "causeway_g_dma_used_%zu", i) : "NULL");
	}
	out_dedent(out);
	out_line(out, "};");
	out_line(out, "const struct causeway_dma_pools causeway_g_dma_pools = { causeway_g_dma_pool, %zu };",
		 component->dma.count);
}

static bool is_dataport(const struct model_binding *binding)
{
	return binding->kind == MODEL_BINDING_DATAPORT || binding->kind == MODEL_BINDING_MESSAGES;
}

static bool has_dataports(const struct model_component *component)
{
	for (size_t i = 0; i < component->bindings.count; i++)
		if (is_dataport(&component->bindings.items[i]))
			return true;
	return false;
}

static void dataports(const struct emit_context *context)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	if (!has_dataports(component))
		return;
	out_text(out, "\n");
	out_line(out, "static const struct causeway_dataport *const causeway_g_dataports[] = {");
	out_indent(out);
	for (size_t i = 0; i < component->bindings.count; i++)
		if (is_dataport(&component->bindings.items[i]))
			out_line(out, "&causeway_g_%s,", component->bindings.items[i].interface);
	out_dedent(out);
	out_line(out, "};");
}

/* The binding of the interface that a strand belongs to; NULL for the control strand. */
static const struct model_binding *strand_binding(const struct model_component *component,
						  const struct model_strand *strand)
{
	for (size_t i = 0; strand->interface && i < component->bindings.count; i++)
		if (!strcmp(component->bindings.items[i].interface, strand->interface))
			return &component->bindings.items[i];
	return NULL;
}

static const char *strand_serve(const struct model_binding *binding)
{
	return binding ? emit_binding_of(binding)->serve : NULL;
}

/* Each stack has a page of its own below it, which a substrate may take away. */
static void stacks(const struct emit_context *context)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->strands.count; i++) {
		out_line(out, "static struct {");
		out_line(out, "\tunsigned char guard[CAUSEWAY_STACK_ALIGNMENT];");
		out_line(out, "\tunsigned char stack[%" PRIu64 "];", component->strands.items[i].stack_size);
		out_line(out, "} causeway_g_stack_%zu __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));",
			 i);
	}
	out_line(out, "static const struct causeway_guard causeway_g_guards[]");
	out_line(out, "\t__attribute__((used, section(\"causeway_guards\"))) = {");
	out_indent(out);
	for (size_t i = 0; i < component->strands.count; i++)
		out_line(out, "{ causeway_g_stack_%zu.guard, \"%s\" },", i,
			 out_cstr(context->compilation->arena, component->strands.items[i].name));
	out_dedent(out);
	out_line(out, "};");
}

static void strand_functions(const struct emit_context *context)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->strands.count; i++) {
		const struct model_binding *binding = strand_binding(component, &component->strands.items[i]);
		if (!strand_serve(binding))
			continue;
		out_text(out, "\n");
		out_line(out, "static void causeway_g_%s_serve(void)", binding->interface);
		out_line(out, "{");
		const char *suffix = emit_binding_of(binding)->serve_suffix;
		out_line(out, "\t%s(&causeway_g_%s%s);", strand_serve(binding), binding->interface,
			 suffix ? suffix : "");
		out_line(out, "}");
	}
}

static void strand_row(const struct emit_context *context, const struct model_component *component,
		       size_t index)
{
	struct arena *arena = context->compilation->arena;
	const struct model_strand *strand = &component->strands.items[index];
	const struct model_binding *binding = strand_binding(component, strand);
	const char *initialise = binding && !strand->serves_only
					 ? arena_format(arena, "%s__init", binding->interface)
					 : "NULL";
	const char *control = emit_group_control(context, index);
	const char *serve = control ? control
			    : strand_serve(binding)
				    ? arena_format(arena, "causeway_g_%s_serve", binding->interface)
				    : "NULL";
	out_line(context->out,
		 "{ \"%s\", %s, %s, causeway_g_stack_%zu.stack, sizeof causeway_g_stack_%zu.stack },",
		 out_cstr(arena, strand->name), initialise, serve, index, index);
}

static void strands(const struct emit_context *context)
{
	struct out *out = context->out;
	const struct model_component *component = context->pd->component;
	strand_functions(context);
	out_text(out, "\n");
	out_line(out, "/* Strands: the threads of the component, and their stacks. */");
	stacks(context);
	out_line(out, "static struct causeway_strand_state causeway_g_strand_states[%zu];",
		 component->strands.count);
	out_line(out, "static const struct causeway_strand causeway_g_strands[] = {");
	out_indent(out);
	for (size_t i = 0; i < component->strands.count; i++)
		strand_row(context, component, i);
	out_dedent(out);
	out_line(out, "};");
}

/* The row of a channel, and its macro's name; NULL: nothing comes there. */
static const char *channel_row(const struct emit_context *context, unsigned id, const char **macro)
{
	for (size_t i = 0; i < context->names->channels.count; i++) {
		const struct names_channel *channel = &context->names->channels.items[i];
		if (channel->own->id != id || !channel->binding ||
		    !emit_binding_of(channel->binding)->channel)
			continue;
		*macro = channel->macro;
		const char *row = emit_binding_of(channel->binding)->channel(context, channel->binding, id);
		if (row)
			return row;
	}
	return NULL;
}

/* Interrupts have ids among those of channels. */
static const char *irq_row(const struct emit_context *context, unsigned id, const char **macro)
{
	for (size_t i = 0; i < context->names->irqs.count; i++) {
		const struct names_irq *irq = &context->names->irqs.items[i];
		if (irq->irq->id != id || !irq->binding)
			continue;
		*macro = irq->macro;
		return emit_binding_of(irq->binding)->channel(context, irq->binding, id);
	}
	return NULL;
}

static const char *row_of(const struct emit_context *context, unsigned id, const char **macro)
{
	const char *row = channel_row(context, id, macro);
	return row ? row : irq_row(context, id, macro);
}

/* Returns how many rows the table has: up to the last channel that is listened to. */
static unsigned channels(const struct emit_context *context)
{
	struct out *out = context->out;
	const char *macro;
	unsigned count = 0;
	for (unsigned id = 0; id < CHANNEL_IDS; id++)
		if (row_of(context, id, &macro))
			count = id + 1;
	if (!count)
		return 0;
	out_text(out, "\n");
	out_line(out, "/* What comes over a channel, by its id: a notification's function and object, a "
		      "caller. */");
	out_line(out, "static const struct causeway_channel causeway_g_channels[] = {");
	out_indent(out);
	for (unsigned id = 0; id < count; id++) {
		const char *row = row_of(context, id, &macro);
		if (row)
			out_line(out, "{ %s }, /* %s */", row, macro);
		else
			out_line(out, "{ NULL, NULL, NULL },");
	}
	out_dedent(out);
	out_line(out, "};");
	return count;
}

static bool is_called(const struct model_component *component)
{
	for (size_t i = 0; i < component->bindings.count; i++) {
		const struct model_binding *binding = &component->bindings.items[i];
		for (size_t j = 0; j < binding->links.count; j++)
			if (binding->kind == MODEL_BINDING_SERVE &&
			    binding->links.items[j].transport == MODEL_TRANSPORT_PPC)
				return true;
	}
	return false;
}

static void component_table(const struct emit_context *context, unsigned channel_count)
{
	struct out *out = context->out;
	struct arena *arena = context->compilation->arena;
	const struct model_component *component = context->pd->component;
	out_text(out, "\n");
	out_line(out, "const struct causeway_component causeway_g_component = {");
	out_indent(out);
	out_line(out, "\"%s\",", out_cstr(arena, component->instance));
	out_line(out, "\"%s\",", out_cstr(arena, component->type));
	out_line(out, "%u, /* affinity */", context->pd->cpu);
	out_line(out, "%u, /* getpid() */", context->pd->index + FIRST_NUMBER);
	out_line(out, "%spre_init,", component->members.count ? "causeway_g_" : "");
	out_line(out, "%spost_init,", component->members.count ? "causeway_g_" : "");
	out_line(out, "%s,", component->control ? "run" : "NULL");
	out_line(out, "causeway_g_strands,");
	out_line(out, "causeway_g_strand_states,");
	out_line(out, "sizeof causeway_g_strands / sizeof *causeway_g_strands,");
	out_line(out, "%s,", channel_count ? "causeway_g_channels" : "NULL");
	out_line(out, "%s,",
		 channel_count ? "sizeof causeway_g_channels / sizeof *causeway_g_channels" : "0");
	out_line(out, "%s,", has_dataports(component) ? "causeway_g_dataports" : "NULL");
	out_line(out, "%s,",
		 has_dataports(component) ? "sizeof causeway_g_dataports / sizeof *causeway_g_dataports"
					  : "0");
	out_line(out, "%s, /* serves protected procedures */", is_called(component) ? "true" : "false");
	out_line(out, "CAUSEWAY_ERROR_MODE,");
	out_dedent(out);
	out_line(out, "};");
}

struct out *emit_glue_c(struct compilation *compilation, const struct model *model, const struct model_pd *pd)
{
	struct names names = names_create(compilation, model, pd);
	struct out *out = out_create(compilation->arena);
	struct emit_context context = { compilation, model, pd, &names, out };
	out_line(out, "/*");
	out_line(out, " * Instance %s of component %s%s: what joins its program to the component runtime.",
		 pd->component->instance, pd->component->type,
		 names_comment_place(compilation, pd->component->range));
	out_line(out, " */");
	includes(&context);
	heap(&context);
	emit_attributes_define(&context);
	emit_group_define(&context);
	notification(&context);
	emit_locks_define(&context);
	for_bindings(&context, EMIT_OBJECTS);
	dma_pools(&context);
	emit_hardware(&context);
	for_bindings(&context, EMIT_TABLES);
	dataports(&context);
	for_bindings(&context, EMIT_DEFINE);
	emit_own_default(&context);
	strands(&context);
	component_table(&context, channels(&context));
	return out;
}
