/*
 * What instance self of component Self (procedures.camkes:55) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>
#include <shape.h>
#include <shape.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses Everything e (procedures.camkes:41) */
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

/* provides Everything own (procedures.camkes:42) */
void own__init(void) WEAK;
void own_nothing(void);
int own_add(int a, int b);
bool own_is_positive(double number);
char *own_greet(const char *name);
struct point own_move(struct point place, int by);
uint64_t own_sum(char c, uint8_t u8, int16_t i16, uint32_t u32, int64_t i64, float f, double d);
void own_scalars(colour_t a, colour_t *b, struct point *c, const struct point *d);
void own_strings(const char *a, char **b, char **c, char **d);
void own_arrays(size_t a_sz, const int *a, size_t *b_sz, int **b, size_t *c_sz, struct point **c, const size_t *d_sz, char **d);
void own_string_arrays(size_t a_sz, char **a, size_t *b_sz, char ***b, size_t *c_sz, char ***c, const size_t *d_sz, char ***d);
char *own_repeat(const char *text, size_t times);
camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler);
seL4_Word own_get_sender_id(void);

#ifdef __cplusplus
}
#endif

#endif
