/*
 * The loader: puts the image's pieces where they belong and starts the kernel.
 */
#ifndef COMMON_LOADER_H
#define COMMON_LOADER_H

#include "abi/sel4_image.h"

/* The loader's end is where the header starts. */
extern const struct sel4_image loader_end[];

/* Where the first instructions hand over. */
_Noreturn void loader_main(void);

/* What each processor architecture gives (loader/<architecture>). */

/* Makes memory cacheable, and the kernel's addresses valid beside physical ones. */
void arch_prepare(const struct sel4_image *image);

/* Memory becomes zero; BEGIN and SIZE are multiples of 64. */
void arch_clear(uint64_t begin, uint64_t size);

/* Makes what was written visible to instruction fetches and to whoever reads memory past the caches. */
void arch_clean(uint64_t begin, uint64_t size);

_Noreturn void arch_enter_kernel(const struct sel4_image *image);

_Noreturn void arch_stop(void);

#endif
