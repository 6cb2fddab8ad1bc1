/*
 * The end of a component that cannot go on.
 */
#ifndef CAMKES_CRASH_H
#define CAMKES_CRASH_H

/* A fault whose report is "MESSAGE (DETAIL)". DETAIL may be NULL. */
_Noreturn void causeway_component_crash(const char *message, const char *detail);

#endif
