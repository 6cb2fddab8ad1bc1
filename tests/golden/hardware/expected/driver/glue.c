/*
 * Instance driver of component Driver (hardware.camkes:42): what joins its program to the component runtime.
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

/* dataport Buf(4096) uart: seL4HardwareMMIO uart_memory (hardware.camkes:22) */
void *uart;
static const struct causeway_dataport causeway_g_uart = { &uart, DRIVER_UART_SIZE, 0 };

/* consumes Interrupt received: seL4HardwareInterrupt received (hardware.camkes:23) */
static struct causeway_interrupt_state causeway_g_received_states[1];
static const struct causeway_interrupt causeway_g_received_irqs[] = {
	{ DRIVER_RECEIVED_IRQ, PS_INTERRUPT, 33, 0, 1, received_handle, NULL, 0x0, &causeway_g_received_states[0],
		"interrupt 'received' came, but the component has no received_handle" },
};

/* consumes Interrupt sent: seL4HardwareInterrupt sent (hardware.camkes:24) */
static struct causeway_interrupt_state causeway_g_sent_states[1];
static const struct causeway_interrupt causeway_g_sent_irqs[] = {
	{ DRIVER_SENT_IRQ, PS_INTERRUPT, 40, 0, 1, sent_handle, NULL, 0x0, &causeway_g_sent_states[0],
		"interrupt 'sent' came, but the component has no sent_handle" },
};

/* What <camkes/io.h> and <camkes/irq.h> find. */
static const struct causeway_registers causeway_g_registers[] = {
	{ 0x9000000, 0x1000, &uart },
};
static const struct causeway_interrupt *const causeway_g_interrupts[] = {
	causeway_g_received_irqs,
	causeway_g_sent_irqs,
};
const struct causeway_hardware causeway_g_hardware = { causeway_g_registers, 1, causeway_g_interrupts, 2 };

/* emits Ready ready: seL4Notification ready (hardware.camkes:25) */
static const unsigned char causeway_g_ready_channels[] = {
	DRIVER_READY_CHANNEL, /* to watcher */
};
static const struct causeway_emitter causeway_g_ready = { causeway_g_ready_channels, 1, NULL, 0, NULL };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_uart,
};

/* dataport Buf(4096) uart: seL4HardwareMMIO uart_memory (hardware.camkes:22) */
int uart_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_uart, pointer, address);
}

void *uart_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_uart, pointer);
}

void *uart_translate_paddr(uintptr_t address, size_t size)
{
	uintptr_t offset = address - 0x9000000;
	return offset < 0x1000 && size <= 0x1000 - offset ? (char *)(uintptr_t)uart + offset : NULL;
}

int uart_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
{
	(void)start, (void)size, (void)operation;
	THREAD_MEMORY_FENCE();
	return 0;
}

/* consumes Interrupt received: seL4HardwareInterrupt received (hardware.camkes:23) */
int received_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_received_irqs[0]);
}

/* consumes Interrupt sent: seL4HardwareInterrupt sent (hardware.camkes:24) */
int sent_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_sent_irqs[0]);
}

/* emits Ready ready: seL4Notification ready (hardware.camkes:25) */
void ready_emit_underlying(void)
{
	causeway_emit(&causeway_g_ready);
}

void ready_emit(void)
{
	ready_emit_underlying();
}

static void causeway_g_received_serve(void)
{
	causeway_interrupt_serve(&causeway_g_received_irqs[0]);
}

static void causeway_g_sent_serve(void)
{
	causeway_interrupt_serve(&causeway_g_sent_irqs[0]);
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
	{ causeway_g_stack_1.guard, "received" },
	{ causeway_g_stack_2.guard, "sent" },
};
static struct causeway_strand_state causeway_g_strand_states[3];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "received", received__init, causeway_g_received_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "sent", sent__init, causeway_g_sent_serve, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_interrupt_notified, &causeway_g_received_irqs[0], NULL }, /* DRIVER_RECEIVED_IRQ */
	{ causeway_interrupt_notified, &causeway_g_sent_irqs[0], NULL }, /* DRIVER_SENT_IRQ */
};

const struct causeway_component causeway_g_component = {
	"driver",
	"Driver",
	0, /* affinity */
	2, /* getpid() */
	pre_init,
	post_init,
	run,
	causeway_g_strands,
	causeway_g_strand_states,
	sizeof causeway_g_strands / sizeof *causeway_g_strands,
	causeway_g_channels,
	sizeof causeway_g_channels / sizeof *causeway_g_channels,
	causeway_g_dataports,
	sizeof causeway_g_dataports / sizeof *causeway_g_dataports,
	false, /* serves protected procedures */
	CAUSEWAY_ERROR_MODE,
};
