/*
 * Standard output of the run: whole lines, whoever prints them.
 */
#ifndef LAUNCH_CONSOLE_H
#define LAUNCH_CONSOLE_H

#include "launch/state.h"

/* Text that protection domain PD printed. What follows its last newline is kept until the line is complete.
 */
void console_text(struct launch *launch, size_t pd, const char *text, size_t length);

/* Text that goes out at once, whether its line is complete or not. WHOSE is pd_count plus a device's index.
 */
void console_show(struct launch *launch, size_t whose, const char *text, size_t length);

/* Writes PD's incomplete line; whether there was one. PD itself must not be running. */
bool console_flush(struct launch *launch, size_t pd);
bool console_flush_all(struct launch *launch);

/* Ends the run's output on a line end. */
void console_close(struct launch *launch);

#endif
