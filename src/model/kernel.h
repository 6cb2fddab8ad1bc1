/*
 * What the kernel under a system can do, as far as it is known.
 */
#ifndef MODEL_KERNEL_H
#define MODEL_KERNEL_H

#include "base/compilation.h"

#include <stdint.h>

enum model_arch { MODEL_ARCH_UNKNOWN, MODEL_ARCH_AARCH64, MODEL_ARCH_RISCV64, MODEL_ARCH_X86_64 };

enum model_support { MODEL_SUPPORT_UNKNOWN, MODEL_SUPPORT_NO, MODEL_SUPPORT_YES };

/* Zero is unknown throughout. */
struct model_kernel {
	const char *name; /* what messages call it */
	enum model_arch arch;
	unsigned cores;
	enum model_support hypervisor;
	enum model_support iommu;
	enum model_support smc;
	unsigned domains;	   /* how many there may be */
	unsigned schedule_entries; /* how many there may be, the end included */
	uint64_t user_top;	   /* the last address of a protection domain's address space */
};

/*
 * NAME is one of the kernels that are built in, or a gen_config.json as kernel builds and SDKs have it. NULL
 * after an error.
 */
const struct model_kernel *model_kernel_find(struct compilation *compilation, const char *name);

#endif
