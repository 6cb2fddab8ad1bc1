/*
 * Channels and memory of protection domain a, as dataports.system has them.
 */
#ifndef A_PD_H
#define A_PD_H

/* memory region records, rw, seL4SharedData shared_records (dataports.camkes:19) */
#define A_RECORDS_ADDRESS 0x6400000
#define A_RECORDS_SIZE 0x2000

/* memory region plain, rw, seL4SharedData ab (dataports.camkes:20) */
#define A_PLAIN_ADDRESS 0x6402000
#define A_PLAIN_SIZE 0x1000

/* memory region assumed, rw, seL4SharedData page (dataports.camkes:22) */
#define A_ASSUMED_ADDRESS 0x6403000
#define A_ASSUMED_SIZE 0x1000

#endif
