#include "expect/expect.h"
#include "expect/tail.h"

enum { KEPT_MAX = 1 << 20, LINE_SEEN = 1024 };

struct expect_output {
	struct arena *arena;
	struct expect_tail kept;
	char line[LINE_SEEN]; /* that is being printed, its beginning */
	size_t line_length;
	const char *finding;
};

struct expect_output *expect_output_create(struct arena *arena)
{
	struct expect_output *output = ARENA_NEW(arena, struct expect_output);
	output->arena = arena;
	output->kept = expect_tail_create(arena, KEPT_MAX);
	return output;
}

static void watch_for_findings(struct expect_output *output, char byte)
{
	if (byte != '\n') {
		if (output->line_length < LINE_SEEN - 1)
			output->line[output->line_length++] = byte;
		return;
	}
	output->line[output->line_length] = '\0';
	output->line_length = 0;
	if (!output->finding && expect_is_finding(output->line))
		output->finding = arena_strdup(output->arena, output->line);
}

void expect_output_add(struct expect_output *output, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		watch_for_findings(output, bytes[i]);
	expect_tail_add(&output->kept, bytes, length);
}

void expect_output_tell(const struct expect_output *output, struct expect_result *result)
{
	result->output = output->kept.bytes;
	result->length = output->kept.length;
	result->finding = output->finding;
}
