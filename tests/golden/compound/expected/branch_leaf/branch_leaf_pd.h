/*
 * Channels and memory of protection domain branch_leaf, as compound.system has them.
 */
#ifndef BRANCH_LEAF_PD_H
#define BRANCH_LEAF_PD_H

/* channel with root, whose id is 1, seL4Notification start (compound.camkes:32) */
#define BRANCH_LEAF_GO_CHANNEL 0

/* memory region data, rw, seL4SharedData shared (compound.camkes:33) */
#define BRANCH_LEAF_DATA_ADDRESS 0x3000000
#define BRANCH_LEAF_DATA_SIZE 0x1000

#endif
