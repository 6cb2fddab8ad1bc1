/*
 * What the files of the seL4 substrate share.
 */
#ifndef SEL4_SELF_H
#define SEL4_SELF_H

#include "microkit.h"

/* This domain has a capability to its own notification; filled in by the tool. */
extern seL4_Bool causeway_own_notification;

/* The monitor writes lines for it; filled in by the tool. */
extern seL4_Bool causeway_console_calls;

/* The C half of the entry point. */
_Noreturn void sel4_start(void);

/* Says as the monitor does what this domain has done: the three texts and the program counter. */
void sel4_report(const char *what, const char *name, const char *rest, seL4_Word pc);

/* Where arch/ goes on after a fault, with what is in struct causeway_fault. */
_Noreturn void sel4_fault(seL4_Word kind, seL4_Word address, seL4_Word pc);

/* Writes what is buffered of the console's last line, complete or not. */
void sel4_console_flush(void);

/* The C library's output, redirected or not. */
void sel4_console_output(char character);

#endif
