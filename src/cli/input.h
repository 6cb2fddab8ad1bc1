/*
 * From an input named on the command line to a system model: finds the file, runs the stages that its kind
 * needs.
 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "adl/ast.h"
#include "cli/cli.h"
#include "model/model.h"

enum input_kind { INPUT_NONE, INPUT_CAMKES, INPUT_SYSTEM };

/* What a system description is for, which decides how far it is checked. */
enum input_use {
	INPUT_TO_JUDGE, /* as a whole; program images may yet have to be built */
	INPUT_TO_RUN,	/* the same, with its program images */
	INPUT_TO_TAKE,	/* not as a whole: this tool made it, or it is only looked at */
};

struct input {
	enum input_kind kind; /* INPUT_NONE: an error was reported */
	const char *path;     /* the file */
	const char *folder;   /* the file's folder; "." when the path has none */
	const char *name;     /* the system's name: the file's without folder and ending */
	enum input_use use;
};

/* PATH is a .camkes or .system file, or a folder with one .camkes file. */
struct input input_find(struct cli *cli, const char *path);

/* Whether the folder PATH has exactly one .camkes file. */
bool input_has_one(struct cli *cli, const char *path);

/* Runs all stages that find errors in the input as it is written. False after an error. */
bool input_check(struct cli *cli, const struct input *input);

/*
 * Runs all stages up to the model. NULL after an error. DEPENDENCIES, unless NULL, gets the files that were
 * read.
 */
const struct model *input_model(struct cli *cli, const struct input *input, cli_list *dependencies);

#endif
