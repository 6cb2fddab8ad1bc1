/*
 * Attributes that CAmkES gives a meaning that has no counterpart here.
 */
#ifndef LOWER_WITHOUT_EFFECT_H
#define LOWER_WITHOUT_EFFECT_H

#include "assembly/assembly.h"

/* A warning for each that is set for INSTANCE, with what there is instead. */
void without_effect_warn(struct compilation *compilation, const struct assembly_instance *instance);

#endif
