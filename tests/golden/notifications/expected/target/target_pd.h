/*
 * Channels and memory of protection domain target, as notifications.system has them.
 */
#ifndef TARGET_PD_H
#define TARGET_PD_H

/* channel with left, whose id is 0, seL4NotificationNative n (notifications.camkes:28) */
#define TARGET_NATIVE_CHANNEL_0 0

/* channel with right, whose id is 0, seL4NotificationNative n (notifications.camkes:28) */
#define TARGET_NATIVE_CHANNEL_1 1

/* channel with left, whose id is 1, seL4NotificationBind b (notifications.camkes:29) */
#define TARGET_BOUND_CHANNEL_2 2

/* channel with right, whose id is 1, seL4NotificationBind b (notifications.camkes:29) */
#define TARGET_BOUND_CHANNEL_3 3

/* channel with left, whose id is 2, seL4GlobalAsynch g (notifications.camkes:30) */
#define TARGET_ONE_CHANNEL 4

/* channel with right, whose id is 2, seL4GlobalAsynch h (notifications.camkes:31) */
#define TARGET_TWO_CHANNEL 5

/* channel with left, whose id is 3, seL4GlobalAsynchCallback c (notifications.camkes:32) */
#define TARGET_CALLED_CHANNEL 6

/* channel with left, whose id is 4, seL4GlobalAsynchCallback c (notifications.camkes:32) */
#define TARGET_OWN_CHANNEL 7

#endif
