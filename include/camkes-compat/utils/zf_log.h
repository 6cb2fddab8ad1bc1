/*
 * The log macros of libutils. Warnings, errors and fatal errors are written to stderr; the finer levels only
 * when the component is compiled with -DZF_LOG_LEVEL=1 (verbose) to 3 (information).
 */
#ifndef CAMKES_COMPAT_UTILS_ZF_LOG_H
#define CAMKES_COMPAT_UTILS_ZF_LOG_H

#include <stdio.h>

#define ZF_LOG_VERBOSE 1
#define ZF_LOG_DEBUG 2
#define ZF_LOG_INFO 3
#define ZF_LOG_WARN 4
#define ZF_LOG_ERROR 5
#define ZF_LOG_FATAL 6
#define ZF_LOG_NONE 0xff

#ifndef ZF_LOG_LEVEL
#define ZF_LOG_LEVEL ZF_LOG_WARN
#endif

#define ZF_LOG_WRITE(level, letter, ...)                                                                     \
	do {                                                                                                 \
		if ((level) >= ZF_LOG_LEVEL) {                                                               \
			fprintf(stderr, "%s %s@%s:%d ", (letter), __func__, __FILE__, __LINE__);             \
			fprintf(stderr, __VA_ARGS__);                                                        \
			fputc('\n', stderr);                                                                 \
		}                                                                                            \
	} while (0)

#define ZF_LOG_WRITE_IF(level, letter, condition, ...)                                                       \
	do {                                                                                                 \
		if (condition)                                                                               \
			ZF_LOG_WRITE(level, letter, __VA_ARGS__);                                            \
	} while (0)

#define ZF_LOGV(...) ZF_LOG_WRITE(ZF_LOG_VERBOSE, "V", __VA_ARGS__)
#define ZF_LOGD(...) ZF_LOG_WRITE(ZF_LOG_DEBUG, "D", __VA_ARGS__)
#define ZF_LOGI(...) ZF_LOG_WRITE(ZF_LOG_INFO, "I", __VA_ARGS__)
#define ZF_LOGW(...) ZF_LOG_WRITE(ZF_LOG_WARN, "W", __VA_ARGS__)
#define ZF_LOGE(...) ZF_LOG_WRITE(ZF_LOG_ERROR, "E", __VA_ARGS__)
#define ZF_LOGF(...) ZF_LOG_WRITE(ZF_LOG_FATAL, "F", __VA_ARGS__)

#define ZF_LOGV_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_VERBOSE, "V", condition, __VA_ARGS__)
#define ZF_LOGD_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_DEBUG, "D", condition, __VA_ARGS__)
#define ZF_LOGI_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_INFO, "I", condition, __VA_ARGS__)
#define ZF_LOGW_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_WARN, "W", condition, __VA_ARGS__)
#define ZF_LOGE_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_ERROR, "E", condition, __VA_ARGS__)
#define ZF_LOGF_IF(condition, ...) ZF_LOG_WRITE_IF(ZF_LOG_FATAL, "F", condition, __VA_ARGS__)

#endif
