/*
 * CAmkES dataports: the type of `dataport Buf`, and pointers into dataports that mean the same in every
 * component.
 */
#ifndef CAMKES_DATAPORT_H
#define CAMKES_DATAPORT_H

#include <stddef.h>
#include <stdint.h>

#include "../camkes-compat/platsupport/io.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
	char content[4096];
} Buf;

typedef struct {
	int32_t id; /* -1: in no dataport */
	size_t offset;
} dataport_ptr_t;

dataport_ptr_t dataport_wrap_ptr(void *address);

/* NULL when the dataport is not shared with this component. */
void *dataport_unwrap_ptr(dataport_ptr_t pointer);

/*
 * The same for one dataport: what generated <interface>_wrap_ptr and <interface>_unwrap_ptr call. Wrapping
 * returns 0, or -1 where ADDRESS is not in the dataport and *POINTER stays as it is.
 */
struct causeway_dataport;
int causeway_dataport_wrap(const struct causeway_dataport *dataport, dataport_ptr_t *pointer,
			   const void *address);
void *causeway_dataport_unwrap(const struct causeway_dataport *dataport, const dataport_ptr_t *pointer);

#ifdef __cplusplus
}
#endif

#endif
