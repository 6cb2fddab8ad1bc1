/*
 * Channels and memory of protection domain right, as notifications.system has them.
 */
#ifndef RIGHT_PD_H
#define RIGHT_PD_H

/* channel with target, whose id is 1, seL4NotificationNative n (notifications.camkes:28) */
#define RIGHT_NATIVE_CHANNEL 0

/* channel with target, whose id is 3, seL4NotificationBind b (notifications.camkes:29) */
#define RIGHT_BOUND_CHANNEL 1

/* channel with target, whose id is 5, seL4GlobalAsynch h (notifications.camkes:31) */
#define RIGHT_GLOBAL_CHANNEL 2

#endif
