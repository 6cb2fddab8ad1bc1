/*
 * What is known of folders that files are looked for in, again and again: most lookups along a search path
 * fail, and need not ask the system each.
 */
#ifndef BASE_FOLDERS_H
#define BASE_FOLDERS_H

#include "base/intern.h"

#include <stdbool.h>

struct folders;

struct folders *folders_create(struct arena *arena, struct intern *names);

/* False when FOLDER has no entry with which the relative path NAME could begin; true says nothing. */
bool folders_may_have(struct folders *folders, const char *folder, const char *name);

#endif
