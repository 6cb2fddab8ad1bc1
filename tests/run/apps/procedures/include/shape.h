/* Types of the procedure's own. */
#ifndef SHAPE_H
#define SHAPE_H

struct point {
	int x, y;
};

typedef enum { RED, GREEN, BLUE } colour_t;

#endif
