/*
 * Runs another program and collects what it writes.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/file.h"

struct process_result {
	int status; /* as from waitpid */
	struct file_text output;
	struct file_text errors;
};

/*
 * Runs ARGUMENTS (NULL-terminated; the program is looked up in PATH) with INPUT, or nothing when it is NULL,
 * as its standard input, in the C locale. Returns 0 or an errno value; output beyond FILE_SIZE_MAX is EFBIG.
 */
int process_run(struct arena *arena, char *const *arguments, const struct file_text *input,
		struct process_result *result);

#endif
