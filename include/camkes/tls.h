/*
 * What CAmkES keeps for each thread. Threads are strands here, which have no capabilities, so all of it is an
 * error at compile time.
 */
#ifndef CAMKES_TLS_H
#define CAMKES_TLS_H

#include <stddef.h>

#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct camkes_tls_t {
	unsigned thread_index;
} camkes_tls_t;

camkes_tls_t *camkes_get_tls(void) __attribute__((error(
	"threads are strands of the runtime and have no capabilities of their own; keep what a thread needs "
	"in variables of its interface")));

#define CAUSEWAY_REPLIES_LATER                                                                               \
	__attribute__((error(                                                                                \
		"a handler may block: the runtime keeps its caller, and other calls go on meanwhile")))

int camkes_declare_reply_cap(seL4_CPtr slot) CAUSEWAY_REPLIES_LATER;
void camkes_protect_reply_cap(void) CAUSEWAY_REPLIES_LATER;
seL4_Error camkes_unprotect_reply_cap(void) CAUSEWAY_REPLIES_LATER;

#undef CAUSEWAY_REPLIES_LATER

#ifdef __cplusplus
}
#endif

#endif
