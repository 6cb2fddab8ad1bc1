/*
 * Instance driver of component Driver (device-tree.camkes:40): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "driver_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* The component's notification: whoever signals it adds a badge. */
static struct causeway_notification causeway_g_notification = { CAUSEWAY_NOTIFICATION_MARK, "driver", 0, { NULL, NULL }, false };

/* consumes Dummy uart: seL4DTBHardware driver.own (device-tree.camkes:13) */
void *uart_0;
static struct causeway_interrupt_state causeway_g_uart_states[1];
static const struct causeway_interrupt causeway_g_uart_irqs[] = {
	{ DRIVER_UART_IRQ, PS_INTERRUPT, 65, 0, 1, NULL, uart_irq_handle, 0x0, &causeway_g_uart_states[0],
		"interrupt 'uart' came, but the component has no uart_irq_handle" },
};

/* consumes Dummy timer: seL4DTBHardwareThreadless b (device-tree.camkes:14) */
void *timer_0;

/* consumes Dummy served: seL4DTBHW c (device-tree.camkes:15) */
void *served_0;
static struct causeway_interrupt_state causeway_g_served_states[1];
static const struct causeway_interrupt causeway_g_served_irqs[] = {
	{ DRIVER_SERVED_IRQ, PS_INTERRUPT, 65, 0, 1, NULL, served_irq_handle, 0x0, &causeway_g_served_states[0],
		"interrupt 'served' came, but the component has no served_irq_handle" },
};

/* consumes Dummy told: seL4DTBHWThreadless d (device-tree.camkes:16) */
void *told_0;
static struct causeway_interrupt_state causeway_g_told_states[1];
static const struct causeway_interrupt causeway_g_told_irqs[] = {
	{ DRIVER_TOLD_IRQ, PS_INTERRUPT, 65, 0, 1, NULL, NULL, 0x3, &causeway_g_told_states[0],
		"interrupt 'told' came, but the component has no told_irq_handle" },
};
static const struct causeway_signal causeway_g_told_signals[] = {
	{ &causeway_g_notification, 0x3 },
};

/* consumes Irq line: seL4GlobalAsynchHardwareInterrupt e (device-tree.camkes:17) */
static struct causeway_interrupt_state causeway_g_line_states[1];
static const struct causeway_interrupt causeway_g_line_irqs[] = {
	{ DRIVER_LINE_IRQ, PS_INTERRUPT, 77, 0, 1, NULL, NULL, 0x5, &causeway_g_line_states[0],
		"interrupt 'line' came, but the component has no line_handle" },
};
static const struct causeway_signal causeway_g_line_sources[] = {
	{ &causeway_g_notification, 0x5 },
};

/* What <camkes/io.h> and <camkes/irq.h> find. */
static const struct causeway_registers causeway_g_registers[] = {
	{ 0x40001000, 0x1000, &uart_0 },
	{ 0x50000000, 0x1000, &timer_0 },
	{ 0x40001000, 0x1000, &served_0 },
	{ 0x40001000, 0x1000, &told_0 },
};
static const struct causeway_interrupt *const causeway_g_interrupts[] = {
	causeway_g_uart_irqs,
	causeway_g_served_irqs,
	causeway_g_told_irqs,
	causeway_g_line_irqs,
};
const struct causeway_hardware causeway_g_hardware = { causeway_g_registers, 4, causeway_g_interrupts, 4 };

/* emits Dummy stand_in: seL4DTBHardware driver.own (device-tree.camkes:12) */
void stand_in_emit(void)
{
	if (stand_in_emit_underlying)
		stand_in_emit_underlying();
}

/* consumes Dummy uart: seL4DTBHardware driver.own (device-tree.camkes:13) */
int uart_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
{
	(void)start, (void)size, (void)operation;
	THREAD_MEMORY_FENCE();
	return 0;
}

int uart_irq_acknowledge(ps_irq_t *irq)
{
	return causeway_device_acknowledge(causeway_g_uart_irqs, irq);
}

/* consumes Dummy timer: seL4DTBHardwareThreadless b (device-tree.camkes:14) */

/* consumes Dummy served: seL4DTBHW c (device-tree.camkes:15) */
int served_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
{
	(void)start, (void)size, (void)operation;
	THREAD_MEMORY_FENCE();
	return 0;
}

int served_irq_acknowledge(ps_irq_t *irq)
{
	return causeway_device_acknowledge(causeway_g_served_irqs, irq);
}

/* consumes Dummy told: seL4DTBHWThreadless d (device-tree.camkes:16) */
int told_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
{
	(void)start, (void)size, (void)operation;
	THREAD_MEMORY_FENCE();
	return 0;
}

seL4_CPtr told_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

/* consumes Irq line: seL4GlobalAsynchHardwareInterrupt e (device-tree.camkes:17) */
seL4_CPtr line_notification(void)
{
	return causeway_notification_cap(&causeway_g_notification);
}

seL4_Word line_notification_badge(void)
{
	return 0x5;
}

static void causeway_g_uart_serve(void)
{
	causeway_interrupt_serve(&causeway_g_uart_irqs[0]);
}

static void causeway_g_served_serve(void)
{
	causeway_interrupt_serve(&causeway_g_served_irqs[0]);
}

/* Strands: the threads of the component, and their stacks. */
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_0 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_1 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_2 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "uart" },
	{ causeway_g_stack_2.guard, "served" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "uart", uart__init, causeway_g_uart_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "served", served__init, causeway_g_served_serve, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_interrupt_notified, &causeway_g_served_irqs[0], NULL }, /* DRIVER_SERVED_IRQ */
	{ causeway_signalled, &causeway_g_told_signals[0], NULL }, /* DRIVER_TOLD_IRQ */
	{ causeway_signalled, &causeway_g_line_sources[0], NULL }, /* DRIVER_LINE_IRQ */
	{ causeway_interrupt_notified, &causeway_g_uart_irqs[0], NULL }, /* DRIVER_UART_IRQ */
};

const struct causeway_component causeway_g_component = {
	"driver",
	"Driver",
	0, /* affinity */
	2, /* getpid() */
	pre_init,
	post_init,
	NULL,
	causeway_g_strands,
	causeway_g_strand_states,
	sizeof causeway_g_strands / sizeof *causeway_g_strands,
	causeway_g_channels,
	sizeof causeway_g_channels / sizeof *causeway_g_channels,
	NULL,
	0,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
