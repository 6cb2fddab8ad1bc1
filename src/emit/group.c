#include "emit/group.h"

#include <inttypes.h>
#include <string.h>

const char *emit_group_folder(struct arena *arena, const struct model_member *member)
{
	return arena_strndup(arena, member->prefix, strlen(member->prefix) - 1);
}

const struct model_pd *emit_group_member(struct compilation *compilation, const struct model_pd *pd,
					 size_t index)
{
	struct arena *arena = compilation->arena;
	const struct model_component *group = pd->component;
	const struct model_member *member = &group->members.items[index];
	size_t length = strlen(member->prefix);
	struct model_pd *view = ARENA_NEW(arena, struct model_pd);
	struct model_component *component = ARENA_NEW(arena, struct model_component);
	*view = *pd;
	*component = (struct model_component){ .instance = member->instance,
					       .type = member->type,
					       .control = member->control,
					       .includes.items = group->includes.items,
					       .includes.count = group->includes.count,
					       .structs.items = group->structs.items,
					       .structs.count = group->structs.count,
					       .range = member->range };
	for (size_t i = 0; i < member->binding_count; i++) {
		struct model_binding binding = group->bindings.items[member->first_binding + i];
		binding.interface += length;
		VEC_PUSH(arena, &component->bindings, binding);
	}
	for (size_t i = 0; i < member->lock_count; i++) {
		struct model_lock lock = group->locks.items[member->first_lock + i];
		lock.name += length;
		VEC_PUSH(arena, &component->locks, lock);
	}
	for (size_t i = 0; i < member->attribute_count; i++) {
		struct model_attribute attribute = group->attributes.items[member->first_attribute + i];
		attribute.name += length;
		VEC_PUSH(arena, &component->attributes, attribute);
	}
	view->component = component;
	return view;
}

static void define_hooks(const struct emit_context *context, const char *hook)
{
	struct out *out = context->out;
	const struct model_component *group = context->pd->component;
	out_text(out, "\n");
	for (size_t i = 0; i < group->members.count; i++)
		out_line(out, "void %s%s(void) WEAK;", group->members.items[i].prefix, hook);
	out_text(out, "\n");
	out_line(out, "static void causeway_g_%s(void)", hook);
	out_line(out, "{");
	for (size_t i = 0; i < group->members.count; i++) {
		const char *prefix = group->members.items[i].prefix;
		out_line(out, "\tif (%s%s)", prefix, hook);
		out_line(out, "\t\t%s%s();", prefix, hook);
	}
	out_line(out, "}");
}

/* malloc() gives out of the group's heap; what a member sees as its own part is as large as it asked for. */
static void define_member(const struct emit_context *context, const struct model_member *member,
			  uint64_t offset)
{
	struct out *out = context->out;
	const char *prefix = member->prefix;
	out_text(out, "\n");
	out_line(out, "/* Member %s of component %s%s. */", member->instance, member->type,
		 names_comment_place(context->compilation, member->range));
	out_line(out, "const char *%sget_instance_name(void);", prefix);
	out_line(out, "const char *%sget_instance_name(void)", prefix);
	out_line(out, "{");
	out_line(out, "\treturn \"%s\";", out_cstr(context->compilation->arena, member->instance));
	out_line(out, "}");
	out_line(out, "extern char *%smorecore_area;", prefix);
	out_line(out, "extern size_t %smorecore_size;", prefix);
	if (context->pd->component->heap_size)
		out_line(out, "char *%smorecore_area = causeway_g_heap + %" PRIu64 ";", prefix, offset);
	else
		out_line(out, "char *%smorecore_area = NULL;", prefix);
	out_line(out, "size_t %smorecore_size = %" PRIu64 ";", prefix, member->heap_size);
	if (!member->control)
		return;
	out_line(out, "int %srun(void);", prefix);
	out_text(out, "\n");
	out_line(out, "static void causeway_g_%scontrol(void)", prefix);
	out_line(out, "{");
	out_line(out, "\t%srun();", prefix);
	out_line(out, "}");
}

void emit_group_define(const struct emit_context *context)
{
	const struct model_component *group = context->pd->component;
	uint64_t offset = 0;
	if (!group->members.count)
		return;
	define_hooks(context, "pre_init");
	define_hooks(context, "post_init");
	for (size_t i = 0; i < group->members.count; i++) {
		define_member(context, &group->members.items[i], offset);
		offset += group->members.items[i].heap_size;
	}
}

const char *emit_group_control(const struct emit_context *context, size_t strand)
{
	const struct model_component *group = context->pd->component;
	for (size_t i = 0; i < group->members.count; i++) {
		const struct model_member *member = &group->members.items[i];
		if (member->control && member->control_strand == strand)
			return arena_format(context->compilation->arena, "causeway_g_%scontrol",
					    member->prefix);
	}
	return NULL;
}
