#include "cli/flavour.h"

#include <string.h>

static bool fail(struct cli *cli, const char *what)
{
	diag_report(cli->compilation->diag, DIAG_BUILD, (struct src_range){ 0, 0 }, "%s", what);
	return false;
}

bool flavour_choose(struct cli *cli, struct flavour *flavour)
{
	struct arena *arena = cli->compilation->arena;
	const char *wanted = cli->options.sanitize ? cli->options.sanitize : "";
	char *list = arena_strdup(arena, wanted), *rest;
	bool address = false, undefined = false;
	for (char *name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
		bool is_address = !strcmp(name, "address");
		if (!is_address && strcmp(name, "undefined") != 0)
			return fail(
				cli,
				arena_format(arena,
					     "there is no sanitizer '%s' for protection domains; there are "
					     "'address' and 'undefined'",
					     name));
		address |= is_address;
		undefined |= !is_address;
	}
	flavour->hosted = address || cli->options.hosted || cli->options.valgrind;
	flavour->toolchain = flavour->hosted ? "cmake/causeway-hosted.cmake" : "cmake/causeway-linux.cmake";
	flavour->sanitizers = address && undefined ? "address,undefined"
			      : address		   ? "address"
			      : undefined	   ? "undefined"
						   : "";
	if (cli->toolchain.count && (flavour->hosted || undefined))
		return fail(cli, "sanitizers, valgrind and hosted programs are for the board linux");
	if (address && cli->options.valgrind)
		return fail(cli, "valgrind cannot run programs that have the address sanitizer");
	return true;
}

bool flavour_is_given(struct cli *cli, const char *path)
{
	const char *option = cli->options.sanitize	     ? "--sanitize"
			     : cli->options.sanitize_recover ? "--sanitize-recover"
			     : cli->options.hosted	     ? "--hosted"
							     : NULL;
	if (!option)
		return true;
	diag_report_file(cli->compilation->diag, DIAG_BUILD, path,
			 "%s chooses how programs are compiled, and those of this system are built already; "
			 "build them "
			 "with a toolchain file, %s/cmake/causeway-linux.cmake or causeway-hosted.cmake, and "
			 "-DCAUSEWAY_SANITIZE=...",
			 option, cli->home);
	return false;
}
