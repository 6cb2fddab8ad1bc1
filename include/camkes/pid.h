/*
 * The number of the component, as getpid() says it: 2 for the first one.
 */
#ifndef CAMKES_PID_H
#define CAMKES_PID_H

#include <sys/types.h>
#include <unistd.h>

#ifdef __cplusplus
extern "C" {
#endif

#define camkes_pid ((const pid_t)getpid())

#ifdef __cplusplus
}
#endif

#endif
