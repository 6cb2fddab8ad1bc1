/*
 * What instance user of component User (groups.camkes:53) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses Plain p (groups.camkes:39) */
void p__init(void) WEAK;
int p_add(int a, int b);
void p_all(size_t numbers_sz, const int *numbers, char **text);
camkes_error_handler_t p_register_error_handler(camkes_error_handler_t handler);

#ifdef __cplusplus
}
#endif

#endif
