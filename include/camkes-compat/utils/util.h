/*
 * The macros of libutils that components use. Including it also gives the C library headers that libutils
 * pulls in.
 */
#ifndef CAMKES_COMPAT_UTILS_UTIL_H
#define CAMKES_COMPAT_UTILS_UTIL_H

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "zf_log.h"

#define UNUSED __attribute__((unused))
#define USED __attribute__((used))
#define WEAK __attribute__((weak))
#define NORETURN __attribute__((noreturn))
#define PURE __attribute__((pure))
#define CONST __attribute__((const))
#define PACKED __attribute__((packed))
#define ALIGN(bytes) __attribute__((aligned(bytes)))
#define SECTION(name) __attribute__((section(name)))
#define NONNULL(...) __attribute__((nonnull(__VA_ARGS__)))
#define NONNULL_ALL __attribute__((nonnull))
#define MALLOC __attribute__((malloc))
#define DEPRECATED(message) __attribute__((deprecated(message)))
#define WARN_UNUSED_RESULT __attribute__((warn_unused_result))
#define UNREACHABLE() __builtin_unreachable()

#ifndef likely
#define likely(condition) __builtin_expect(!!(condition), 1)
#define unlikely(condition) __builtin_expect(!!(condition), 0)
#endif

#define STRINGIFY(text) #text
#define XSTRINGIFY(text) STRINGIFY(text)
#define JOIN(a, b) a##b
#define XJOIN(a, b) JOIN(a, b)

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define container_of(pointer, type, member) ((type *)(void *)((char *)(pointer)-offsetof(type, member)))

#define BIT(n) (1ul << (n))
#define MASK(n) (BIT(n) - 1ul)
#define IS_ALIGNED(value, bits) (!((value)&MASK(bits)))
#define IS_POWER_OF_2(value) (((value) & ((value)-1)) == 0)
#define ROUND_DOWN(value, multiple) ((value) - ((value) % (multiple)))
#define ROUND_UP(value, multiple) ((((value) + (multiple)-1) / (multiple)) * (multiple))
#define DIV_ROUND_UP(value, by) (((value) + (by)-1) / (by))
#define ALIGN_DOWN(value, bytes) ((value) & ~((bytes)-1ul))
#define ALIGN_UP(value, bytes) (((value) + (bytes)-1ul) & ~((bytes)-1ul))

#ifndef MIN
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#endif

#define PAGE_BITS_4K 12
#define PAGE_SIZE_4K (1 << PAGE_BITS_4K)
#define PAGE_MASK_4K (PAGE_SIZE_4K - 1)
#define PAGE_ALIGN_4K(address) ((address) & ~(uintptr_t)PAGE_MASK_4K)
#define IS_PAGE_ALIGNED_4K(address) (!((address) & (uintptr_t)PAGE_MASK_4K))

#define MS_IN_S 1000ull
#define US_IN_S 1000000ull
#define US_IN_MS 1000ull
#define NS_IN_S 1000000000ull
#define NS_IN_MS 1000000ull
#define NS_IN_US 1000ull

#define COMPILER_MEMORY_FENCE() __atomic_signal_fence(__ATOMIC_ACQ_REL)
#define COMPILER_MEMORY_ACQUIRE() __atomic_signal_fence(__ATOMIC_ACQUIRE)
#define COMPILER_MEMORY_RELEASE() __atomic_signal_fence(__ATOMIC_RELEASE)
#define THREAD_MEMORY_FENCE() __atomic_thread_fence(__ATOMIC_ACQ_REL)
#define THREAD_MEMORY_ACQUIRE() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define THREAD_MEMORY_RELEASE() __atomic_thread_fence(__ATOMIC_RELEASE)

#endif
