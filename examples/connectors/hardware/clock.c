#include <camkes.h>
#include <camkes/io.h>
#include <causeway/timer.h>

enum { INTERVAL = 1000000 }; /* nanoseconds */

static void again(volatile void *registers)
{
	causeway_timer_set((struct device_timer *)registers, causeway_time() + INTERVAL);
}

void first_tick_handle(void)
{
	ticked_post();
	first_tick_acknowledge();
}

static void tick(void *registers, ps_irq_acknowledge_fn_t acknowledge, void *acknowledge_data)
{
	(void)registers;
	ticked_post();
	acknowledge(acknowledge_data);
}

static void count(volatile void *registers, const char *how)
{
	int ticks = 0;
	while (ticks < 3) {
		again(registers);
		ticked_wait();
		ticks++;
	}
	printf("clock: %d ticks, by %s\n", ticks, how);
}

int run(void)
{
	ps_io_ops_t io;
	ZF_LOGF_IF(camkes_io_ops(&io), "no operations");
	count(first, "its own handler");
	void *registers = ps_io_map(&io.io_mapper, 0xf00001000, 0x1000, 0, PS_MEM_NORMAL);
	ps_irq_t line = { .type = PS_INTERRUPT, .irq = { .number = 1001 } };
	ZF_LOGF_IF(ps_irq_register(&io.irq_ops, line, tick, registers) < 0, "no such interrupt");
	count(registers, "a function that it registered");
	return 0;
}
