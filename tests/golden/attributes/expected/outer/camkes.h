/*
 * What instance outer of component Outer (attributes.camkes:68) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* attribute string greeting (attributes.camkes:53) */
#define greeting_DEF "hello \042world\042\n"
extern const char *greeting;

/* attribute int count (attributes.camkes:54) */
#define count_DEF 9
extern const int count;

#ifdef __cplusplus
}
#endif

#endif
