/*
 * Where the scheduler says what it does. Who wants to know sets a bit of `watch` before the run begins;
 * without any, an event costs one test.
 */
#ifndef BATON_EVENT_H
#define BATON_EVENT_H

#include "abi/linux_baton.h"
#include "abi/linux_event.h"

void baton_record(struct linux_baton *baton, enum linux_event event, unsigned pd, unsigned other,
		  uint64_t value);

static inline void baton_event(struct linux_baton *baton, enum linux_event event, unsigned pd, unsigned other,
			       uint64_t value)
{
	if (__builtin_expect(baton->watch != 0, 0))
		baton_record(baton, event, pd, other, value);
}

#endif
