/* From a text to the frozen assembly: any text has errors or an assembly, and every pass keeps its promises.
 */

#include "fuzz.h"

#include "adl/parse.h"
#include "assembly/assembly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An import could name any file of this machine. */
static bool imports(const char *text)
{
	return strstr(text, "import") != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	struct compilation *compilation = compilation_create(nowhere);
	char *text = arena_alloc(compilation->arena, size + 1);
	memcpy(text, data, size);
	const struct adl_options adl = { 0 };
	const struct adl_spec *spec =
		imports(text) ? NULL : adl_parse_text(compilation, &adl, "t", text, size);
	/* The first byte chooses the options, so that the corpus covers both. */
	struct assembly_options options = {
		.verify_each = true,
		.forward_references = size && data[0] == '/',
		.strict = size && data[0] == ' ',
	};
	if (spec)
		assembly_resolve(compilation, spec, &options);
	compilation_destroy(compilation);
	fclose(nowhere);
	return 0;
}
