#include <camkes.h>

#include <camkes/irq.h>
#include <causeway/timer.h>

enum { SOON = 1000000 }; /* nanoseconds */

static void ticked(void *count, ps_irq_acknowledge_fn_t acknowledge, void *acknowledge_data)
{
	++*(int *)count;
	acknowledge(acknowledge_data);
}

int run(void)
{
	static int count;
	ps_irq_ops_t irqs;
	camkes_irq_ops(&irqs);
	ps_irq_register(&irqs, (ps_irq_t){ .type = PS_INTERRUPT, .irq = { 1000 } }, ticked, &count);
	while (count < 3) {
		seL4_Word badge;
		causeway_timer_set((struct device_timer *)timer, causeway_time() + SOON);
		seL4_Wait(tick_notification(), &badge);
		camkes_handle_global_endpoint_irq(badge);
	}
	printf("clock: %d ticks\n", count);
	return 0;
}
