/*
 * What the driver and the shell share. The driver fills in a line and notifies the shell; the shell answers with
 * protected calls: SHOW writes the text that it put in place of the line, NEXT asks for the next line.
 */
#ifndef LINE_H
#define LINE_H

#include <stdint.h>

enum { LINE_SIZE = 256 };

enum { LINE_SHOW, LINE_NEXT };

struct line {
	uint32_t length;
	uint32_t ended; /* there are no lines any more */
	char text[LINE_SIZE];
};

#endif
