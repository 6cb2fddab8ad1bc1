#include "../unit/test.h"

#include "camkes/io.h"
#include "camkes/irq.h"
#include "fake.h"
#include "microkit.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

enum { LINE = 4 };

static void handle(void);

static struct causeway_interrupt_state line_state;
static const struct causeway_interrupt interrupt = { LINE,   PS_INTERRUPT, 33, 0,	    1,
						     handle, NULL,	   0,  &line_state, "nobody" };
static const struct causeway_interrupt unhandled = {
	LINE, PS_INTERRUPT, 34, 0, 1, NULL, NULL, 0, &line_state, "interrupt 'a' came for nobody"
};

static void handle(void)
{
	fake_note("handled");
	causeway_event_wait(&fake_b);
	fake_note("acknowledges");
	CHECK(causeway_interrupt_acknowledge(&interrupt) == 0);
}

static void serve(void)
{
	causeway_interrupt_serve(&interrupt);
}

static void serve_unhandled(void)
{
	causeway_interrupt_serve(&unhandled);
}

/* The handler may block: what comes meanwhile is handled after it. */
COMPONENT_TEST(the_interface_strand_handles_interrupts)
{
	fake_program.a_serve = serve;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &interrupt, NULL });
	init();
	CHECK(!strcmp(fake_log, ""));
	fake_deliver(LINE);
	fake_deliver(LINE);
	CHECK(!strcmp(fake_log, "handled "));
	CHECK(fake_acknowledged[LINE] == 0);
	fake_deliver(5);
	CHECK(!strcmp(fake_log, "handled acknowledges handled "));
	CHECK(fake_acknowledged[LINE] == 1);
}

COMPONENT_TEST(an_interrupt_that_came_before_start_up_was_over_is_handled)
{
	fake_program.a_serve = serve;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &interrupt, NULL });
	causeway_interrupt_notified(&interrupt);
	init();
	CHECK(!strcmp(fake_log, "handled "));
}

static void take_unhandled(void)
{
	fake_program.a_serve = serve_unhandled;
	fake_listen(LINE, (struct causeway_channel){ causeway_interrupt_notified, &unhandled, NULL });
	init();
	fake_deliver(LINE);
}

TEST(an_interrupt_without_a_handler_is_a_fault)
{
	int status = fake_isolate(take_unhandled);
	assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* ------------------------------------------------------- devices */

static void device_handle(ps_irq_t *irq);

static struct causeway_interrupt_state device_states[2];
static const struct causeway_interrupt device[] = {
	{ 8, PS_INTERRUPT, 40, 0, 2, NULL, device_handle, 0, &device_states[0], "" },
	{ 9, PS_INTERRUPT, 41, 1, 2, NULL, device_handle, 0, &device_states[1], "" },
};

static void device_handle(ps_irq_t *irq)
{
	fake_note(irq->irq.number == 40 ? "first" : irq->irq.number == 41 ? "second" : "which?");
	CHECK(irq->type == PS_INTERRUPT && !causeway_device_acknowledge(device, irq));
	CHECK(causeway_device_acknowledge(device, &(ps_irq_t){ .type = PS_IOAPIC }) == -1);
}

static void serve_device(void)
{
	causeway_interrupt_serve(&device[0]);
}

COMPONENT_TEST(one_strand_serves_all_interrupts_of_a_device)
{
	fake_program.a_serve = serve_device;
	for (unsigned i = 0; i < 2; i++)
		fake_listen(8 + i,
			    (struct causeway_channel){ causeway_interrupt_notified, &device[i], NULL });
	init();
	fake_deliver(9);
	fake_deliver(8);
	CHECK(!strcmp(fake_log, "second first "));
	CHECK(fake_acknowledged[8] == 1 && fake_acknowledged[9] == 1);
}

/* ------------------------------------------ libplatsupport's operations */

static struct causeway_interrupt_state pin_state, told_state;
static const struct causeway_interrupt pin = { 10, PS_IOAPIC, 4, 0, 1, NULL, NULL, 0, &pin_state, "pin" },
				       told = {
					       11, PS_INTERRUPT, 50, 0, 1, NULL, NULL, 4, &told_state, "told"
				       };
static const struct causeway_interrupt *const interrupts[] = { device, &pin, &told };
static char block[8192];
static char *block_pointer = block;
static const struct causeway_registers registers[] = { { 0x10000000, sizeof block, &block_pointer } };
const struct causeway_hardware causeway_g_hardware = { registers, 1, interrupts, 3 };

static char datum;

static void callback(void *data, ps_irq_acknowledge_fn_t acknowledge, void *acknowledge_data)
{
	CHECK(data == &datum);
	fake_note("called");
	CHECK(acknowledge(acknowledge_data) == 0);
}

static void serve_pin(void)
{
	causeway_interrupt_serve(&pin);
}

COMPONENT_TEST(a_registered_function_takes_the_interrupt)
{
	ps_irq_ops_t ops;
	CHECK(!camkes_irq_ops(&ops));
	irq_id_t id = ps_irq_register(&ops, (ps_irq_t){ .type = PS_IOAPIC, .ioapic = { 0, 4, 0, 0, 0 } },
				      callback, &datum);
	CHECK(id == 2 && fake_acknowledged[10] == 1);
	CHECK(ps_irq_register(&ops, (ps_irq_t){ .type = PS_IOAPIC, .ioapic = { 0, 4, 0, 0, 0 } }, callback,
			      &datum) == -EADDRINUSE);
	CHECK(ps_irq_register(&ops, (ps_irq_t){ .type = PS_INTERRUPT, .irq = { 4 } }, callback, &datum) ==
	      -ENOENT);
	fake_program.a_serve = serve_pin;
	fake_listen(10, (struct causeway_channel){ causeway_interrupt_notified, &pin, NULL });
	init();
	fake_deliver(10);
	CHECK(!strcmp(fake_log, "called ") && fake_acknowledged[10] == 2);
	CHECK(!ps_irq_unregister(&ops, id) && ps_irq_unregister(&ops, id) == -EINVAL &&
	      ps_irq_unregister(&ops, 99) == -EINVAL);
}

static void serve_both_ways(void)
{
	ps_irq_ops_t ops;
	camkes_irq_ops(&ops);
	ps_irq_register(&ops, (ps_irq_t){ .type = PS_INTERRUPT, .irq = { 40 } }, callback, &datum);
	causeway_interrupt_notified(&device[0]);
	causeway_interrupt_serve(&device[0]);
}

static void take_both_ways(void)
{
	fake_program.a_serve = serve_both_ways;
	init();
}

TEST(an_interrupt_with_two_handlers_is_a_fault)
{
	int status = fake_isolate(take_both_ways);
	assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

COMPONENT_TEST(interrupts_at_the_notification_are_called_by_their_badge)
{
	ps_irq_ops_t ops;
	camkes_irq_ops(&ops);
	CHECK(camkes_handle_global_endpoint_irq(5) == 0);
	CHECK(ps_irq_register(&ops, (ps_irq_t){ .type = PS_INTERRUPT, .irq = { 50 } }, callback, &datum) ==
	      3);
	CHECK(camkes_handle_global_endpoint_irq(3) == 0);
	CHECK(camkes_handle_global_endpoint_irq(5) == 1);
	CHECK(!strcmp(fake_log, "called "));
}

static int count_matches(void *count, void *interface, char **properties)
{
	(void)properties;
	++*(int *)count;
	return interface == &datum ? PS_INTERFACE_FOUND_MATCH : PS_INTERFACE_NO_MATCH;
}

COMPONENT_TEST(operations_find_what_the_component_has)
{
	ps_io_ops_t ops;
	void *memory = NULL;
	int count = 0;
	CHECK(!camkes_io_ops(&ops));
	CHECK(ps_io_map(&ops.io_mapper, 0x10000010, 0x1ff0, 0, PS_MEM_NORMAL) == block + 0x10);
	CHECK(!ps_io_map(&ops.io_mapper, 0x10000010, 0x1ff1, 0, PS_MEM_NORMAL));
	CHECK(!ps_io_map(&ops.io_mapper, 0x0ffffff0, 0x10, 0, PS_MEM_NORMAL));
	CHECK(!ps_calloc(&ops.malloc_ops, 2, 8, &memory) && !((char *)memory)[15]);
	CHECK(!ps_free(&ops.malloc_ops, 16, memory));
	CHECK(ps_io_port_in(&ops.io_port_ops, 1, IOSIZE_8, NULL) == ENOSYS && !ps_io_fdt_get(&ops.io_fdt));
	ps_interface_registration_ops_t *registry = &ops.interface_registration_ops;
	CHECK(!ps_interface_register(registry, PS_CHARDEV_INTERFACE, &datum, NULL));
	CHECK(ps_interface_register(registry, PS_CHARDEV_INTERFACE, &datum, NULL) == -EINVAL);
	CHECK(!ps_interface_register(registry, PS_CHARDEV_INTERFACE, block, NULL));
	CHECK(!ps_interface_find(registry, PS_CHARDEV_INTERFACE, count_matches, &count) && count == 2);
	CHECK(ps_interface_find(registry, PS_CLOCK_INTERFACE, count_matches, &count) == -ENOENT);
	CHECK(!ps_interface_unregister(registry, PS_CHARDEV_INTERFACE, &datum));
	CHECK(ps_interface_find(registry, PS_CHARDEV_INTERFACE, count_matches, &count) == -ENOENT);
	CHECK(!ps_interface_unregister(registry, PS_CHARDEV_INTERFACE, block));
	CHECK(ps_interface_unregister(registry, PS_CHARDEV_INTERFACE, block) == -ENOENT);
}
