/*
 * CAmkES dataports: the type of `dataport Buf`, and pointers into dataports that mean the same in every component.
 */
#ifndef CAMKES_DATAPORT_H
#define CAMKES_DATAPORT_H

#include <stddef.h>
#include <stdint.h>

#include "../camkes-compat/platsupport/io.h"
#include "../camkes-compat/utils/util.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
	char content[PAGE_SIZE_4K];
} Buf;

typedef struct {
	int32_t id; /* -1: in no dataport */
	size_t offset;
} dataport_ptr_t;

dataport_ptr_t dataport_wrap_ptr(void *address);

/* NULL when the dataport is not shared with this component. */
void *dataport_unwrap_ptr(dataport_ptr_t pointer);

#ifdef __cplusplus
}
#endif

#endif
