/*
 * What instance queue_server of component Server (procedures.camkes:52) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>
#include <shape.h>

#ifdef __cplusplus
extern "C" {
#endif

/* provides Everything e (procedures.camkes:36) */
void e__init(void) WEAK;
void e_nothing(void);
int e_add(int a, int b);
bool e_is_positive(double number);
char *e_greet(const char *name);
struct point e_move(struct point place, int by);
uint64_t e_sum(char c, uint8_t u8, int16_t i16, uint32_t u32, int64_t i64, float f, double d);
void e_scalars(colour_t a, colour_t *b, struct point *c, const struct point *d);
void e_strings(const char *a, char **b, char **c, char **d);
void e_arrays(size_t a_sz, const int *a, size_t *b_sz, int **b, size_t *c_sz, struct point **c, const size_t *d_sz, char **d);
void e_string_arrays(size_t a_sz, char **a, size_t *b_sz, char ***b, size_t *c_sz, char ***c, const size_t *d_sz, char ***d);
char *e_repeat(const char *text, size_t times);
camkes_error_handler_t e_register_error_handler(camkes_error_handler_t handler);
seL4_Word e_get_sender_id(void);

#ifdef __cplusplus
}
#endif

#endif
