/*
 * The reader of system descriptions: any text is either read or has an error; what is read can be checked and
 * compared, and what can be said in a dialect is read again as it was written.
 */

#include "fuzz.h"

#include "sdf/sdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void round_trip(struct compilation *compilation, const struct model *model, enum sdf_dialect dialect)
{
	struct out *once = out_create(compilation->arena), *twice = out_create(compilation->arena);
	sdf_write(once, model, dialect);
	const struct model *again =
		sdf_read_text(compilation, "written", out_string(once), out_length(once), dialect);
	if (!again)
		abort();
	sdf_write(twice, again, dialect);
	if (strcmp(out_string(once), out_string(twice)) != 0)
		abort();
}

static void use(struct compilation *compilation, const struct model *model)
{
	struct model_rules rules = sdf_rules(sdf_dialect_of(model));
	model_check(compilation, model, &rules, MODEL_CHECK_ALL);
	if (sdf_diff(out_create(compilation->arena), model, model))
		abort();
	for (unsigned dialect = SDF_AUTO + 1; dialect < SDF_DIALECT_COUNT; dialect++)
		if (sdf_check(compilation, model, (enum sdf_dialect)dialect))
			round_trip(compilation, model, (enum sdf_dialect)dialect);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	struct compilation *compilation = compilation_create(nowhere);
	char *text = arena_alloc(compilation->arena, size + 1);
	memcpy(text, data, size);
	const struct model *model = sdf_read_text(compilation, "t", text, size, SDF_AUTO);
	if (model)
		use(compilation, model);
	compilation_destroy(compilation);
	fclose(nowhere);
	return 0;
}
