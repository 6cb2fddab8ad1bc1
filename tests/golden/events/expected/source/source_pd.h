/*
 * Channels and memory of protection domain source, as events.system has them.
 */
#ifndef SOURCE_PD_H
#define SOURCE_PD_H

/* channel with left, whose id is 0, seL4Notification broadcast (events.camkes:24) */
#define SOURCE_FIRST_CHANNEL_0 0

/* channel with right, whose id is 0, seL4Notification broadcast (events.camkes:24) */
#define SOURCE_FIRST_CHANNEL_1 1

/* channel with right, whose id is 1, seL4Notification again (events.camkes:25) */
#define SOURCE_SECOND_CHANNEL 2

#endif
