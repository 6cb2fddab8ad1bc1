/*
 * Channels and memory of protection domain one, as groups.system has them.
 */
#ifndef ONE_PD_H
#define ONE_PD_H

/* memory region data, rw, seL4SharedData data (groups.camkes:59) */
#define ONE_LEFT_DATA_ADDRESS 0x3000000
#define ONE_LEFT_DATA_SIZE 0x1000

/* memory region data, rw, seL4SharedData data (groups.camkes:59) */
#define ONE_RIGHT_DATA_ADDRESS 0x3001000
#define ONE_RIGHT_DATA_SIZE 0x1000

#endif
