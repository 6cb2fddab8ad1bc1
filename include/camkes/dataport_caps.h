/*
 * What an end of a seL4SharedDataWithCaps connection is: <interface>_handle. A protection domain holds no
 * capabilities to the frames of its memory, so what would hand them out is an error at compile time.
 */
#ifndef CAMKES_DATAPORT_CAPS_H
#define CAMKES_DATAPORT_CAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct causeway_dataport_caps {
	unsigned id; /* <interface>_id of the instance */
	size_t size; /* bytes */
	bool readable, writable;
} dataport_caps_handle_t;

static inline unsigned dataport_get_id(dataport_caps_handle_t *dataport)
{
	return dataport->id;
}

static inline size_t dataport_get_size(dataport_caps_handle_t *dataport)
{
	return dataport->size;
}

/* Of the pages that it is mapped with at least. */
static inline size_t dataport_get_frame_size_bits(dataport_caps_handle_t *dataport)
{
	(void)dataport;
	return seL4_PageBits;
}

static inline seL4_CapRights_t dataport_get_rights(dataport_caps_handle_t *dataport)
{
	return seL4_CapRights_new(0, 0, dataport->readable, dataport->writable);
}

#define CAUSEWAY_HAS_NO(result, call, parameters)                                                            \
	result call parameters __attribute__((error(                                                         \
		#call                                                                                        \
		" hands out capabilities to frames, which a protection domain does not hold; what else is "  \
		"to have the memory gets a map of the connection's memory region")))

CAUSEWAY_HAS_NO(seL4_CPtr, dataport_get_nth_frame_cap, (dataport_caps_handle_t * dataport, unsigned n));
CAUSEWAY_HAS_NO(unsigned, dataport_get_num_frame_caps, (dataport_caps_handle_t * dataport));
CAUSEWAY_HAS_NO(seL4_CPtr *, dataport_get_frame_caps, (dataport_caps_handle_t * dataport));
CAUSEWAY_HAS_NO(void, dataport_free_frame_caps, (dataport_caps_handle_t * dataport, seL4_CPtr *frame_caps));

#undef CAUSEWAY_HAS_NO

#ifdef __cplusplus
}
#endif

#endif
