/*
 * The kernel's interface, from the SDK's headers. These programs have one thread each, so that the pointer to
 * its IPC buffer is an ordinary variable.
 */
#ifndef SEL4_KERNEL_H
#define SEL4_KERNEL_H

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wswitch-enum"
#define __thread
#include <sel4/sel4.h>
#pragma GCC diagnostic pop

#endif
