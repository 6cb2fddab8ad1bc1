/* What the board linux does not have is refused before anything starts, and at its place. */
#include "launch_harness.h"

static struct harness *with_program(struct model_pd **pd)
{
	struct harness *harness = harness_create();
	*pd = harness_pd(harness, "one", "hello", 10);
	return harness;
}

static void expect_refusal(struct harness *harness, const char *what)
{
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	assert_string_equal(harness->output, "");
	harness_expect_report(harness, what);
	harness_destroy(harness);
}

TEST(virtual_machines_are_refused)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	pd->vm = ARENA_NEW(harness->compilation->arena, struct model_vm);
	expect_refusal(harness, "error: the board linux has no virtual machines: they need a processor's "
				"hypervisor mode [-Wboard]");
}

TEST(ports_and_monitor_calls_are_refused_together)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	struct arena *arena = harness->compilation->arena;
	VEC_PUSH(arena, &pd->ioports, ARENA_NEW(arena, struct model_ioport));
	pd->smc = true;
	harness_run(harness);
	harness_expect_report(harness, "error: the board linux has no I/O ports");
	harness_expect_report(harness, "error: the board linux has no secure monitor");
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_destroy(harness);
}

TEST(capabilities_and_devices_are_refused)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	struct arena *arena = harness->compilation->arena;
	VEC_PUSH(arena, &pd->caps, ARENA_NEW(arena, struct model_cap));
	VEC_PUSH(arena, &harness->model->io_spaces, ARENA_NEW(arena, struct model_io_space));
	harness_run(harness);
	harness_expect_report(harness, "error: the board linux has no capabilities of seL4");
	harness_expect_report(harness, "error: the board linux has no devices behind an IOMMU");
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_destroy(harness);
}

/* Descriptions of the first eras may have them. */
TEST(ids_that_no_badge_has_room_for_are_refused)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	struct model_channel *channel =
		harness_channel(harness, pd, harness_pd(harness, "two", "hello", 11), false);
	channel->ends[1].id = 62;
	expect_refusal(harness, "error: the board linux has no ids above 61: what they would set in a badge "
				"marks faults and calls [-Wboard]");
}

TEST(ids_of_interrupts_that_no_badge_has_room_for_are_refused)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	harness_irq(harness, pd, 62, 5);
	expect_refusal(harness, "error: the board linux has no ids above 61");
}

TEST(boot_information_is_refused)
{
	struct model_pd *pd;
	struct harness *harness = with_program(&pd);
	struct model_region *region = model_region_add(harness->compilation, harness->model, "info", 0x1000);
	region->prefill_bootinfo = "fdt";
	expect_refusal(harness, "error: the board linux has no boot information");
}

TEST(a_program_that_calls_for_what_is_not_there_is_stopped)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "start_guest", "trouble", 10);
	harness_pd(harness, "read_port", "trouble", 9);
	harness_pd(harness, "call_monitor", "trouble", 8);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(harness,
			      "pd 'start_guest' faulted: microkit_vcpu_restart: the board linux has no "
			      "virtual machines");
	harness_expect_report(harness,
			      "pd 'read_port' faulted: microkit_x86_ioport_read_8: the board linux has "
			      "no I/O ports");
	harness_expect_report(harness,
			      "pd 'call_monitor' faulted: microkit_arm_smc_call: the board linux has no "
			      "secure monitor");
	harness_destroy(harness);
}
