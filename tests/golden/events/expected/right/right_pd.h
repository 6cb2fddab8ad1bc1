/*
 * Channels and memory of protection domain right, as events.system has them.
 */
#ifndef RIGHT_PD_H
#define RIGHT_PD_H

/* channel with source, whose id is 1, seL4Notification broadcast (events.camkes:24) */
#define RIGHT_TICK_CHANNEL 0

/* channel with source, whose id is 2, seL4Notification again (events.camkes:25) */
#define RIGHT_NEVER_CHANNEL 1

#endif
