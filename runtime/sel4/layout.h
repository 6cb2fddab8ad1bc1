/*
 * Where in the address space a protection domain has its IPC buffer and its stack (since Microkit 2.3): in
 * the last page, and below the page below it.
 */
#ifndef SEL4_LAYOUT_H
#define SEL4_LAYOUT_H

/* The SDK's header defines types, too, which are those of causeway/sel4_types.h and sel4_faults.h; as in
 * assembler files, only its constants are wanted. */
#ifdef __ASSEMBLER__
#include <sel4/config.h>
#include <sel4/sel4_arch/constants.h>
#else
#define __ASSEMBLER__
#include <sel4/config.h>
#include <sel4/sel4_arch/constants.h>
#undef __ASSEMBLER__
#endif

#define SEL4_IPC_BUFFER (seL4_UserVSpaceTop & ~0xfff)
#define SEL4_STACK_TOP (SEL4_IPC_BUFFER - 0x1000)

#endif
