/*
 * What the generated camkes.h of every component instance includes: the headers that CAmkES programs count
 * on, and the functions and hooks that do not depend on the instance.
 */
#ifndef CAMKES_INSTANCE_H
#define CAMKES_INSTANCE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../camkes-compat/platsupport/io.h"
#include "../camkes-compat/platsupport/irq.h"
#include "../camkes-compat/sel4/sel4.h"
#include "../camkes-compat/utils/util.h"
#include "dataport.h"
#include "error.h"

/* The value of an attribute where C wants a constant expression, as in the size of an array. */
#define CAMKES_CONST_ATTR(attribute) attribute##_DEF

#ifdef __cplusplus
extern "C" {
#endif

const char *get_instance_name(void);
int get_instance_affinity(void);

/* From now on each character that the C library writes to its output goes to PUTCHAR. */
void set_putchar(void (*putchar)(int character));

/* The component's own; the hooks may be left out. */
int run(void);
void pre_init(void) WEAK;
void post_init(void) WEAK;

#ifdef __cplusplus
}
#endif

#endif
