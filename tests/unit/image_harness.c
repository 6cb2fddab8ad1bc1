#include "image_harness.h"

#include "elf_builder.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *path_of(struct harness *harness, const char *name)
{
	return arena_format(harness->compilation->arena, "%s/%s", harness->folder, name);
}

static const char *write_file(struct harness *harness, const char *name, const void *bytes, size_t size)
{
	const char *path = path_of(harness, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	fclose(file);
	return path;
}

static const char *write_built(struct harness *harness, const char *name, struct built *built)
{
	for (unsigned i = BUILT_DATA_AT; i < BUILT_SYMBOLS_AT; i++)
		built->bytes[i] = (unsigned char)(i * 31 % 255 + 1);
	return write_file(harness, name, built->bytes, built->size);
}

static void make_parts(struct harness *harness)
{
	static struct built built;
	built_start(&built, 0);
	built_add_segment(&built, 0, 0x1000, 0x1000, PF_R | PF_X);
	harness->inputs.parts.loader = write_built(harness, "loader.elf", &built);
	built_start(&built, 0x200000);
	built_add_segment(&built, 0x200000, 0x900, 0x900, PF_R | PF_X);
	built_add_segment(&built, 0x201000, 0x10, 0x2000, PF_R | PF_W);
	built_add_symbol(&built, "program_spec", 0x201008, 8);
	harness->inputs.parts.initialiser = write_built(harness, "initialiser.elf", &built);
	built_start(&built, 0x200000);
	built_add_segment(&built, 0x200000, 0x100, 0x100, PF_R | PF_X);
	built_add_segment(&built, 0x201000, 0, 0x2000, PF_R | PF_W);
	built_add_symbol(&built, "monitor_pds", 0x201000, SEL4_MONITOR_PDS * sizeof(struct sel4_monitor_pd));
	harness->inputs.parts.monitor = write_built(harness, "monitor.elf", &built);
	built_start(&built, 0x8060000000);
	built_add_segment(&built, 0x8060000000, HARNESS_KERNEL_STORED, HARNESS_KERNEL_SIZE,
			  PF_R | PF_W | PF_X);
	built_segment(&built, 0)->p_paddr = 0x60000000;
	const char *kernel = write_built(harness, "sel4.elf", &built);
	harness->sdk.kernel_program = elf_program_read(harness->compilation, kernel,
						       (struct src_range){ 0, 0 }, EM_AARCH64, NULL, 0);
	assert_non_null(harness->sdk.kernel_program);
}

void harness_open(struct harness *harness)
{
	memset(harness, 0, sizeof *harness);
	strcpy(harness->folder, "/tmp/causeway-image-XXXXXX");
	assert_non_null(mkdtemp(harness->folder));
	harness->stream = open_memstream(&harness->messages, &harness->message_length);
	harness->compilation = compilation_create(harness->stream);
	harness->model = model_create(harness->compilation, "test");
	harness->board = (struct image_board){
		.name = "test", .machine = EM_AARCH64, .load = 0x70000000, .distributor = 0x8000000
	};
	harness->kernel = (struct model_kernel){ .user_top = 0xffffffffff, .hypervisor = MODEL_SUPPORT_YES };
	harness->sdk = (struct image_sdk){ .kernel = &harness->kernel,
					   .tcb_bits = 11,
					   .endpoint_bits = 4,
					   .notification_bits = 6,
					   .reply_bits = 5,
					   .vspace_bits = 13,
					   .page_table_bits = 12,
					   .slot_bits = 5,
					   .root_cnode_bits = 17,
					   .timer_frequency = 62500000 };
	VEC_PUSH(harness->compilation->arena, &harness->sdk.memory,
		 (struct image_range){ 0x60000000, 0xc0000000 });
	harness->inputs = (struct image_inputs){ .board = &harness->board,
						 .sdk = &harness->sdk,
						 .programs = harness->programs,
						 .prefills = harness->prefills };
	make_parts(harness);
}

void harness_close(struct harness *harness)
{
	static const char *const names[] = { "loader.elf", "initialiser.elf", "monitor.elf", "sel4.elf",
					     "pd.elf" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(path_of(harness, names[i]));
	unlink(path_of(harness, "prefill"));
	rmdir(harness->folder);
	compilation_destroy(harness->compilation);
	fclose(harness->stream);
	free(harness->messages);
}

struct model_pd *harness_pd(struct harness *harness, const char *name, unsigned priority)
{
	static struct built built;
	struct model_pd *pd = model_pd_add(harness->compilation, harness->model, name);
	built_start(&built, 0x200000);
	built_add_segment(&built, 0x200000, 0x100, 0x100, PF_R | PF_X);
	built_add_segment(&built, 0x201000, 0x40, 0x3000, PF_R | PF_W);
	built_add_symbol(&built, "setting", 0x203ff0, 8);
	built_add_symbol(&built, "microkit_name", 0x201040, 64);
	built_add_symbol(&built, "microkit_notifications", 0x201080, 8);
	built_add_symbol(&built, "causeway_devices", 0x2010c0, SEL4_DEVICES * sizeof(struct sel4_device));
	built_add_symbol(&built, "causeway_device_irqs", 0x201180, 8);
	pd->priority = priority;
	pd->program_image = "pd.elf";
	harness->programs[pd->index] = write_built(harness, "pd.elf", &built);
	return pd;
}

struct model_pd *harness_pd_with_guard(struct harness *harness, const char *name, unsigned long guard,
				       size_t size)
{
	static struct built built;
	struct model_pd *pd = model_pd_add(harness->compilation, harness->model, name);
	built_start(&built, 0x200000);
	built_add_segment(&built, 0x200000, 0x100, 0x100, PF_R | PF_X);
	built_add_segment(&built, 0x201000, 0x40, 0x6000, PF_R | PF_W);
	built_add_symbol(&built, "__start_causeway_guards", 0x201010, 0);
	built_add_symbol(&built, "__stop_causeway_guards", 0x201010 + size, 0);
	built_add_symbol(&built, "causeway_fault_entry", 0x200080, 0);
	memcpy(built.bytes + BUILT_DATA_AT + 0x1010, &guard, sizeof guard);
	pd->program_image = "pd.elf";
	harness->programs[pd->index] = write_file(harness, "pd.elf", built.bytes, built.size);
	return pd;
}

struct out *harness_pack(struct harness *harness)
{
	const struct image_plan *plan = image_plan(harness->compilation, harness->model, &harness->inputs);
	diag_finish(harness->compilation->diag);
	fflush(harness->stream);
	if (!plan)
		return NULL;
	struct out *out = out_create(harness->compilation->arena),
		   *report = out_create(harness->compilation->arena);
	image_pack(plan, out);
	image_report(plan, report);
	assert_true(out_length(report) > 0);
	return out;
}

struct loaded harness_load(struct harness *harness, struct out *image)
{
	enum { LOADER = 0x1000 };
	const uint64_t base = 0x60000000;
	struct loaded loaded = { .header = (const void *)(out_string(image) + LOADER) };
	const struct sel4_piece *pieces = (const void *)(loaded.header + 1);
	uint64_t size = loaded.header->user_end - base;
	assert_int_equal(loaded.header->magic, SEL4_IMAGE_MAGIC);
	loaded.memory = arena_alloc(harness->compilation->arena, size);
	memset(loaded.memory, 0xa5, size);
	for (uint32_t i = 0; i < loaded.header->piece_count; i++) {
		const struct sel4_piece *piece = &pieces[i];
		assert_true(piece->destination >= base && piece->destination + piece->size <= base + size);
		assert_true(piece->stored <= piece->size && piece->stored % 64 == 0 && piece->size % 64 == 0);
		assert_true(LOADER + piece->offset + piece->stored <= out_length(image));
		unsigned char *to = loaded.memory + (piece->destination - base);
		memcpy(to, (const char *)loaded.header + piece->offset, piece->stored);
		memset(to + piece->stored, 0, piece->size - piece->stored);
	}
	unsigned char *user = loaded.memory + (loaded.header->user_begin - base);
	uint64_t spec;
	memcpy(&spec, user + 0x1008, sizeof spec);
	loaded.spec = (const void *)(user + (spec - 0x200000));
	assert_int_equal(loaded.spec->magic, SEL4_SPEC_MAGIC);
	loaded.pages = user + loaded.spec->image_page * SEL4_PAGE;
	return loaded;
}
