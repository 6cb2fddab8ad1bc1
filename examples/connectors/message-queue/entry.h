#pragma once

/* One message. */
typedef struct {
	int number;
	char text[44];
} entry_t;
