#include <camkes.h>
#include <camkes/irq.h>
#include <causeway/timer.h>

enum { SOON = 1000000 }; /* nanoseconds */

void first_irq_handle(ps_irq_t *irq)
{
	printf("clock: handled interrupt %ld of timer 0\n", irq->irq.number);
	first_irq_acknowledge(irq);
	ticked_post();
}

static void told(void *unused, ps_irq_acknowledge_fn_t acknowledge, void *acknowledge_data)
{
	(void)unused;
	puts("clock: told of interrupt 1001");
	acknowledge(acknowledge_data);
}

static void start(volatile void *timer)
{
	causeway_timer_set((struct device_timer *)timer, causeway_time() + SOON);
}

int run(void)
{
	seL4_Word badge;
	ps_irq_ops_t irqs;
	start(first_0);
	ticked_wait();
	camkes_irq_ops(&irqs);
	ps_irq_register(&irqs, (ps_irq_t){ .type = PS_INTERRUPT, .irq = { 1001 } }, told, NULL);
	start(second_0);
	do
		seL4_Wait(second_notification(), &badge);
	while (!camkes_handle_global_endpoint_irq(badge));
	return 0;
}
