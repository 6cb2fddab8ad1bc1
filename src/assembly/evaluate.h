/*
 * The values of settings: references followed, look-ups applied.
 */
#ifndef ASSEMBLY_EVALUATE_H
#define ASSEMBLY_EVALUATE_H

#include "assembly/passes.h"

/* value[key], or NULL. */
const struct adl_value *evaluate_lookup(const struct adl_value *value, const struct adl_value *key);

/* Gives SETTING, and all that it takes its value from, a value or a message. */
void evaluate_setting(struct resolver *resolver, struct flat_setting *setting);

#endif
