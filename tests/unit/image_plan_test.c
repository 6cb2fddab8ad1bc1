#include "abi/sel4_contract.h"
#include "image_harness.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static const void *table(const struct loaded *loaded, struct sel4_span span)
{
	return (const char *)loaded->spec + span.offset;
}

/* The name of whom a thread is for. */
static const char *name_of(const struct loaded *loaded, unsigned name)
{
	const uint32_t *names = table(loaded, loaded->spec->names);
	assert_true(name < loaded->spec->names.count);
	return (const char *)loaded->spec + names[name];
}

static const struct sel4_thread *thread_of(const struct loaded *loaded, const char *name)
{
	const struct sel4_thread *threads = table(loaded, loaded->spec->threads);
	for (uint32_t i = 0; i < loaded->spec->threads.count; i++)
		if (!strcmp(name_of(loaded, threads[i].name), name))
			return &threads[i];
	fail_msg("no thread of %s", name);
	return NULL;
}

/* What is in a slot; NULL: nothing. */
static const struct sel4_cap *cap_of(const struct loaded *loaded, uint32_t cnode, unsigned slot)
{
	const struct sel4_cap *caps = table(loaded, loaded->spec->caps);
	for (uint32_t i = 0; i < loaded->spec->caps.count; i++)
		if (caps[i].cnode == cnode && caps[i].slot == slot)
			return &caps[i];
	return NULL;
}

/* What is mapped at an address. */
static const struct sel4_map *map_of(const struct loaded *loaded, uint32_t vspace, uint64_t address)
{
	const struct sel4_map *maps = table(loaded, loaded->spec->maps);
	for (uint32_t i = 0; i < loaded->spec->maps.count; i++)
		if (maps[i].vspace == vspace && address - maps[i].address < (uint64_t)maps[i].count
										    << maps[i].bits)
			return &maps[i];
	return NULL;
}

static const struct sel4_run *run_of(const struct loaded *loaded, uint32_t object)
{
	const struct sel4_run *runs = table(loaded, loaded->spec->runs);
	for (uint32_t i = 0, first = 0; i < loaded->spec->runs.count; first += runs[i++].count)
		if (object - first < runs[i].count)
			return &runs[i];
	fail_msg("no object %u", object);
	return NULL;
}

static struct loaded load(struct harness *harness)
{
	struct out *image = harness_pack(harness);
	if (!image)
		fail_msg("%s", harness->messages);
	return harness_load(harness, image);
}

static void assert_refused(struct harness *harness, const char *message)
{
	assert_null(harness_pack(harness));
	if (!strstr(harness->messages, message))
		fail_msg("not '%s' but: %s", message, harness->messages);
}

TEST(memory_that_must_be_zero_is_and_no_zeros_are_stored)
{
	struct harness harness;
	harness_open(&harness);
	harness_pd(&harness, "a", 10);
	struct out *image = harness_pack(&harness);
	struct loaded loaded = harness_load(&harness, image);
	for (size_t i = HARNESS_KERNEL_STORED; i < HARNESS_KERNEL_SIZE; i++)
		assert_int_equal(loaded.memory[i], 0);
	for (size_t i = 0; i < HARNESS_KERNEL_STORED; i++)
		assert_int_not_equal(loaded.memory[i], 0);
	/* The kernel's zeroed part alone is larger than all of the image. */
	assert_true(out_length(image) < 0x7000);
	harness_close(&harness);
}

TEST(variables_have_their_values_even_in_zeroed_data)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "first", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x1000);
	struct model_map *map = model_map_add(harness.compilation, pd, region, 0x5000000, MODEL_PERM_READ);
	map->setvar_vaddr = "setting";
	struct loaded loaded = load(&harness);
	const struct sel4_thread *thread = thread_of(&loaded, "pd 'first'");
	const struct sel4_map *data = map_of(&loaded, thread->vspace, 0x201000);
	assert_true(data && data->flags & SEL4_MAP_IMAGE);
	assert_int_equal(data->count, 3);
	const unsigned char *bytes = loaded.pages + data->frame * SEL4_PAGE;
	uint64_t value;
	memcpy(&value, bytes + 0x2ff0, sizeof value);
	assert_int_equal(value, 0x5000000);
	assert_string_equal((const char *)bytes + 0x40, "first");
	harness_close(&harness);
}

/* What was read of a file serves all, what is put into variables does not. */
TEST(protection_domains_of_one_program_have_values_of_their_own)
{
	static const char *const names[] = { "pd 'one'", "pd 'two'", "pd 'other'" };
	static const uint64_t values[] = { 0x5000000, 0x6000000, 0 };
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pds[] = { harness_pd(&harness, "one", 10), harness_pd(&harness, "two", 10),
				   harness_pd(&harness, "other", 10) };
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x1000);
	for (unsigned i = 0; i < 3; i++) {
		harness.programs[i] = harness.programs[0];
		struct model_map *map = model_map_add(harness.compilation, pds[i], region,
						      0x5000000 + i * 0x1000000, MODEL_PERM_READ);
		map->setvar_vaddr = i < 2 ? "setting" : NULL;
	}
	struct loaded loaded = load(&harness);
	for (unsigned i = 0; i < 3; i++) {
		const struct sel4_thread *thread = thread_of(&loaded, names[i]);
		const struct sel4_map *data = map_of(&loaded, thread->vspace, 0x201000);
		assert_non_null(data);
		const unsigned char *bytes = loaded.pages + data->frame * SEL4_PAGE;
		uint64_t value = 0;
		if (data->count == 3)
			memcpy(&value, bytes + 0x2ff0, sizeof value);
		assert_int_equal(value, values[i]);
		assert_string_equal((const char *)bytes + 0x40, pds[i]->name);
	}
	harness_close(&harness);
}

TEST(a_guard_page_is_not_mapped_and_what_is_around_it_is)
{
	struct harness harness;
	harness_open(&harness);
	harness_pd_with_guard(&harness, "a", 0x203000, 16);
	struct loaded loaded = load(&harness);
	const struct sel4_thread *thread = thread_of(&loaded, "pd 'a'");
	const struct sel4_map *first = map_of(&loaded, thread->vspace, 0x201000);
	const struct sel4_map *before = map_of(&loaded, thread->vspace, 0x202000);
	const struct sel4_map *behind = map_of(&loaded, thread->vspace, 0x204000);
	assert_true(first && first->flags & SEL4_MAP_IMAGE && first->count == 1);
	assert_true(before && before->count == 1);
	assert_null(map_of(&loaded, thread->vspace, 0x203000));
	assert_true(behind && behind->address == 0x204000 && behind->count == 3);
	assert_int_equal(behind->frame, before->frame + 1);
	assert_int_equal(run_of(&loaded, before->frame)->count, 4);
	harness_close(&harness);
}

TEST(a_guard_page_may_hold_bytes_of_the_file)
{
	struct harness harness;
	harness_open(&harness);
	harness_pd_with_guard(&harness, "a", 0x201000, 16);
	struct loaded loaded = load(&harness);
	const struct sel4_thread *thread = thread_of(&loaded, "pd 'a'");
	assert_null(map_of(&loaded, thread->vspace, 0x201000));
	assert_int_equal(map_of(&loaded, thread->vspace, 0x202000)->count, 5);
	harness_close(&harness);
}

TEST(a_table_of_guard_pages_that_is_not_in_the_program_is_refused)
{
	static const size_t sizes[] = { 0x40, 8, SIZE_MAX & ~(size_t)15 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct harness harness;
		harness_open(&harness);
		harness_pd_with_guard(&harness, "a", 0x203000, sizes[i]);
		assert_refused(&harness, "the table of guard pages of");
		harness_close(&harness);
	}
}

TEST(channels_are_the_published_slots_and_badges)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *low = harness_pd(&harness, "low", 10), *high = harness_pd(&harness, "high", 20);
	struct model_channel *channel = model_channel_add(harness.compilation, harness.model, low, high);
	channel->ends[0].id = 3;
	channel->ends[1].id = 5;
	channel->ends[0].pp = channel->ends[0].notify = channel->ends[1].notify = true;
	struct loaded loaded = load(&harness);
	const struct sel4_thread *caller = thread_of(&loaded, "pd 'low'"),
				 *callee = thread_of(&loaded, "pd 'high'");
	const struct sel4_cap *notify = cap_of(&loaded, caller->cnode, SEL4_SLOT_NOTIFY + 3);
	const struct sel4_cap *call = cap_of(&loaded, caller->cnode, SEL4_SLOT_CALL + 3);
	const struct sel4_cap *input = cap_of(&loaded, callee->cnode, SEL4_SLOT_INPUT);
	assert_true(notify && call && input);
	assert_int_equal(notify->badge, 1 << 5);
	assert_int_equal(notify->object, callee->notification);
	assert_true(call->badge == (SEL4_BADGE_CALL | 5));
	assert_int_equal(call->object, input->object);
	assert_int_equal(run_of(&loaded, input->object)->type, SEL4_TYPE_ENDPOINT);
	assert_null(cap_of(&loaded, callee->cnode, SEL4_SLOT_CALL + 5));
	/* Nobody calls it: it waits on its notification. */
	assert_int_equal(cap_of(&loaded, caller->cnode, SEL4_SLOT_INPUT)->object, caller->notification);
	assert_int_equal(run_of(&loaded, callee->cnode)->bits + callee->guard, 64);
	harness_close(&harness);
}

TEST(faults_go_to_the_parent_or_to_the_monitor)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *parent = harness_pd(&harness, "parent", 20),
			*child = harness_pd(&harness, "child", 10);
	child->parent = parent;
	child->child_id = 7;
	VEC_PUSH(harness.compilation->arena, &parent->children, child);
	struct loaded loaded = load(&harness);
	const struct sel4_thread *above = thread_of(&loaded, "pd 'parent'"),
				 *below = thread_of(&loaded, "pd 'child'");
	assert_true(below->fault_badge == (SEL4_BADGE_FAULT | 7));
	assert_int_equal(below->fault_endpoint, cap_of(&loaded, above->cnode, SEL4_SLOT_INPUT)->object);
	assert_int_equal(cap_of(&loaded, above->cnode, SEL4_SLOT_CHILD + 7)->object, below->tcb);
	assert_int_equal(above->fault_badge, 1);
	assert_int_equal(
		above->fault_endpoint,
		cap_of(&loaded, thread_of(&loaded, "the monitor")->cnode, SEL4_MONITOR_FAULT)->object);
	harness_close(&harness);
}

TEST(regions_use_large_pages_where_they_can)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10), *other = harness_pd(&harness, "b", 10);
	struct model_region *large = model_region_add(harness.compilation, harness.model, "large", 0x400000);
	struct model_region *small = model_region_add(harness.compilation, harness.model, "small", 0x400000);
	model_map_add(harness.compilation, pd, large, 0x40000000, MODEL_PERM_READ);
	model_map_add(harness.compilation, other, large, 0x40000000, MODEL_PERM_READ);
	model_map_add(harness.compilation, pd, small, 0x50001000, MODEL_PERM_READ | MODEL_PERM_WRITE);
	struct loaded loaded = load(&harness);
	uint32_t space = thread_of(&loaded, "pd 'a'")->vspace, second = thread_of(&loaded, "pd 'b'")->vspace;
	assert_int_equal(map_of(&loaded, space, 0x40000000)->bits, 21);
	assert_int_equal(map_of(&loaded, space, 0x40000000)->count, 2);
	assert_int_equal(map_of(&loaded, space, 0x40000000)->flags & SEL4_MAP_COPY, 0);
	assert_true(map_of(&loaded, second, 0x40000000)->flags & SEL4_MAP_COPY);
	assert_int_equal(map_of(&loaded, space, 0x50001000)->bits, 12);
	assert_int_equal(map_of(&loaded, space, 0x50001000)->rights, SEL4_RIGHT_READ | SEL4_RIGHT_WRITE);
	harness_close(&harness);
}

TEST(physical_addresses_are_kept_chosen_and_made_first)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *fixed = model_region_add(harness.compilation, harness.model, "fixed", 0x1000);
	struct model_region *chosen = model_region_add(harness.compilation, harness.model, "chosen", 0x3000);
	fixed->has_phys_addr = true;
	fixed->phys_addr = 0x70001000;
	model_map_add(harness.compilation, pd, fixed, 0x40000000, MODEL_PERM_READ)->cached = false;
	model_map_add(harness.compilation, pd, chosen, 0x50000000, MODEL_PERM_READ);
	struct model_setvar *setvar = ARENA_NEW(harness.compilation->arena, struct model_setvar);
	*setvar = (struct model_setvar){ "setting", chosen, { 0, 0 } };
	VEC_PUSH(harness.compilation->arena, &pd->setvars, setvar);
	struct loaded loaded = load(&harness);
	uint32_t space = thread_of(&loaded, "pd 'a'")->vspace;
	const struct sel4_run *runs = table(&loaded, loaded.spec->runs);
	assert_true(map_of(&loaded, space, 0x40000000)->flags & SEL4_MAP_UNCACHED);
	assert_int_equal(runs[0].address, 0x70001000);
	/* Not over the fixed one. */
	assert_int_equal(runs[1].address, 0x70002000);
	assert_true(runs[2].address == SEL4_NO_ADDRESS);
	for (uint32_t i = 3; i < loaded.spec->runs.count; i++)
		if (runs[i].type != SEL4_TYPE_CNODE && runs[i - 1].type != SEL4_TYPE_CNODE)
			assert_true(runs[i].bits <= runs[i - 1].bits);
	harness_close(&harness);
}

TEST(devices_of_the_board_stand_for_those_of_the_host)
{
	struct harness harness;
	harness_open(&harness);
	harness.board.timer_irq = 30;
	harness.board.terminal_irq = 33;
	harness.board.terminal = 0x9000000;
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	static const enum sel4_device_kind kinds[] = { SEL4_DEVICE_TIMER, SEL4_DEVICE_TERMINAL };
	for (unsigned i = 0; i < 2; i++) {
		struct model_region *region = model_region_add(harness.compilation, harness.model,
							       i ? "terminal" : "timer", 0x1000);
		struct model_irq *irq =
			model_irq_add(harness.compilation, harness.model, pd,
				      &(struct model_irq){ .kind = MODEL_IRQ_LINE, .number = 1000 + i });
		irq->id = 5 + i;
		region->has_phys_addr = true;
		region->phys_addr = 0xf00000000 + i * 0x1000;
		struct model_map *map = model_map_add(harness.compilation, pd, region, 0x5000000 + i * 0x1000,
						      MODEL_PERM_READ | MODEL_PERM_WRITE);
		VEC_PUSH(harness.compilation->arena, &harness.inputs.devices,
			 (struct image_device){ kinds[i], pd, irq, map });
	}
	struct loaded loaded = load(&harness);
	const struct sel4_thread *thread = thread_of(&loaded, "pd 'a'");
	const struct sel4_irq *irqs = table(&loaded, loaded.spec->irqs);
	assert_int_equal(irqs[0].number, 30);
	assert_int_equal(irqs[1].number, 33);
	/* What the program takes for registers is memory; the real ones of the terminal are two pages below
	 * the stack. */
	uint64_t memory = run_of(&loaded, map_of(&loaded, thread->vspace, 0x5000000)->frame)->address;
	assert_true(memory >= 0x60000000 && memory < 0xc0000000);
	struct sel4_device devices[SEL4_DEVICES];
	const struct sel4_map *data = map_of(&loaded, thread->vspace, 0x201000);
	memcpy(devices, loaded.pages + data->frame * SEL4_PAGE + 0xc0, sizeof devices);
	assert_int_equal(devices[0].registers, 0x5000000);
	assert_int_equal(devices[0].kind, SEL4_DEVICE_TIMER);
	assert_int_equal(devices[0].irq, 5);
	assert_int_equal(devices[1].registers, 0x5001000);
	assert_int_equal(devices[2].kind, SEL4_DEVICE_NONE);
	const struct sel4_map *line = map_of(&loaded, thread->vspace, devices[1].hardware);
	assert_true(line && line->flags & SEL4_MAP_UNCACHED);
	assert_int_equal(run_of(&loaded, line->frame)->address, 0x9000000);
	harness_close(&harness);
}

TEST(page_tables_come_from_the_root_down_and_once_each)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x2000);
	model_map_add(harness.compilation, pd, region, 0x3fffffff000, MODEL_PERM_READ);
	harness.kernel.user_top = 0xfffffffffff;
	struct loaded loaded = load(&harness);
	const struct sel4_table *tables = table(&loaded, loaded.spec->tables);
	uint32_t space = thread_of(&loaded, "pd 'a'")->vspace;
	static const uint64_t expected[] = {
		0,	  0x38000000000, 0x40000000000, 0xf8000000000, /* of 512 GiB */
		0,	  0x3ffc0000000, 0x40000000000, 0xfffc0000000, /* of 1 GiB */
		0x200000, 0x3ffffe00000, 0x40000000000, 0xfffffe00000, /* of 2 MiB */
	};
	unsigned count = 0;
	for (uint32_t i = 0; i < loaded.spec->tables.count; i++)
		if (tables[i].vspace == space) {
			assert_true(count < sizeof expected / sizeof *expected);
			assert_true(tables[i].address == expected[count++]);
		}
	assert_int_equal(count, 12);
	harness_close(&harness);
}

TEST(what_a_board_cannot_do_is_refused)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	pd->vm = ARENA_NEW(harness.compilation->arena, struct model_vm);
	/* -Wboard-feature */
	assert_refused(&harness, "virtual machines are not supported in boot images [-Wboard-feature]");
	harness_close(&harness);
}

TEST(a_system_that_has_no_room_is_refused_and_says_what_is_largest)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "big", 0x80000000);
	model_map_add(harness.compilation, pd, region, 0x40000000, MODEL_PERM_READ);
	/* -Wboard-memory */
	assert_refused(&harness, "the largest part is the memory region of region 'big' [-Wboard-memory]");
	harness_close(&harness);
}

TEST(too_many_pages_are_refused)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x20000000);
	region->page_size = 0x1000;
	model_map_add(harness.compilation, pd, region, 0x40000000, MODEL_PERM_READ);
	assert_refused(&harness,
		       "a page_size of 0x200000 for large regions makes them fewer [-Wboard-memory]");
	harness_close(&harness);
}

TEST(a_region_over_the_kernel_is_refused)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x1000);
	region->has_phys_addr = true;
	region->phys_addr = 0x60001000;
	model_map_add(harness.compilation, pd, region, 0x40000000, MODEL_PERM_READ);
	assert_refused(&harness, "where the kernel is (0x60000000 to 0x60042000)");
	region->phys_addr = 0x60042000;
	assert_refused(&harness, "where the system's programs are put");
	harness_close(&harness);
}

TEST(a_map_over_the_stack_is_refused)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x1000);
	model_map_add(harness.compilation, pd, region, 0xffffffc000, MODEL_PERM_READ);
	assert_refused(&harness, "over what is mapped at 0xffffffc000");
	harness_close(&harness);
}

TEST(a_variable_of_the_wrong_size_or_name_is_refused)
{
	struct harness harness;
	harness_open(&harness);
	struct model_pd *pd = harness_pd(&harness, "a", 10);
	struct model_region *region = model_region_add(harness.compilation, harness.model, "m", 0x1000);
	struct model_map *map = model_map_add(harness.compilation, pd, region, 0x5000000, MODEL_PERM_READ);
	map->setvar_vaddr = "microkit_nam";
	assert_refused(&harness, "has no global variable 'microkit_nam'");
	map->setvar_vaddr = "microkit_name";
	assert_refused(&harness, "has 64 bytes, not 8");
	harness_close(&harness);
}

TEST(the_same_system_makes_the_same_image)
{
	struct harness harness;
	harness_open(&harness);
	harness_pd(&harness, "a", 10);
	harness_pd(&harness, "b", 20);
	struct out *first = harness_pack(&harness), *second = harness_pack(&harness);
	assert_int_equal(out_length(first), out_length(second));
	assert_memory_equal(out_string(first), out_string(second), out_length(first));
	harness_close(&harness);
}
