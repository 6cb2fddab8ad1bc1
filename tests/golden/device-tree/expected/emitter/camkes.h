/*
 * What instance emitter of component Emitter (device-tree.camkes:41) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Dummy timer, not connected (device-tree.camkes:34) */
void timer__init(void) WEAK;
void timer_emit(void);
void timer_emit_underlying(void) WEAK;

#ifdef __cplusplus
}
#endif

#endif
