/*
 * What instance target of component Target (notifications.camkes:27) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* consumes Notification native (notifications.camkes:14) */
void native__init(void) WEAK;
void native_wait(void);
int native_poll(void);
int native_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'native' has no such function: its events are taken from the notification")));
void native_handle(void) WEAK;

/* consumes Notification bound (notifications.camkes:15) */
void bound__init(void) WEAK;
void bound_wait(void)
	__attribute__((error("the connector of 'bound' has no such function: its events are taken from the notification")));
int bound_poll(void)
	__attribute__((error("the connector of 'bound' has no such function: its events are taken from the notification")));
seL4_CPtr bound_notification(void);
int bound_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'bound' has no such function: its events are taken from the notification")));
void bound_handle(void) WEAK;

/* consumes Notification one (notifications.camkes:16) */
void one__init(void) WEAK;
void one_wait(void)
	__attribute__((error("the connector of 'one' has no such function: its events are taken from the notification")));
int one_poll(void)
	__attribute__((error("the connector of 'one' has no such function: its events are taken from the notification")));
seL4_CPtr one_notification(void);
int one_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'one' has no such function: its events are taken from the notification")));
seL4_Word one_notification_badge(void);
void one_handle(void) WEAK;

/* consumes Notification two (notifications.camkes:17) */
void two__init(void) WEAK;
void two_wait(void)
	__attribute__((error("the connector of 'two' has no such function: its events are taken from the notification")));
int two_poll(void)
	__attribute__((error("the connector of 'two' has no such function: its events are taken from the notification")));
seL4_CPtr two_notification(void);
int two_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'two' has no such function: its events are taken from the notification")));
seL4_Word two_notification_badge(void);
void two_handle(void) WEAK;

/* consumes Notification called (notifications.camkes:18) */
void called__init(void) WEAK;
void called_wait(void)
	__attribute__((error("the connector of 'called' has no such function: its events are taken from the notification")));
int called_poll(void)
	__attribute__((error("the connector of 'called' has no such function: its events are taken from the notification")));
seL4_CPtr called_notification(void);
int called_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'called' has no such function: its events are taken from the notification")));
seL4_Word called_notification_badge(void);
void called_callback(seL4_Word badge);
void called_handle(void) WEAK;

/* consumes Notification own (notifications.camkes:19) */
void own__init(void) WEAK;
void own_wait(void)
	__attribute__((error("the connector of 'own' has no such function: its events are taken from the notification")));
int own_poll(void)
	__attribute__((error("the connector of 'own' has no such function: its events are taken from the notification")));
seL4_CPtr own_notification(void);
int own_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'own' has no such function: its events are taken from the notification")));
seL4_Word own_notification_badge(void);
void own_callback(seL4_Word badge);
void own_handle(void) WEAK;

/* emits Notification itself (notifications.camkes:20) */
void itself__init(void) WEAK;
void itself_emit(void);
void itself_emit_underlying(void);

#ifdef __cplusplus
}
#endif

#endif
