/*
 * The preprocessor's flags, and what it keeps from text to text.
 */
#ifndef CPP_FLAGS_H
#define CPP_FLAGS_H

#include "cpp/run.h"

/* Folders, in the order in which they are searched: "..." begins with the first, <...> behind the QUOTED
 * ones. */
struct cpp_folders {
	cpp_names items;
	size_t quoted;
};

struct cpp {
	struct compilation *compilation;
	struct cpp_folders folders;
	const struct src_file *directives; /* what -D, -U and -include say */
	cpp_names defined;		   /* interned */
	struct map sources; /* interned path -> struct cpp_source, of all files that were read */
	struct map found;   /* interned name in <> -> struct cpp_source */
	struct map found_quoted;
	const char *unknown; /* a flag that is not understood */
	bool always;	     /* there are flags that may change any text */
};

#endif
