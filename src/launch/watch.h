/*
 * The watcher of a simulated run (launch.h): it looks when nobody runs, when its time has come, and, while it
 * may type, after each line. Without one these do nothing.
 */
#ifndef LAUNCH_WATCH_H
#define LAUNCH_WATCH_H

#include "launch/state.h"

/* The run begins; with the processor. */
void watch_begin(struct launch *launch);

/* BYTES were shown, at launch->shown_at. */
void watch_show(struct launch *launch, const char *bytes, size_t length);

/* With the processor: now. */
void watch_look(struct launch *launch);

/* Takes a character that was typed. */
bool watch_take_typed(struct launch *launch, uint8_t *character);

#endif
