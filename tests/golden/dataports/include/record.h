#ifndef RECORD_H
#define RECORD_H

typedef struct {
	int values[4];
} record_t;

#endif
