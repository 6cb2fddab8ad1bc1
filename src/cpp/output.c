#include "cpp/output.h"

#include <string.h>

enum { LINES_KEPT = 8, INDENT_MAX = 256 };

/* Bytes before LOC on its line. */
static unsigned column_of(const struct cpp_output *output, const struct cpp_token *token)
{
	const struct src_file *file = output->source->file;
	src_loc loc = src_range_written(cpp_range(token), token->expansion).begin;
	unsigned column = 0;
	if (loc < file->base || loc > file->base + file->length)
		return 0;
	for (const char *at = file->text + (loc - file->base);
	     at > file->text && at[-1] != '\n' && column < INDENT_MAX; at--)
		column++;
	return column;
}

/* Lines and indentation stay as they are: strings may be longer than a line. */
static void begin_line(struct cpp_output *output, const struct cpp_token *token)
{
	bool same = output->source == output->run->buffer->source && token->line > output->line;
	unsigned lines = same ? token->line - output->line : 1;
	output->source = output->run->buffer->source;
	output->line = token->line;
	for (unsigned i = 0; output->last.text && i < (lines > LINES_KEPT ? 1 : lines); i++)
		out_bytes(output->text, "\n", 1);
	for (unsigned i = column_of(output, token); i; i--)
		out_bytes(output->text, " ", 1);
}

static bool extends(const struct cpp_output *output, uint32_t offset, const struct cpp_token *token)
{
	if (!output->segments.count || token->expansion || token->length != token->width)
		return false;
	const struct src_segment *last = &output->segments.items[output->segments.count - 1];
	return !last->expansion && token->loc >= last->origin &&
	       token->loc - last->origin == offset - last->offset;
}

static void add_segment(struct cpp_output *output, const struct cpp_token *token)
{
	uint32_t offset = (uint32_t)out_length(output->text);
	if (extends(output, offset, token)) {
		struct src_segment *last = &output->segments.items[output->segments.count - 1];
		last->length = offset + token->length - last->offset;
		return;
	}
	VEC_PUSH(output->run->arena, &output->segments,
		 (struct src_segment){ offset, token->width, token->loc, token->expansion });
}

void cpp_output_token(struct cpp_output *output, const struct cpp_token *token)
{
	if (token->flags & CPP_LINE)
		begin_line(output, token);
	else if (token->flags & CPP_SPACE ||
		 (token->flags & CPP_BOUNDARY && output->last.text && cpp_would_paste(&output->last, token)))
		out_bytes(output->text, " ", 1);
	add_segment(output, token);
	out_bytes(output->text, token->text, token->length);
	output->last = *token;
}

const struct src_file *cpp_output_end(struct cpp_output *output, const char *name)
{
	if (output->last.text)
		out_bytes(output->text, "\n", 1);
	return src_map_add_made(output->run->compilation->sources, name, out_string(output->text),
				out_length(output->text), output->segments.items, output->segments.count);
}
