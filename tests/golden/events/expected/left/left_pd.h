/*
 * Channels and memory of protection domain left, as events.system has them.
 */
#ifndef LEFT_PD_H
#define LEFT_PD_H

/* channel with source, whose id is 0, seL4Notification broadcast (events.camkes:24) */
#define LEFT_TICK_CHANNEL 0

#endif
