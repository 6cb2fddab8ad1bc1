/*
 * Which protection domains are called by protected procedures, and the priorities that follow from it.
 */
#ifndef LOWER_TRANSPORT_H
#define LOWER_TRANSPORT_H

#include "connector/connector.h"

/*
 * Decides it for all of the context's protection domains, and fills its servers. Brings their priorities into
 * the Core Platform's range, with every order and equality kept, except that servers rise above those who
 * call them. What settings ask for and cannot be had is reported.
 * PASSIVE: who only serves such calls runs on its callers' time.
 */
void transport_choose(struct connector_context *context, bool passive);

#endif
