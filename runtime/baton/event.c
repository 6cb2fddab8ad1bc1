#include "event.h"

#include "budget.h"
#include "watch.h"

/* FNV-1a, a word at a time. */
static uint64_t mix(uint64_t hash, uint64_t value)
{
	return (hash ^ value) * UINT64_C(0x100000001b3);
}

void baton_record(struct linux_baton *baton, enum linux_event event, unsigned pd, unsigned other,
		  uint64_t value)
{
	uint64_t now = baton_clock(baton);
	if (baton->watch & LINUX_WATCH_HASH)
		baton->hash =
			mix(mix(mix(baton->hash, now), (uint64_t)event << 32 | pd << 16 | other), value);
	struct linux_record record = { now, value, (uint8_t)event, (uint8_t)pd, (uint8_t)other, { 0 } };
	if (baton->watch & LINUX_WATCH_COUNT)
		baton_count(baton, &record);
	if (baton->watch & LINUX_WATCH_KEEP)
		baton_keep(baton, &record);
}
