/*
 * The two ways to watch events: counting them, and keeping each for the launcher to take.
 */
#ifndef BATON_WATCH_H
#define BATON_WATCH_H

#include "abi/linux_watch.h"

#include <stdbool.h>

void baton_count(struct linux_baton *baton, const struct linux_record *record);
void baton_keep(struct linux_baton *baton, const struct linux_record *record);

/*
 * Records are there to be taken. FULL: there is no more room, and TAKEN records had been taken; returns true
 * when it is worth looking again, false where nobody can be waited for. Each builder of the scheduler has its
 * own.
 */
bool baton_records_ready(struct linux_baton *baton, bool full, uint32_t taken);

#endif
