/*
 * Line markers, as a preprocessor writes them (# N "file" flags) and people may (#line N "file").
 */
#ifndef ADL_MARKER_H
#define ADL_MARKER_H

#include "base/compilation.h"

#include <stdbool.h>

struct adl_marker {
	const char *file; /* interned */
	unsigned line;	  /* of the line behind the marker */
	bool enters;	  /* flag 1: FILE begins here */
	bool system;	  /* flag 3: a header of the system */
};

/* Reads the line from TEXT, which is at a '#', to END; false when it is no marker. */
bool adl_marker_read(struct compilation *compilation, const char *text, const char *end,
		     struct adl_marker *marker);

#endif
