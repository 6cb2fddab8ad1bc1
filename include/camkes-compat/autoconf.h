/*
 * Where the seL4 build keeps its configuration. A component has none beside its CMake files.
 */
#ifndef CAMKES_COMPAT_AUTOCONF_H
#define CAMKES_COMPAT_AUTOCONF_H

#define CONFIG_MAX_NUM_NODES 1

#endif
