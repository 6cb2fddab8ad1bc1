/*
 * The end of the start: what a protection domain gives up. A hosted one keeps nearly all of it.
 */
#ifndef LINUX_CONFINE_H
#define LINUX_CONFINE_H

#include "abi/linux_boot.h"
#include "abi/linux_control.h"

/* Closes all descriptors that are not needed any more. */
void linux_close_descriptors(void);

/* Gives up rights; 0, or -errno and which step failed. */
long linux_confine(const struct linux_boot *boot, enum linux_start_step *step);

#endif
