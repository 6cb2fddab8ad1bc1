/*
 * What instance bare of component Reader (attributes.camkes:69) offers its program.
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
__extension__ struct shape {
	char *name;
	struct point corners[0];
	int sizes[0];
	char *tags[0];
	struct camkes_anon_struct_1 mark;
};

/* attribute int plain (attributes.camkes:18) */
#define plain_DEF 6
extern const int plain;

/* attribute int negative (attributes.camkes:19) */
#define negative_DEF -2147483648
extern const int negative;

/* attribute int flag (attributes.camkes:20) */
#define flag_DEF 1
extern const int flag;

/* attribute int wide (attributes.camkes:21) */
#define wide_DEF 4159700992
extern const int wide;

/* attribute int real (attributes.camkes:22) */
#define real_DEF (int)3.5
extern const int real;

/* attribute unsigned int large (attributes.camkes:23) */
#define large_DEF 4000000000u
extern const unsigned int large;

/* attribute char letter (attributes.camkes:24) */
#define letter_DEF 65
extern const char letter;

/* attribute char high (attributes.camkes:25) */
#define high_DEF 200
extern const char high;

/* attribute signed char below (attributes.camkes:26) */
#define below_DEF -3
extern const signed char below;

/* attribute unsigned char byte (attributes.camkes:27) */
#define byte_DEF 255
extern const unsigned char byte;

/* attribute int64_t least (attributes.camkes:28) */
#define least_DEF INT64_MIN
extern const int64_t least;

/* attribute int64_t far (attributes.camkes:29) */
#define far_DEF INT64_C(5000000000)
extern const int64_t far;

/* attribute uint64_t most (attributes.camkes:30) */
#define most_DEF UINT64_C(18446744073709551615)
extern const uint64_t most;

/* attribute string text (attributes.camkes:31) */
#define text_DEF "a\tb\\ \x41 \033[0m ?\?/"
extern const char *text;

/* attribute string joined (attributes.camkes:32) */
#define joined_DEF "one, two"
extern const char *joined;

/* attribute int unset (attributes.camkes:33) has no value */
extern const int unset;

/* attribute int numbers[] (attributes.camkes:35) */
#define numbers_DEF { }
__extension__ extern const int numbers[0];

/* attribute string words[] (attributes.camkes:36) */
#define words_DEF { "alpha", "beta" }
extern const char *words[2];

/* attribute int nothing[] (attributes.camkes:37) */
#define nothing_DEF { }
__extension__ extern const int nothing[0];

/* attribute int converted[] (attributes.camkes:38) */
#define converted_DEF { (int)4294967295, (int)1.5 }
extern const int converted[2];

/* attribute int unknown_length[] (attributes.camkes:39) has no value */
extern const int unknown_length[];

/* attribute point origin (attributes.camkes:41) */
#define origin_DEF { 1, 7 }
extern const struct point origin;

/* attribute shape unset_shape (attributes.camkes:42) has no value */
extern const struct shape unset_shape;

#ifdef __cplusplus
}
#endif

#endif
