/*
 * What the terminal of a real run and that of a simulated one share: where its input comes from, and its
 * rings.
 */
#ifndef LAUNCH_DEVICE_TERMINAL_H
#define LAUNCH_DEVICE_TERMINAL_H

#include "launch/device.h"

#include "causeway/device.h"

/* The file that its line names, owned by the run, or standard input; -1 after an error that was reported. */
int terminal_open_input(struct launch *launch, const struct launch_device *device);

/* Room in the input ring after WRITTEN bytes so far, as far as it makes sense; 0: the domain was told to kick
 * when there is room. */
uint32_t terminal_room_or_stall(struct device_terminal *registers, uint32_t written);

/* Puts LENGTH bytes, for which there is room, into the input ring, and counts WRITTEN up. */
void terminal_type(struct device_terminal *registers, uint32_t *written, const uint8_t *bytes, size_t length);

void terminal_end_input(struct device_terminal *registers);

/* Shows what is in the output ring. */
void terminal_write_out(struct launch *launch, struct launch_device *device);

#endif
