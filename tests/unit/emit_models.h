/*
 * Small models for the tests of the emitters, as lowering would make them.
 */
#ifndef UNIT_EMIT_MODELS_H
#define UNIT_EMIT_MODELS_H

#include "model/model.h"

/* Two components, two buffers, an event each way. */
const struct model *emit_model_ping_pong(struct compilation *compilation);

/* One component with all that is rare: nothing connected, typed dataports, an event to itself, names that
 * meet. */
const struct model *emit_model_corners(struct compilation *compilation);

#endif
