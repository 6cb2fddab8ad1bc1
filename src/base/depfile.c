#include "base/depfile.h"

struct out *depfile_make(struct arena *arena, const char *target, const char *const *inputs, size_t count)
{
	struct out *out = out_create(arena);
	out_text(out, "%s:", out_make(arena, target));
	for (size_t i = 0; i < count; i++)
		out_text(out, " \\\n  %s", out_make(arena, inputs[i]));
	out_text(out, "\n");
	for (size_t i = 0; i < count; i++)
		out_text(out, "\n%s:\n", out_make(arena, inputs[i]));
	return out;
}
