#include "base/suggest.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { NAME_MAX_LENGTH = 64, SHORT = 3, FAR = 1000 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned ab = a < b ? a : b;
	return ab < c ? ab : c;
}

/* Edit distance with adjacent transposition; a change of case alone counts as one edit for the whole name. */
static unsigned distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);
	unsigned rows[3][NAME_MAX_LENGTH + 1];
	if (la > NAME_MAX_LENGTH || lb > NAME_MAX_LENGTH)
		return FAR;
	for (size_t j = 0; j <= lb; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= lb; j++) {
			unsigned change =
				tolower((unsigned char)a[i - 1]) != tolower((unsigned char)b[j - 1]);
			row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    two_above[j - 2] + 1 < row[j])
				row[j] = two_above[j - 2] + 1;
		}
	}
	unsigned result = rows[la % 3][lb];
	return result ? result : strcmp(a, b) != 0;
}

struct suggest suggest_for(const char *name)
{
	return (struct suggest){ .name = name, .distance = FAR };
}

void suggest_offer(struct suggest *suggest, const char *candidate)
{
	unsigned d = distance(suggest->name, candidate);
	if (d < suggest->distance) {
		suggest->distance = d;
		suggest->best = candidate;
	}
}

const char *suggest_best(const struct suggest *suggest)
{
	size_t length = strlen(suggest->name);
	if (length < SHORT && suggest->best && strcasecmp(suggest->name, suggest->best))
		return NULL; /* one letter off is another word */
	return suggest->best && suggest->distance <= (length + 2) / 3 ? suggest->best : NULL;
}
