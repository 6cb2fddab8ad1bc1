/*
 * Channels and memory of protection domain b, as dataports.system has them.
 */
#ifndef B_PD_H
#define B_PD_H

/* memory region records, r, seL4SharedData shared_records (dataports.camkes:19) */
#define B_RECORDS_ADDRESS 0x3000000
#define B_RECORDS_SIZE 0x2000

/* memory region plain, rw, seL4SharedData ab (dataports.camkes:20) */
#define B_PLAIN_ADDRESS 0x3002000
#define B_PLAIN_SIZE 0x1000

/* memory region big, rw, seL4SharedData bigger (dataports.camkes:21) */
#define B_BIG_ADDRESS 0x3003000
#define B_BIG_SIZE 0x4000

/* memory region assumed, rw, seL4SharedData page (dataports.camkes:22) */
#define B_ASSUMED_ADDRESS 0x3007000
#define B_ASSUMED_SIZE 0x1000

#endif
