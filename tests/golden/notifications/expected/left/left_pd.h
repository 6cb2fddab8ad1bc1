/*
 * Channels and memory of protection domain left, as notifications.system has them.
 */
#ifndef LEFT_PD_H
#define LEFT_PD_H

/* channel with target, whose id is 0, seL4NotificationNative n (notifications.camkes:28) */
#define LEFT_NATIVE_CHANNEL 0

/* channel with target, whose id is 2, seL4NotificationBind b (notifications.camkes:29) */
#define LEFT_BOUND_CHANNEL 1

/* channel with target, whose id is 4, seL4GlobalAsynch g (notifications.camkes:30) */
#define LEFT_GLOBAL_CHANNEL 2

/* channel with target, whose id is 6, seL4GlobalAsynchCallback c (notifications.camkes:32) */
#define LEFT_CALLED_CHANNEL_3 3

/* channel with target, whose id is 7, seL4GlobalAsynchCallback c (notifications.camkes:32) */
#define LEFT_CALLED_CHANNEL_4 4

#endif
