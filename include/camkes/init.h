/*
 * The parts of CAmkES' start-up. The runtime does them, in the same order.
 */
#ifndef CAMKES_INIT_H
#define CAMKES_INIT_H

#ifdef __cplusplus
extern "C" {
#endif

#define CAUSEWAY_IS_START_UP                                                                                 \
	__attribute__((error("start-up is the runtime's: pre_init(), each <interface>__init(), "             \
			     "post_init(), then run()")))

int pre_init_interface_sync(void) CAUSEWAY_IS_START_UP;
int post_init_interface_sync(void) CAUSEWAY_IS_START_UP;
int component_control_main(void) CAUSEWAY_IS_START_UP;
void camkes_start_control(int thread, void *ipc_buffer) CAUSEWAY_IS_START_UP;

#undef CAUSEWAY_IS_START_UP

#ifdef __cplusplus
}
#endif

#endif
