#include "cli/commands.h"
#include "cli/input.h"

#include "base/out.h"
#include "base/process.h"
#include "emit/graph.h"

#include <string.h>

const char command_graph_details[] = "Draws a system: protection domains, shaded by priority; shared memory "
				     "(yellow) with permissions; channels with\n"
				     "their ids, blue, or red where one side may call the other; interrupts, "
				     "virtual machines. The file given with -o\n"
				     "is drawn by Graphviz as its ending says (.svg, .png, .pdf); .dot, or "
				     "no -o, is the text for Graphviz.";

/* What Graphviz calls the format of PATH; NULL: the text as it is. */
static const char *format_of(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;
	return dot && strcmp(dot, ".dot") != 0 && strcmp(dot, ".gv") != 0 && !strchr(dot, '/') ? dot + 1
											       : NULL;
}

/* Graphviz' drawing of TEXT; NULL after an error. */
static struct out *draw(struct cli *cli, const struct out *text, const char *format)
{
	struct arena *arena = cli->compilation->arena;
	char *arguments[] = { arena_strdup(arena, "dot"), arena_format(arena, "-T%s", format), NULL };
	struct file_text input = { .text = out_string(text), .length = out_length(text) };
	struct process_result result;
	int error = process_run(arena, arguments, &input, &result);
	if (error || result.status) {
		const char *why = error ? strerror(error) : result.errors.text;
		diag_report(cli->compilation->diag, DIAG_GRAPH, (struct src_range){ 0, 0 },
			    "Graphviz (dot -T%s) does not draw this: %.*s", format, (int)strcspn(why, "\n"),
			    why);
		return NULL;
	}
	struct out *drawing = out_create(arena);
	out_bytes(drawing, result.output.text, result.output.length);
	return drawing;
}

int command_graph(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	struct input input = input_find(cli, path);
	input.use = INPUT_TO_TAKE; /* to be drawn, not judged */
	const struct model *model = input.kind == INPUT_NONE ? NULL : input_model(cli, &input, NULL);
	if (!model)
		return cli_status(cli);
	const char *output = cli->options.output ? cli->options.output : "-",
		   *format = format_of(cli->options.output);
	struct out *text = emit_graph(cli->compilation, model);
	struct out *drawing = format ? draw(cli, text, format) : text;
	int error = drawing ? out_commit(drawing, output) : 0;
	if (error)
		cli_cannot_write(cli, output, error);
	return cli_status(cli);
}
