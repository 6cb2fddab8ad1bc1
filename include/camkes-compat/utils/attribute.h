/*
 * libutils keeps its attribute macros here too.
 */
#ifndef CAMKES_COMPAT_UTILS_ATTRIBUTE_H
#define CAMKES_COMPAT_UTILS_ATTRIBUTE_H

#include "util.h"

#endif
