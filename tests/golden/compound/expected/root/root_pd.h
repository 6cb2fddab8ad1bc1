/*
 * Channels and memory of protection domain root, as compound.system has them.
 */
#ifndef ROOT_PD_H
#define ROOT_PD_H

/* channel with branch_leaf_9fc7d9, whose id is 0, seL4Notification start (compound.camkes:32) */
#define ROOT_GO_CHANNEL_0 0

/* channel with branch_leaf, whose id is 0, seL4Notification start (compound.camkes:32) */
#define ROOT_GO_CHANNEL_1 1

/* memory region data, rw, seL4SharedData shared (compound.camkes:33) */
#define ROOT_DATA_ADDRESS 0x3000000
#define ROOT_DATA_SIZE 0x1000

#endif
