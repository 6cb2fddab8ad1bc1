/*
 * What instance caller of component Caller (direct.camkes:17) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses Edit there (direct.camkes:11) */
void there__init(void) WEAK;
int there_change(const size_t *numbers_sz, int **numbers, const char *text, int *number);
void there_nothing(void);
camkes_error_handler_t there_register_error_handler(camkes_error_handler_t handler);

/* provides Edit here (direct.camkes:12) */
void here__init(void) WEAK;
int here_change(const size_t *numbers_sz, int **numbers, const char *text, int *number);
void here_nothing(void);
camkes_error_handler_t here_register_error_handler(camkes_error_handler_t handler);

#ifdef __cplusplus
}
#endif

#endif
