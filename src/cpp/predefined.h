/*
 * What the system's C preprocessor defines by itself, as found when this program was built.
 */
#ifndef CPP_PREDEFINED_H
#define CPP_PREDEFINED_H

/* "NAME body" or "NAME(parameter) body"; NULL when NAME is not predefined. */
const char *cpp_predefined(const char *name);

/* Where it looks for <...> after all folders that were named, ending in NULL. */
extern const char *const cpp_system_folders[];

#endif
