/*
 * dtb() over any device tree: a blob is refused, or each query has a value or a message.
 */
#include "fuzz.h"

#include "adl/parse.h"
#include "assembly/assembly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char text[] =
	"component A { control; attribute int x[] = []; }\n"
	"assembly { composition { component A a; } configuration {\n"
	"a.p = dtb({\"path\": \"soc|serial\"});\n"
	"a.q = dtb({\"aliases\": \"serial0\"});\n"
	"a.r = dtb({\"chosen\": \"stdout-path\"});\n"
	"a.x = dtb({\"properties\": {\"compatible[0]\": \"uart\", \"reg[*]\": [1, 2]}})[\"reg\"];\n"
	"} }\n";

static void blob_path(const uint8_t *data, size_t size, char *path, size_t room, int *fd)
{
	*fd = memfd_create("dtb", MFD_CLOEXEC);
	if (*fd < 0 || write(*fd, data, size) != (ssize_t)size)
		abort();
	snprintf(path, room, "/proc/self/fd/%d", *fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[64];
	int fd;
	FILE *nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	blob_path(data, size, path, sizeof path, &fd);
	struct compilation *compilation = compilation_create(nowhere);
	const struct adl_options adl = { 0 };
	const struct assembly_options options = { .verify_each = true, .dtb = path };
	const struct adl_spec *spec = adl_parse_text(compilation, &adl, "t", text, sizeof text - 1);
	if (!spec)
		abort();
	assembly_resolve(compilation, spec, &options);
	compilation_destroy(compilation);
	close(fd);
	fclose(nowhere);
	return 0;
}
