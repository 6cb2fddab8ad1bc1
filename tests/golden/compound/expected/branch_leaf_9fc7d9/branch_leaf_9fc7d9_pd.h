/*
 * Channels and memory of protection domain branch_leaf_9fc7d9, as compound.system has them.
 */
#ifndef BRANCH_LEAF_9FC7D9_PD_H
#define BRANCH_LEAF_9FC7D9_PD_H

/* channel with root, whose id is 0, seL4Notification start (compound.camkes:32) */
#define BRANCH_LEAF_9FC7D9_GO_CHANNEL 0

/* memory region data, rw, seL4SharedData shared (compound.camkes:33) */
#define BRANCH_LEAF_9FC7D9_DATA_ADDRESS 0x3000000
#define BRANCH_LEAF_9FC7D9_DATA_SIZE 0x1000

#endif
