/*
 * Running another program and waiting for it.
 */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include "base/arena.h"

/*
 * Runs ARGUMENTS (NULL-terminated, found on PATH). Its standard output and error go to LOG, or where ours go when LOG
 * is NULL. Returns its exit status, 128 plus the signal that ended it, or a negative errno value.
 */
int process_run(struct arena *arena, const char *const *arguments, const char *log);

#endif
