/*
 * Numbers on the debug console, for reports from where the C library must not be used.
 */
#ifndef CAMKES_PRINT_H
#define CAMKES_PRINT_H

#include <stdint.h>

void causeway_print_signed(int64_t number);
void causeway_print_unsigned(uint64_t number);
void causeway_print_address(uint64_t address); /* "0x3000000" */

#endif
