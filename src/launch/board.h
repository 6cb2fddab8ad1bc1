/*
 * What the board `linux` does not have.
 */
#ifndef LAUNCH_BOARD_H
#define LAUNCH_BOARD_H

#include "launch/state.h"

/* Reports everything in the model that cannot be had here; false if there is something. */
bool board_check(struct launch *launch);

#endif
