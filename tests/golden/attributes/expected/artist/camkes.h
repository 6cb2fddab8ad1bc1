/*
 * What instance artist of component Artist (attributes.camkes:70) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* struct point (attributes.camkes:2) */
struct point {
	int x;
	int y;
};

/* struct without a name (attributes.camkes:12) */
struct camkes_anon_struct_1 {
	int64_t id;
	char grade;
};

/* struct shape (attributes.camkes:7) */
struct shape {
	char *name;
	struct point corners[3];
	int sizes[3];
	char *tags[2];
	struct camkes_anon_struct_1 mark;
};

/* struct without a name (attributes.camkes:49) */
struct camkes_anon_struct_3 {
	char *key;
	int value;
};

/* attribute shape drawing (attributes.camkes:47) */
#define drawing_DEF { (char *)"triangle", { { 0, 0 }, { 3, 7 }, { 0, 4 } }, { 3, 4, 5 }, { \
	(char *)"right", (char *)"small" }, { INT64_C(12345678901), 66 } }
extern const struct shape drawing;

/* attribute point path[] (attributes.camkes:48) */
#define path_DEF { { 10, 11 }, { 20, 7 } }
extern const struct point path[2];

/* attribute struct pair (attributes.camkes:49) */
#define pair_DEF { (char *)"pair", 3 }
extern const struct camkes_anon_struct_3 pair;

#ifdef __cplusplus
}
#endif

#endif
