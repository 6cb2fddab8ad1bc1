/*
 * System calls of the C library under CAmkES. The C library here has its own way to the runtime.
 */
#ifndef CAMKES_SYSCALLS_H
#define CAMKES_SYSCALLS_H

#ifdef __cplusplus
extern "C" {
#endif

void camkes_install_syscalls(void) __attribute__((error(
	"there is nothing to install: the C library works from the beginning; set_putchar() takes its output "
	"over")));
void camkes_install_io_syscalls(void) __attribute__((
	error("there is nothing to install: set_putchar() takes the C library's output over")));

#ifdef __cplusplus
}
#endif

#endif
