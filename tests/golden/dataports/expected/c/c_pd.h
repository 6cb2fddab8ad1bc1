/*
 * Channels and memory of protection domain c, as dataports.system has them.
 */
#ifndef C_PD_H
#define C_PD_H

/* memory region records, rwx, seL4SharedData shared_records (dataports.camkes:19) */
#define C_RECORDS_ADDRESS 0x3000000
#define C_RECORDS_SIZE 0x2000

/* memory region big, rw, seL4SharedData bigger (dataports.camkes:21) */
#define C_BIG_ADDRESS 0x3002000
#define C_BIG_SIZE 0x4000

#endif
