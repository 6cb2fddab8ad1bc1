#include "base/spelling.h"

#include <string.h>
#include <strings.h>

enum { LONGEST = 64 };

static unsigned smallest(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbours; a difference of case alone counts as one in
 * all. */
static unsigned edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	unsigned rows[3][LONGEST + 1];
	unsigned *two_before = rows[0], *before = rows[1], *current = rows[2];
	for (size_t j = 0; j <= b_length; j++)
		before[j] = (unsigned)j;
	for (size_t i = 1; i <= a_length; i++) {
		current[0] = (unsigned)i;
		for (size_t j = 1; j <= b_length; j++) {
			unsigned differs = a[i - 1] != b[j - 1];
			current[j] =
				smallest(before[j - 1] + differs, smallest(before[j], current[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				current[j] = smallest(current[j], two_before[j - 2] + 1);
		}
		unsigned *recycled = two_before;
		two_before = before;
		before = current;
		current = recycled;
	}
	return before[b_length];
}

void spelling_try(struct spelling *spelling, const char *candidate)
{
	size_t wanted_length = strlen(spelling->wanted), length = strlen(candidate);
	if (!wanted_length || !length || wanted_length > LONGEST || length > LONGEST)
		return;
	unsigned allowed = (unsigned)(wanted_length < 3 ? 1 : (wanted_length + 2) / 3);
	if (length > wanted_length + allowed || wanted_length > length + allowed)
		return;
	unsigned distance = strcasecmp(spelling->wanted, candidate)
				    ? edit_distance(spelling->wanted, wanted_length, candidate, length)
				    : 1;
	if (distance > allowed || distance >= length || (spelling->nearest && distance >= spelling->distance))
		return;
	spelling->nearest = candidate;
	spelling->distance = distance;
}
