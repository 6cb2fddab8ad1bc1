/*
 * What the commands share: the options of the command line, the compilation they report into, and where the
 * tool's own files are.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>

/* Exit statuses. 4 and 5 are launch_run's. */
enum cli_status {
	CLI_DONE = 0,
	CLI_DIAGNOSTICS = 1,
	CLI_USAGE = 2,
	CLI_IO = 3,
	CLI_INTERNAL = 70,
};

typedef VEC(const char *) cli_list;

struct cli_options {
	cli_list inputs;
	cli_list import_paths;
	cli_list cpp_flags;
	cli_list defaults; /* "NAME=N" */
	cli_list search_paths;
	cli_list devices;
	cli_list board_files;
	cli_list warnings; /* what followed -W */
	const char *output;
	const char *cpp;
	const char *dialect;
	const char *to;
	const char *kernel;
	const char *board; /* NULL: linux */
	const char *config;
	const char *sdk;
	unsigned rest; /* milliseconds */
	const char *depfile;
	const char *dump_after;
	const char *dtb;
	const char *gpio_list;
	const char *colour;
	const char *trace;
	const char *sanitize;
	const char *script;
	const char *debug;    /* a protection domain, */
	const char *valgrind; /* and one */
	unsigned error_limit;
	unsigned timeout;  /* seconds; 0: none */
	unsigned patience; /* seconds that a test waits for what is to be printed; 0: as expect does */
	unsigned times;	   /* how often a test is run; 0: once */
	unsigned seed;	   /* of a simulated run, */
	unsigned seeds;	   /* of so many, from that one on; 0: of one */
	bool no_cpp;
	bool forward_references;
	bool strict_reference;
	bool verify_each;
	bool check;
	bool json;
	bool verbose;
	bool simulate;
	bool trace_hash;
	bool stats;
	bool sanitize_recover;
	bool hosted;
	bool help;
};

struct cli {
	struct compilation *compilation;
	struct cli_options options;
	const char *program; /* the path of this program, or NULL when the system does not say */
	const char *home;    /* lib/causeway */
	cli_list toolchain;  /* CMake's definitions for the board's programs; empty: the Linux board's */
	const char *cause;   /* why the last build failed, in short; NULL: unknown */
};

struct cli_command {
	const char *name;
	char letter;	     /* stands for it in the table of options */
	const char *operand; /* what the usage line calls it: "APP|FILE" */
	const char *summary;
	const char *details; /* paragraphs for --help */
	int (*run)(struct cli *cli);
};

/* The status that follows from what has been reported. */
int cli_status(const struct cli *cli);

/* Reports a file that could not be written. */
void cli_cannot_write(struct cli *cli, const char *path, int error);

/* The only input; NULL after a usage error that was reported. */
const char *cli_single_input(struct cli *cli);

#endif
