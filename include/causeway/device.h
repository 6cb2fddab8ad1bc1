/*
 * The registers of the devices that a host lends a system (docs/devices.md): what a protection domain finds
 * in the region that a board names as a device's. causeway/timer.h, terminal.h, network.h and disk.h have the
 * functions over them.
 *
 * A ring's two counters run on for ever; their difference is how many entries are in use, their remainder by
 * the ring's size where the next one is. Each has one writer, who writes the entries first. A device that
 * finds no room for what it has sets the ring's `stalled` to 1 and looks again; who makes room sets it to 0
 * and kicks the device (causeway_device_kick), as does who puts something into a ring that the device reads.
 * The device trusts nothing that it reads here.
 */
#ifndef CAUSEWAY_DEVICE_H
#define CAUSEWAY_DEVICE_H

#include <stdint.h>

/* ---------------------------------------------------------------- timer */

struct device_timer {
	uint64_t deadline; /* nanoseconds of the system's time; 0: off. The device sets it to 0 when it is
			      over. */
	uint64_t count;	   /* by the device: deadlines and periods that are over */
};

/* ------------------------------------------------------------- terminal */

enum { DEVICE_TERMINAL_INPUT = 1024, DEVICE_TERMINAL_OUTPUT = 2048 };

struct device_terminal {
	uint32_t input_written; /* by the device */
	uint32_t input_read;
	uint32_t output_written;
	uint32_t output_read; /* by the device */
	uint32_t input_ended; /* by the device: 1 when no more input will come */
	uint32_t input_stalled;
	uint32_t reserved[10];
	uint8_t input[DEVICE_TERMINAL_INPUT];
	uint8_t output[DEVICE_TERMINAL_OUTPUT];
};

/* -------------------------------------------------------------- network */

enum { DEVICE_NETWORK_FRAMES = 8, DEVICE_FRAME_SIZE = 2048 };

struct device_frame {
	uint32_t length; /* of an Ethernet frame without its check sequence */
	uint32_t reserved;
	uint8_t bytes[DEVICE_FRAME_SIZE];
};

struct device_network {
	uint32_t received_written; /* by the device */
	uint32_t received_read;
	uint32_t sent_written;
	uint32_t sent_read; /* by the device */
	uint32_t link;	    /* by the device: 1 while somebody is at the other end */
	uint32_t received_stalled;
	uint8_t mac[6]; /* by the device */
	uint8_t reserved[34];
	struct device_frame received[DEVICE_NETWORK_FRAMES];
	struct device_frame sent[DEVICE_NETWORK_FRAMES];
};

/* ----------------------------------------------------------------- disk */

enum { DEVICE_DISK_REQUESTS = 8, DEVICE_BLOCK_SIZE = 4096 };

enum device_disk_operation { DEVICE_DISK_READ, DEVICE_DISK_WRITE, DEVICE_DISK_FLUSH };

enum device_disk_result { DEVICE_DISK_DONE, DEVICE_DISK_BAD_REQUEST, DEVICE_DISK_FAILED };

/* Its data are in the block of the same index. */
struct device_disk_request {
	uint64_t block;
	uint32_t operation; /* enum device_disk_operation */
	uint32_t result;    /* by the device: enum device_disk_result */
};

struct device_disk {
	uint64_t blocks;    /* by the device: how many there are */
	uint32_t read_only; /* by the device: 1 if so */
	uint32_t requested;
	uint32_t completed; /* by the device, in the order of the requests */
	uint32_t reserved[11];
	struct device_disk_request requests[DEVICE_DISK_REQUESTS];
	uint8_t reserved_too[DEVICE_BLOCK_SIZE - 64 - 16 * DEVICE_DISK_REQUESTS];
	uint8_t data[DEVICE_DISK_REQUESTS][DEVICE_BLOCK_SIZE];
};

#ifndef __cplusplus
_Static_assert(sizeof(struct device_timer) == 16, "layout");
_Static_assert(sizeof(struct device_terminal) == 3136, "layout");
_Static_assert(sizeof(struct device_network) == 64 + 16 * 2056, "layout");
_Static_assert(sizeof(struct device_disk) == 9 * 4096, "layout");
#endif

#endif
