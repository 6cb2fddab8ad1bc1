/*
 * A breakpoint: with `causeway run --gdb PD` the debugger stops there; without one it is a fault.
 */
#ifndef CAMKES_DEBUG_H
#define CAMKES_DEBUG_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__x86_64__)
#define camkes_software_breakpoint() __asm__ volatile("int3")
#elif defined(__aarch64__)
#define camkes_software_breakpoint() __asm__ volatile("brk #0")
#else
#define camkes_software_breakpoint() __builtin_trap()
#endif

#ifdef __cplusplus
}
#endif

#endif
