/* Writes the outputs of the emitters' test models below the folder that is given. */
#include "emit/emit.h"

#include <string.h>

#include "../unit/emit_models.inc"

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		const struct model *(*make)(struct compilation *);
	} models[] = { { "ping-pong", emit_model_ping_pong }, { "corners", emit_model_corners } };
	if (argc != 2)
		return 2;
	struct compilation *compilation = compilation_create(stderr);
	bool ok = true;
	struct out_set *files = out_set_create(compilation->arena);
	const char *failed;
	for (size_t i = 0; i < sizeof models / sizeof *models; i++)
		ok &= emit_all(compilation, models[i].make(compilation),
			       arena_format(compilation->arena, "%s/%s", argv[1], models[i].name), files);
	ok = ok && !out_set_commit(files, &failed);
	compilation_destroy(compilation);
	return ok ? 0 : 1;
}
