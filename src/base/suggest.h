/*
 * "Did you mean": picks the candidate nearest to a misspelt name. No allocation; candidates must outlive the
 * search.
 */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

struct suggest {
	const char *name;
	const char *best;
	unsigned distance;
};

struct suggest suggest_for(const char *name);
void suggest_offer(struct suggest *suggest, const char *candidate);

/* NULL when nothing offered is near enough to be meant. The first of equally near ones wins. */
const char *suggest_best(const struct suggest *suggest);

#endif
