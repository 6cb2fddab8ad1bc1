/*
 * Time stamps in connectors, left out as in CAmkES' default: `causeway run --trace FILE` shows when what
 * happened.
 */
#ifndef CAMKES_TIMING_H
#define CAMKES_TIMING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define TIMING_DEFS(prefix, ...)                                                                             \
	void prefix##_timing_get_points(char ***points, size_t *size)                                        \
	{                                                                                                    \
		*points = NULL;                                                                              \
		*size = 0;                                                                                   \
	}                                                                                                    \
	uint64_t prefix##_timing_get_entry(unsigned iteration, char *point)                                  \
	{                                                                                                    \
		(void)iteration;                                                                             \
		(void)point;                                                                                 \
		return 0;                                                                                    \
	}                                                                                                    \
	void prefix##_timing_reset(void)                                                                     \
	{                                                                                                    \
	}

#define TIMESTAMP(point) ((void)0)

#ifdef __cplusplus
}
#endif

#endif
