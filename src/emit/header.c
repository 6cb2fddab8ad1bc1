/*
 * <pd>_pd.h: each channel id, address and size of a protection domain as a macro, so that no program copies a
 * number.
 */
#include "emit/emit.h"

#include "emit/names.h"

#include <inttypes.h>

static const char *connection_text(struct compilation *compilation, const struct model_binding *binding,
				   struct src_range range)
{
	const char *place = names_comment_place(compilation, range);
	if (!binding)
		return place;
	return arena_format(compilation->arena, ", %s %s%s", binding->connector, binding->connection, place);
}

static void channels(struct compilation *compilation, struct out *out, const struct names *names)
{
	for (size_t i = 0; i < names->channels.count; i++) {
		const struct names_channel *item = &names->channels.items[i];
		out_text(out, "\n");
		out_line(out, "/* channel with %s, whose id is %u%s */", item->peer->pd->name, item->peer->id,
			 connection_text(compilation, item->binding, item->channel->range));
		out_line(out, "#define %s %u", item->macro, item->own->id);
	}
}

static void irqs(struct compilation *compilation, struct out *out, const struct names *names)
{
	for (size_t i = 0; i < names->irqs.count; i++) {
		const struct names_irq *item = &names->irqs.items[i];
		out_text(out, "\n");
		out_line(out, "/* interrupt%s */",
			 connection_text(compilation, item->binding, item->irq->range));
		out_line(out, "#define %s %u", item->macro, item->irq->id);
	}
}

static const char *perms_text(unsigned perms)
{
	static const char *const texts[] = { "", "r", "w", "rw", "x", "rx", "wx", "rwx" };
	return texts[perms & 7];
}

static void maps(struct compilation *compilation, struct out *out, const struct names *names)
{
	for (size_t i = 0; i < names->maps.count; i++) {
		const struct names_map *item = &names->maps.items[i];
		out_text(out, "\n");
		out_line(out, "/* memory region %s, %s%s */", item->map->region->name,
			 perms_text(item->map->perms),
			 connection_text(compilation, item->binding, item->map->range));
		out_line(out, "#define %s 0x%" PRIx64, item->address, item->map->vaddr);
		out_line(out, "#define %s 0x%" PRIx64, item->size, item->map->region->size);
	}
}

struct out *emit_header(struct compilation *compilation, const struct model *model, const struct model_pd *pd)
{
	struct names names = names_create(compilation, model, pd);
	struct out *out = out_create(compilation->arena);
	const char *guard = names_macro(compilation->arena, pd->name);
	out_line(out, "/*");
	out_line(out, " * Channels and memory of protection domain %s, as %s.system has them.", pd->name,
		 model->name);
	out_line(out, " */");
	out_line(out, "#ifndef %s_PD_H", guard);
	out_line(out, "#define %s_PD_H", guard);
	channels(compilation, out, &names);
	irqs(compilation, out, &names);
	maps(compilation, out, &names);
	out_text(out, "\n");
	out_line(out, "#endif");
	return out;
}
