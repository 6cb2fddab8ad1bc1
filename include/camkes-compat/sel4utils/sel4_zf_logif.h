/*
 * The log macros of libutils that name an seL4 error.
 */
#ifndef CAMKES_COMPAT_SEL4_ZF_LOGIF_H
#define CAMKES_COMPAT_SEL4_ZF_LOGIF_H

#include "../utils/zf_log.h"

#define ZF_LOGE_IFERR(error, ...) ZF_LOGE_IF((error) != 0, __VA_ARGS__)
#define ZF_LOGW_IFERR(error, ...) ZF_LOGW_IF((error) != 0, __VA_ARGS__)
#define ZF_LOGF_IFERR(error, ...) ZF_LOGF_IF((error) != 0, __VA_ARGS__)

#endif
