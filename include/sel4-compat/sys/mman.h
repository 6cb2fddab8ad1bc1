/*
 * Memory of a process, as POSIX has it: what of it a component can ask for (docs/camkes-applications.md). The
 * C library of protection domains on seL4, picolibc, has no such header. Memory is all there, and stays where
 * it is.
 */
#ifndef CAUSEWAY_SYS_MMAN_H
#define CAUSEWAY_SYS_MMAN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Advice for madvise. */
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4

/* For mlockall. */
#define MCL_CURRENT 1
#define MCL_FUTURE 2

/* All return 0, or -1 with errno: EINVAL for what is no page's beginning or no such flag, ENOMEM for a range
 * that ends above all memory. RESIDENT gets 1 for each page. */
int madvise(void *address, size_t size, int advice);
int mincore(void *address, size_t size, unsigned char *resident);
int mlock(const void *address, size_t size);
int munlock(const void *address, size_t size);
int mlockall(int flags);
int munlockall(void);

#ifdef __cplusplus
}
#endif

#endif
