/*
 * Instance watcher of component Watcher (hardware.camkes:43): what joins its program to the component runtime.
 */
#include <causeway/causeway.h>
#include <causeway/component.h>
#include <causeway/lock.h>
#include <causeway/notification.h>
#include <camkes/rpc.h>

#include <stddef.h>

#include "camkes.h"
#include "watcher_pd.h"

/* The heap: attribute heap_size. */
static char causeway_g_heap[1048576] __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
char *morecore_area = causeway_g_heap;
size_t morecore_size = sizeof causeway_g_heap;

/* dataport Buf(4096) uart: seL4HardwareMMIO uart_memory (hardware.camkes:29) */
void *uart;
static const struct causeway_dataport causeway_g_uart = { &uart, WATCHER_UART_SIZE, 0 };

/* dataport Buf(8192) card: seL4HardwareMMIO card_memory (hardware.camkes:30) */
void *card;
static const struct causeway_dataport causeway_g_card = { &card, WATCHER_CARD_SIZE, 1 };

/* consumes Ready ready: seL4Notification ready (hardware.camkes:31) */
static struct causeway_event_state causeway_g_ready_state;
static const struct causeway_event causeway_g_ready = { "watcher.ready", &causeway_g_ready_state, NULL };

/* consumes Interrupt pin: seL4HardwareInterrupt pin (hardware.camkes:32) */
static struct causeway_interrupt_state causeway_g_pin_states[1];
static const struct causeway_interrupt causeway_g_pin_irqs[] = {
	{ WATCHER_PIN_IRQ, PS_IOAPIC, 4, 0, 1, pin_handle, NULL, 0x0, &causeway_g_pin_states[0],
		"interrupt 'pin' came, but the component has no pin_handle" },
};

/* consumes Interrupt isa: seL4HardwareInterrupt isa (hardware.camkes:33) */
static struct causeway_interrupt_state causeway_g_isa_states[1];
static const struct causeway_interrupt causeway_g_isa_irqs[] = {
	{ WATCHER_ISA_IRQ, PS_IOAPIC, 6, 0, 1, isa_handle, NULL, 0x0, &causeway_g_isa_states[0],
		"interrupt 'isa' came, but the component has no isa_handle" },
};

/* consumes Interrupt pci: seL4HardwareInterrupt pci (hardware.camkes:34) */
static struct causeway_interrupt_state causeway_g_pci_states[1];
static const struct causeway_interrupt causeway_g_pci_irqs[] = {
	{ WATCHER_PCI_IRQ, PS_IOAPIC, 16, 0, 1, pci_handle, NULL, 0x0, &causeway_g_pci_states[0],
		"interrupt 'pci' came, but the component has no pci_handle" },
};

/* consumes Interrupt message: seL4HardwareInterrupt message (hardware.camkes:35) */
static struct causeway_interrupt_state causeway_g_message_states[1];
static const struct causeway_interrupt causeway_g_message_irqs[] = {
	{ WATCHER_MESSAGE_IRQ, PS_MSI, 0, 0, 1, message_handle, NULL, 0x0, &causeway_g_message_states[0],
		"interrupt 'message' came, but the component has no message_handle" },
};

/* What <camkes/io.h> and <camkes/irq.h> find. */
static const struct causeway_registers causeway_g_registers[] = {
	{ 0x9000000, 0x1000, &uart },
	{ 0xe0000000, 0x2000, &card },
};
static const struct causeway_interrupt *const causeway_g_interrupts[] = {
	causeway_g_pin_irqs,
	causeway_g_isa_irqs,
	causeway_g_pci_irqs,
	causeway_g_message_irqs,
};
const struct causeway_hardware causeway_g_hardware = { causeway_g_registers, 2, causeway_g_interrupts, 4 };

static const struct causeway_dataport *const causeway_g_dataports[] = {
	&causeway_g_uart,
	&causeway_g_card,
};

/* dataport Buf(4096) uart: seL4HardwareMMIO uart_memory (hardware.camkes:29) */
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

/* dataport Buf(8192) card: seL4HardwareMMIO card_memory (hardware.camkes:30) */
int card_wrap_ptr(dataport_ptr_t *pointer, void *address)
{
	return causeway_dataport_wrap(&causeway_g_card, pointer, address);
}

void *card_unwrap_ptr(dataport_ptr_t *pointer)
{
	return causeway_dataport_unwrap(&causeway_g_card, pointer);
}

void *card_translate_paddr(uintptr_t address, size_t size)
{
	uintptr_t offset = address - 0xe0000000;
	return offset < 0x2000 && size <= 0x2000 - offset ? (char *)(uintptr_t)card + offset : NULL;
}

/* consumes Ready ready: seL4Notification ready (hardware.camkes:31) */
void ready_wait(void)
{
	causeway_event_wait(&causeway_g_ready);
}

int ready_poll(void)
{
	return causeway_event_poll(&causeway_g_ready);
}

int ready_reg_callback(void (*callback)(void *), void *argument)
{
	return causeway_event_reg_callback(&causeway_g_ready, callback, argument);
}

camkes_error_handler_t ready_register_error_handler(camkes_error_handler_t handler)
{
	static camkes_error_handler_t current;
	camkes_error_handler_t previous = current;
	current = handler;
	return previous;
}

/* consumes Interrupt pin: seL4HardwareInterrupt pin (hardware.camkes:32) */
int pin_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_pin_irqs[0]);
}

/* consumes Interrupt isa: seL4HardwareInterrupt isa (hardware.camkes:33) */
int isa_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_isa_irqs[0]);
}

/* consumes Interrupt pci: seL4HardwareInterrupt pci (hardware.camkes:34) */
int pci_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_pci_irqs[0]);
}

/* consumes Interrupt message: seL4HardwareInterrupt message (hardware.camkes:35) */
int message_acknowledge(void)
{
	return causeway_interrupt_acknowledge(&causeway_g_message_irqs[0]);
}

static void causeway_g_ready_serve(void)
{
	causeway_event_serve(&causeway_g_ready);
}

static void causeway_g_pin_serve(void)
{
	causeway_interrupt_serve(&causeway_g_pin_irqs[0]);
}

static void causeway_g_isa_serve(void)
{
	causeway_interrupt_serve(&causeway_g_isa_irqs[0]);
}

static void causeway_g_pci_serve(void)
{
	causeway_interrupt_serve(&causeway_g_pci_irqs[0]);
}

static void causeway_g_message_serve(void)
{
	causeway_interrupt_serve(&causeway_g_message_irqs[0]);
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
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_3 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_4 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static struct {
	unsigned char guard[CAUSEWAY_STACK_ALIGNMENT];
	unsigned char stack[16384];
} causeway_g_stack_5 __attribute__((aligned(CAUSEWAY_STACK_ALIGNMENT)));
static const struct causeway_guard causeway_g_guards[]
	__attribute__((used, section("causeway_guards"))) = {
	{ causeway_g_stack_0.guard, "0_control" },
	{ causeway_g_stack_1.guard, "ready" },
	{ causeway_g_stack_2.guard, "pin" },
	{ causeway_g_stack_3.guard, "isa" },
	{ causeway_g_stack_4.guard, "pci" },
	{ causeway_g_stack_5.guard, "message" },
};
static struct causeway_strand_state causeway_g_strand_states[6];
static const struct causeway_strand causeway_g_strands[] = {
	{ "0_control", NULL, NULL, causeway_g_stack_0.stack, sizeof causeway_g_stack_0.stack },
	{ "ready", ready__init, causeway_g_ready_serve, causeway_g_stack_1.stack, sizeof causeway_g_stack_1.stack },
	{ "pin", pin__init, causeway_g_pin_serve, causeway_g_stack_2.stack, sizeof causeway_g_stack_2.stack },
	{ "isa", isa__init, causeway_g_isa_serve, causeway_g_stack_3.stack, sizeof causeway_g_stack_3.stack },
	{ "pci", pci__init, causeway_g_pci_serve, causeway_g_stack_4.stack, sizeof causeway_g_stack_4.stack },
	{ "message", message__init, causeway_g_message_serve, causeway_g_stack_5.stack, sizeof causeway_g_stack_5.stack },
};

/* What comes over a channel, by its id: a notification's function and object, a caller. */
static const struct causeway_channel causeway_g_channels[] = {
	{ causeway_event_notified, &causeway_g_ready, NULL }, /* WATCHER_READY_CHANNEL */
	{ causeway_interrupt_notified, &causeway_g_pin_irqs[0], NULL }, /* WATCHER_PIN_IRQ */
	{ causeway_interrupt_notified, &causeway_g_isa_irqs[0], NULL }, /* WATCHER_ISA_IRQ */
	{ causeway_interrupt_notified, &causeway_g_pci_irqs[0], NULL }, /* WATCHER_PCI_IRQ */
	{ causeway_interrupt_notified, &causeway_g_message_irqs[0], NULL }, /* WATCHER_MESSAGE_IRQ */
};

const struct causeway_component causeway_g_component = {
	"watcher",
	"Watcher",
	0, /* affinity */
	3, /* getpid() */
	pre_init,
	post_init,
	NULL,
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
