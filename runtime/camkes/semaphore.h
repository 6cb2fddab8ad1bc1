/*
 * Counting semaphores between the strands of a component. A post hands its unit to the strand that has waited
 * longest, so nobody who comes later can take it away.
 */
#ifndef CAMKES_SEMAPHORE_H
#define CAMKES_SEMAPHORE_H

#include "causeway/causeway.h"
#include "causeway/component.h"

void causeway_semaphore_post(struct causeway_semaphore *semaphore);
void causeway_semaphore_wait(struct causeway_semaphore *semaphore, enum causeway_wait kind, const char *what);

/* Takes a unit if there is one. */
bool causeway_semaphore_try(struct causeway_semaphore *semaphore);

#endif
