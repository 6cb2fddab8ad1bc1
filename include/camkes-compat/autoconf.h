/*
 * Where the seL4 build keeps its configuration. A component has none beside its CMake files.
 */
#ifndef CAMKES_COMPAT_AUTOCONF_H
#define CAMKES_COMPAT_AUTOCONF_H

#define CONFIG_MAX_NUM_NODES 1
#define CONFIG_KERNEL_MCS 1
#ifdef __SIZEOF_POINTER__
#if __SIZEOF_POINTER__ == 8
#define CONFIG_WORD_SIZE 64
#endif
#endif
#ifdef __x86_64__
#define CONFIG_ARCH_X86 1
#define CONFIG_ARCH_X86_64 1
#define CONFIG_PLAT_PC99 1
#elif defined __aarch64__
#define CONFIG_ARCH_ARM 1
#define CONFIG_ARCH_AARCH64 1
#endif

#endif
