/*
 * What the initialiser and the monitor say, on the kernel's debug console (a kernel that was built without
 * one says nothing).
 */
#ifndef SEL4_CONSOLE_H
#define SEL4_CONSOLE_H

#include <stdint.h>

void console_put(char character);
void console_text(const char *text);
void console_number(uint64_t value);
void console_address(uint64_t value);

#endif
