/*
 * What instance right of component Source (notifications.camkes:26) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Notification native (notifications.camkes:7) */
void native__init(void) WEAK;
void native_emit(void);
void native_emit_underlying(void);

/* emits Notification bound (notifications.camkes:8) */
void bound__init(void) WEAK;
void bound_emit(void);
void bound_emit_underlying(void);

/* emits Notification global (notifications.camkes:9) */
void global__init(void) WEAK;
void global_emit(void);
void global_emit_underlying(void);

/* emits Notification called, not connected (notifications.camkes:10) */
void called__init(void) WEAK;
void called_emit(void);
void called_emit_underlying(void) WEAK;

#ifdef __cplusplus
}
#endif

#endif
