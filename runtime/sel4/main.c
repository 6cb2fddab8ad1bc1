/*
 * From the first instruction to the event loop: thread-local variables, constructors. A domain that is
 * restarted comes here again, with its memory as it was.
 */
#include "common.h"

#include "kernel.h"
#include "self.h"

#include <stddef.h>
#include <string.h>

typedef void constructor(void);

/* The linker script's. */
extern constructor *const __init_array_start[];
extern constructor *const __init_array_end[];
extern const char sel4_tls_begin[];
extern const char sel4_tls_size[];
extern const char sel4_tls_stored[];

/* What the processor's convention has before thread-local variables: two words. The C library has few of
 * them. */
enum { TLS_HEAD = 16, TLS_SIZE = 512 };
static _Alignas(64) char tls[TLS_HEAD + TLS_SIZE];

static void construct(void)
{
	size_t size = (size_t)sel4_tls_size;
	if (size <= TLS_SIZE)
		memcpy(tls + TLS_HEAD, sel4_tls_begin, (size_t)sel4_tls_stored);
	for (constructor *const *call = __init_array_start; call < __init_array_end; call++)
		(*call)();
}

void sel4_start(void)
{
	arch_set_thread_pointer(tls);
	construct();
	common_main();
}
