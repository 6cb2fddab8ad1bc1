/*
 * Each protection domain is a box, a table in Graphviz' HTML-like labels, shaded by its priority. Memory that
 * only one maps is a row of that box; memory that several map is a node of its own, with an edge to each. All
 * channels of a pair that carry the same are one edge, with the ids at its ends: blue notifies, red calls as
 * well.
 *
 * With many protection domains, rows become counts, and what joins a pair, memory included, becomes a single
 * edge. Where a few serve many, the picture is then as long as there are many, and goes down the page.
 */
#include "emit/graph.h"

#include "emit/graph_share.h"

#include <inttypes.h>
#include <string.h>

#define CALL_COLOUR "#b5382f"
#define NOTIFY_COLOUR "#2f62b5"
#define MEMORY_COLOUR "#d0a83c"

enum { LARGE_SYSTEM = 12, IDS_LISTED = 4, REGIONS_LISTED = 8, SHADES = 5 };

struct graph {
	struct arena *arena;
	const struct model *model;
	struct out *out;
	const struct graph_share *shares; /* by the index of the region */
	bool large;
};

static const char *html(const struct graph *graph, const char *text)
{
	return out_xml(graph->arena, text);
}

/* "64 KiB" */
static const char *size_text(const struct graph *graph, uint64_t size)
{
	static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB" };
	unsigned unit = 0;
	while (size && size % 1024 == 0 && unit + 1 < sizeof units / sizeof *units) {
		size /= 1024;
		unit++;
	}
	return arena_format(graph->arena, "%" PRIu64 " %s", size, units[unit]);
}

static const char *perms_text(const struct graph *graph, unsigned perms)
{
	return arena_format(graph->arena, "%s%s%s", perms & MODEL_PERM_READ ? "r" : "",
			    perms & MODEL_PERM_WRITE ? "w" : "", perms & MODEL_PERM_EXECUTE ? "x" : "");
}

static const char *region_text(const struct graph *graph, const struct model_region *region)
{
	const char *where =
		region->has_phys_addr ? arena_format(graph->arena, " at 0x%" PRIx64, region->phys_addr) : "";
	return arena_format(graph->arena, "%s, %s%s", html(graph, region->name),
			    size_text(graph, region->size), where);
}

/* ------------------------------------------------------------ protection domains */

/* Higher priorities are darker, in as many steps as there are shades. */
static const char *shade(const struct graph *graph, const struct model_pd *pd)
{
	static const char *const shades[SHADES] = { "#f7fbff", "#e6f0fa", "#d3e4f3", "#bdd5eb", "#a3c4e2" };
	unsigned below = 0, others = 0;
	for (size_t i = 0; i < graph->model->pds.count; i++) {
		unsigned priority = graph->model->pds.items[i]->priority;
		below += priority < pd->priority;
		others += priority != pd->priority;
	}
	return shades[others ? below * (SHADES - 1) / others : 0];
}

static void row(const struct graph *graph, const char *text)
{
	out_line(graph->out, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"9\">%s</FONT></TD></TR>", text);
}

static void irq_row(const struct graph *graph, const struct model_irq *irq)
{
	const char *source = "";
	switch (irq->kind) {
	case MODEL_IRQ_LINE:
		source = arena_format(graph->arena, "interrupt %" PRIu64, irq->number);
		break;
	case MODEL_IRQ_IOAPIC:
		source = arena_format(graph->arena, "interrupt: I/O APIC %u, pin %u", irq->ioapic, irq->pin);
		break;
	case MODEL_IRQ_MSI:
		source = arena_format(graph->arena, "interrupt: PCI %02x:%02x.%x", irq->pci.bus,
				      irq->pci.device, irq->pci.function);
		break;
	}
	const char *trigger = irq->trigger == MODEL_TRIGGER_EDGE ? ", edge" : "";
	row(graph, arena_format(graph->arena, "&#9889; %s%s &#8594; %u", source, trigger, irq->id));
}

static void irq_rows(const struct graph *graph, const struct model_pd *pd)
{
	if (graph->large && pd->irqs.count > 2)
		row(graph, arena_format(graph->arena, "&#9889; %zu interrupts", pd->irqs.count));
	else
		for (size_t i = 0; i < pd->irqs.count; i++)
			irq_row(graph, pd->irqs.items[i]);
}

static void memory_rows(const struct graph *graph, const struct model_pd *pd)
{
	size_t count = 0;
	for (size_t i = 0; i < pd->maps.count; i++) {
		const struct model_map *map = pd->maps.items[i];
		if (graph->shares[map->region->index].count > 1)
			continue;
		count++;
		if (!graph->large)
			row(graph,
			    arena_format(graph->arena, "&#9645; %s (%s)", region_text(graph, map->region),
					 perms_text(graph, map->perms)));
	}
	if (graph->large && count)
		row(graph, arena_format(graph->arena, "&#9645; %zu memory region%s of its own", count,
					count > 1 ? "s" : ""));
}

static void vm_rows(const struct graph *graph, const struct model_vm *vm)
{
	const char *cpus =
		vm->vcpus.count > 1 ? arena_format(graph->arena, ", %zu CPUs", vm->vcpus.count) : "";
	out_line(graph->out, "<HR/>");
	row(graph, arena_format(graph->arena, "<B>virtual machine %s</B>%s", html(graph, vm->name), cpus));
	for (size_t i = 0; !graph->large && i < vm->maps.count; i++) {
		const struct model_map *map = vm->maps.items[i];
		row(graph, arena_format(graph->arena, "&#9645; %s (%s)", region_text(graph, map->region),
					perms_text(graph, map->perms)));
	}
}

static const char *scheduling_text(const struct graph *graph, const struct model_pd *pd)
{
	const char *text = arena_format(graph->arena, "priority %u", pd->priority);
	if (pd->passive)
		text = arena_format(graph->arena, "%s, passive", text);
	if (pd->has_budget)
		text = arena_format(graph->arena, "%s, %" PRIu64 "/%" PRIu64 " &#181;s", text, pd->budget,
				    pd->period);
	if (pd->cpu)
		text = arena_format(graph->arena, "%s, core %u", text, pd->cpu);
	if (pd->domain)
		text = arena_format(graph->arena, "%s, domain %s", text, html(graph, pd->domain->name));
	return text;
}

static void pd_node(const struct graph *graph, const struct model_pd *pd)
{
	out_line(graph->out,
		 "pd%u [label=<<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" "
		 "STYLE=\"ROUNDED%s\" COLOR=\"#33516e\" BGCOLOR=\"%s\">",
		 pd->index, pd->passive ? ",DASHED" : "", shade(graph, pd));
	out_indent(graph->out);
	out_line(graph->out, "<TR><TD><B>%s</B></TD></TR>", html(graph, pd->name));
	out_line(graph->out, "<TR><TD><FONT POINT-SIZE=\"9\">%s</FONT></TD></TR>",
		 scheduling_text(graph, pd));
	irq_rows(graph, pd);
	for (size_t i = 0; i < pd->ioports.count; i++)
		row(graph, arena_format(graph->arena, "I/O ports 0x%" PRIx64 ", %" PRIu64,
					pd->ioports.items[i]->address, pd->ioports.items[i]->size));
	memory_rows(graph, pd);
	if (pd->vm)
		vm_rows(graph, pd->vm);
	out_dedent(graph->out);
	out_line(graph->out, "</TABLE>>];");
}

/* A protection domain with children is a frame around all of them. */
static void pd_family(const struct graph *graph, const struct model_pd *pd)
{
	if (!pd->children.count) {
		pd_node(graph, pd);
		return;
	}
	out_line(graph->out, "subgraph cluster_%u {", pd->index);
	out_indent(graph->out);
	out_line(graph->out, "label=\"%s and its children\";", out_dot(graph->arena, pd->name));
	out_line(graph->out, "fontsize=9; color=\"#8aa2b8\"; style=\"rounded,dashed\";");
	pd_node(graph, pd);
	for (size_t i = 0; i < pd->children.count; i++)
		pd_family(graph, pd->children.items[i]);
	out_dedent(graph->out);
	out_line(graph->out, "}");
}

/* ------------------------------------------------------------ shared memory */

static bool is_pair_edge(const struct graph *graph, const struct graph_share *share)
{
	return graph->large && share->count == 2;
}

static bool is_mapped_alike(const struct graph_share *a, const struct graph_share *b)
{
	for (size_t i = 0; a->count == b->count && i < a->count; i++)
		if (a->users[i].pd != b->users[i].pd || a->users[i].perms != b->users[i].perms)
			return false;
	return a->count == b->count;
}

/* The region whose node stands for this one as well: the first that the same map in the same way. */
static size_t node_of(const struct graph *graph, size_t index)
{
	size_t first = 0;
	while (!is_mapped_alike(&graph->shares[first], &graph->shares[index]))
		first++;
	return first;
}

/* A line for each region of a node, as long as there are not too many. */
static const char *node_label(const struct graph *graph, size_t node)
{
	const char *label = "";
	size_t count = 0;
	for (size_t i = node; i < graph->model->regions.count; i++) {
		const struct model_region *region = graph->model->regions.items[i];
		if (node_of(graph, i) != node || ++count > REGIONS_LISTED)
			continue;
		const char *where = region->has_phys_addr && !graph->large
					    ? arena_format(graph->arena, " at 0x%" PRIx64, region->phys_addr)
					    : "";
		label = arena_format(graph->arena, "%s%s%s, %s%s", label, *label ? "\\n" : "",
				     out_dot(graph->arena, region->name), size_text(graph, region->size),
				     where);
	}
	return count > REGIONS_LISTED
		       ? arena_format(graph->arena, "%s\\nand %zu more", label, count - REGIONS_LISTED)
		       : label;
}

static void region_node(const struct graph *graph, size_t node)
{
	const struct graph_share *share = &graph->shares[node];
	if (share->count < 2 || is_pair_edge(graph, share) || node_of(graph, node) != node)
		return;
	out_line(graph->out,
		 "mr%zu [label=\"%s\", fontsize=9, shape=cylinder, style=filled, fillcolor=\"#fff6dc\", "
		 "color=\"#b08d2e\"];",
		 node, node_label(graph, node));
	for (size_t i = 0; i < share->count; i++) {
		unsigned perms = share->users[i].perms;
		const char *arrows =
			perms & MODEL_PERM_WRITE ? perms & MODEL_PERM_READ ? "both" : "forward" : "back";
		out_line(graph->out,
			 "pd%u -> mr%zu [label=\"%s\", dir=%s, color=\"#b08d2e\", fontcolor=\"#7a6320\"];",
			 share->users[i].pd->index, node, perms_text(graph, perms), arrows);
	}
}

/* ------------------------------------------------------------ channels */

/* What an end may do: nothing, notify, call. */
static unsigned rights(const struct model_end *end)
{
	return (end->notify ? 1u : 0) | (end->pp ? 2u : 0);
}

/* Does the channel join the same two as FIRST, with the same rights? Its ends may be swapped. */
static bool is_alike(const struct model_channel *first, const struct model_channel *channel, int *turned)
{
	for (*turned = 0; *turned < 2; ++*turned) {
		const struct model_end *a = &channel->ends[*turned], *b = &channel->ends[!*turned];
		if (a->pd == first->ends[0].pd && b->pd == first->ends[1].pd &&
		    rights(a) == rights(&first->ends[0]) && rights(b) == rights(&first->ends[1]))
			return true;
	}
	return false;
}

static const char *add_id(const struct graph *graph, const char *ids, unsigned id, size_t position)
{
	if (position == IDS_LISTED)
		return arena_format(graph->arena, "%s ...", ids);
	return position > IDS_LISTED ? ids : arena_format(graph->arena, "%s%s%u", ids, *ids ? " " : "", id);
}

/* An arrow's head for what the end at its other side may do. */
static const char *arrow(const struct model_end *end)
{
	return end->pp ? "normal" : end->notify ? "vee" : "none";
}

static void channel_edge(const struct graph *graph, size_t index, bool *drawn)
{
	const struct model_channel *first = graph->model->channels.items[index];
	const char *from = "", *to = "";
	size_t count = 0;
	for (size_t i = index; i < graph->model->channels.count; i++) {
		const struct model_channel *channel = graph->model->channels.items[i];
		int turned;
		if (drawn[i] || !is_alike(first, channel, &turned))
			continue;
		drawn[i] = true;
		from = add_id(graph, from, channel->ends[turned].id, count);
		to = add_id(graph, to, channel->ends[!turned].id, count++);
	}
	bool calls = first->ends[0].pp || first->ends[1].pp;
	out_line(graph->out,
		 "pd%u -> pd%u [taillabel=\"%s\", headlabel=\"%s\"%s, dir=both, arrowtail=%s, arrowhead=%s, "
		 "color=\"%s\", "
		 "fontcolor=\"%s\", penwidth=%s];",
		 first->ends[0].pd->index, first->ends[1].pd->index, from, to,
		 calls ? ", label=\"call\"" : "", arrow(&first->ends[1]), arrow(&first->ends[0]),
		 calls ? CALL_COLOUR : NOTIFY_COLOUR, calls ? "#8a1f18" : "#1f4489", calls ? "1.6" : "1");
}

/* ------------------------------------------------------------ large systems */

/* All that joins two protection domains. */
struct pair {
	bool channel;
	bool memory;
	bool calls[2]; /* the lower index calls the higher; the other way round */
};

static struct pair *pair_of(const struct graph *graph, struct pair *pairs, const struct model_pd *a,
			    const struct model_pd *b)
{
	unsigned low = a->index < b->index ? a->index : b->index;
	unsigned high = a->index < b->index ? b->index : a->index;
	return &pairs[low * graph->model->pds.count + high];
}

static struct pair *collect_pairs(const struct graph *graph)
{
	const struct model *model = graph->model;
	struct pair *pairs = ARENA_ARRAY(graph->arena, struct pair, model->pds.count * model->pds.count);
	for (size_t i = 0; i < model->regions.count; i++) {
		const struct graph_share *share = &graph->shares[i];
		if (is_pair_edge(graph, share))
			pair_of(graph, pairs, share->users[0].pd, share->users[1].pd)->memory = true;
	}
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *from = &model->channels.items[i]->ends[end];
			const struct model_end *to = &model->channels.items[i]->ends[!end];
			struct pair *pair = pair_of(graph, pairs, from->pd, to->pd);
			pair->channel = true;
			pair->calls[from->pd->index > to->pd->index] |= from->pp;
		}
	return pairs;
}

/* One line for each thing: the channel, and beside it the memory. */
static void pair_edges(const struct graph *graph)
{
	size_t count = graph->model->pds.count;
	const struct pair *pairs = collect_pairs(graph);
	for (size_t i = 0; i < count * count; i++) {
		const struct pair *pair = &pairs[i];
		if (!pair->channel && !pair->memory)
			continue;
		bool calls = pair->calls[0] || pair->calls[1];
		const char *colour = calls ? CALL_COLOUR : NOTIFY_COLOUR;
		if (!pair->channel)
			colour = MEMORY_COLOUR;
		else if (pair->memory)
			colour = arena_format(graph->arena, "%s:%s", colour, MEMORY_COLOUR);
		out_line(graph->out, "pd%zu -> pd%zu [dir=both, arrowtail=%s, arrowhead=%s, color=\"%s\"];",
			 i / count, i % count, pair->calls[1] ? "normal" : "none",
			 pair->calls[0] ? "normal" : "none", colour);
	}
}

static void io_space_node(const struct graph *graph, const struct model_io_space *space)
{
	out_line(graph->out, "io%u [label=\"%s\\nPCI %02x:%02x.%x\", shape=component];", space->index,
		 out_dot(graph->arena, space->name), space->pci.bus, space->pci.device, space->pci.function);
	for (size_t i = 0; i < space->maps.count; i++) {
		const struct model_iomap *map = space->maps.items[i];
		const struct graph_share *share = &graph->shares[map->region->index];
		if (share->count > 1 && !is_pair_edge(graph, share))
			out_line(graph->out, "io%u -> mr%u [label=\"%s\", dir=none, color=\"#b08d2e\"];",
				 space->index, map->region->index, perms_text(graph, map->perms));
		else if (share->count)
			out_line(graph->out,
				 "io%u -> pd%u [label=\"%s\", dir=none, style=dashed, color=\"#b08d2e\"];",
				 space->index, share->users[0].pd->index,
				 out_dot(graph->arena, map->region->name));
	}
}

static void begin(const struct graph *graph)
{
	out_line(graph->out, "digraph \"%s\" {", out_dot(graph->arena, graph->model->name));
	out_indent(graph->out);
	out_line(graph->out, "graph [fontname=\"Helvetica\", %s];",
		 graph->large ? "rankdir=LR, nodesep=0.12, ranksep=2" : "nodesep=0.5, ranksep=0.7");
	out_line(graph->out, "node [fontname=\"Helvetica\", fontsize=11, shape=plain];");
	out_line(graph->out, "edge [fontname=\"Helvetica\", fontsize=8, arrowsize=0.6, labeldistance=1.7, "
			     "labelangle=35];");
}

struct out *emit_graph(struct compilation *compilation, const struct model *model)
{
	struct graph graph = {
		.arena = compilation->arena,
		.model = model,
		.out = out_create(compilation->arena),
		.shares = graph_shares(compilation->arena, model),
		.large = model->pds.count > LARGE_SYSTEM,
	};
	bool *drawn = ARENA_ARRAY(compilation->arena, bool, model->channels.count);
	begin(&graph);
	for (size_t i = 0; i < model->pds.count; i++)
		if (!model->pds.items[i]->parent)
			pd_family(&graph, model->pds.items[i]);
	for (size_t i = 0; i < model->regions.count; i++)
		region_node(&graph, i);
	if (graph.large)
		pair_edges(&graph);
	for (size_t i = 0; !graph.large && i < model->channels.count; i++)
		if (!drawn[i])
			channel_edge(&graph, i, drawn);
	for (size_t i = 0; i < model->io_spaces.count; i++)
		io_space_node(&graph, model->io_spaces.items[i]);
	out_dedent(graph.out);
	out_line(graph.out, "}");
	return graph.out;
}
