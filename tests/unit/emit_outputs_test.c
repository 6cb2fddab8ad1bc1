#include "test.h"

#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "emit_models.inc"

static const struct model_pd *pd_named(const struct model *model, const char *name)
{
	for (size_t i = 0; i < model->pds.count; i++)
		if (!strcmp(model->pds.items[i]->name, name))
			return model->pds.items[i];
	fail();
	return NULL;
}

static void assert_has(const struct out *out, const char *text)
{
	if (!strstr(out_string(out), text))
		fail_msg("expected \"%s\" in:\n%s", text, out_string(out));
}

static void assert_lacks(const struct out *out, const char *text)
{
	if (strstr(out_string(out), text))
		fail_msg("did not expect \"%s\" in:\n%s", text, out_string(out));
}

TEST(the_header_names_every_id_and_address_with_its_place)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_ping_pong(compilation);
	const struct out *out = emit_header(compilation, model, pd_named(model, "pong"));
	assert_has(out, "#ifndef PONG_PD_H\n");
	assert_has(out,
		   "/* channel with ping, whose id is 0, seL4Notification ntfn1 (ping-pong.camkes:9) */\n"
		   "#define PONG_N1_CHANNEL 0\n");
	assert_has(out, "#define PONG_N2_CHANNEL 1\n");
	assert_has(out, "/* memory region sharedbuf_1, r, seL4SharedData shared */\n"
			"#define PONG_SHAREDBUF_1_ADDRESS 0x3001000\n"
			"#define PONG_SHAREDBUF_1_SIZE 0x1000\n");
	assert_lacks(out, "some/folder");
	compilation_destroy(compilation);
}

TEST(names_that_meet_in_upper_case_are_told_apart_in_header_and_glue_alike)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_corners(compilation);
	const struct out *header = emit_header(compilation, model, pd_named(model, "b"));
	assert_has(header, "#define B_EV_CHANNEL 0\n");
	assert_has(header, "#define B_EV_CHANNEL_2 1\n");
	const struct out *glue = emit_glue_c(compilation, model, pd_named(model, "b"));
	assert_has(glue, "causeway_g_ev_channels[] = {\n\tB_EV_CHANNEL, /* to time */\n");
	assert_has(glue, "causeway_g_EV_channels[] = {\n\tB_EV_CHANNEL_2, /* to time */\n");
	compilation_destroy(compilation);
}

TEST(a_hand_written_protection_domain_gets_a_header_by_its_peers_names)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_corners(compilation);
	const struct out *out = emit_header(compilation, model, pd_named(model, "9-by/hand"));
	assert_has(out, "#ifndef PD_9_BY_HAND_PD_H\n");
	assert_has(out, "#define PD_9_BY_HAND_B_CHANNEL 0\n");
	assert_has(out, "#define PD_9_BY_HAND_B_CHANNEL_2 1\n");
	assert_has(out, "#define PD_9_BY_HAND_TYPED_SIZE 0x200000\n");
	compilation_destroy(compilation);
}

TEST(camkes_h_declares_what_each_interface_offers)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_ping_pong(compilation);
	const struct out *out = emit_camkes_header(compilation, model, pd_named(model, "ping"));
	assert_has(out, "#include <camkes/instance.h>\n");
	assert_has(out, "extern void *sharedbuf_1;\n#define sharedbuf_1_size ((size_t)4096)\n");
	assert_has(out, "/* emits Signal n1 (ping-pong.camkes:1) */\nvoid n1__init(void) WEAK;\nvoid "
			"n1_emit(void);\n");
	assert_has(out, "void n2_wait(void);\nint n2_poll(void);\n"
			"int n2_reg_callback(void (*callback)(void *), void *argument);\n");
	compilation_destroy(compilation);
}

TEST(what_is_not_connected_is_weak_and_an_emit_does_nothing)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_corners(compilation);
	const struct out *header = emit_camkes_header(compilation, model, pd_named(model, "time"));
	assert_has(header, "/* consumes E maybe_event, not connected (ping-pong.camkes:1) */\n");
	assert_has(header, "void maybe_event_wait(void) WEAK;\n");
	assert_has(header, "extern void *maybe_data WEAK;\n");
	assert_has(header, "void nobody_emit(void);\nvoid nobody_emit_underlying(void) WEAK;\n");
	assert_has(header, "#include <time.h>\n");
	assert_has(header, "extern struct timespec *typed;\n#define typed_size sizeof(struct timespec)\n");
	const struct out *glue = emit_glue_c(compilation, model, pd_named(model, "time"));
	assert_has(glue, "\tif (nobody_emit_underlying)\n\t\tnobody_emit_underlying();\n");
	assert_lacks(glue, "maybe_event");
	assert_lacks(glue, "maybe_data");
	compilation_destroy(compilation);
}

TEST(the_glue_says_what_each_channel_means_and_which_strand_serves_it)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_ping_pong(compilation);
	const struct out *out = emit_glue_c(compilation, model, pd_named(model, "ping"));
	assert_has(out, "static const struct causeway_channel causeway_g_channels[] = {\n"
			"\t{ NULL, NULL, NULL },\n"
			"\t{ causeway_event_notified, &causeway_g_n2, NULL }, /* PING_N2_CHANNEL */\n"
			"};\n");
	assert_has(out, "\t{ \"0_control\", NULL, NULL, causeway_g_stack_0.stack, sizeof "
			"causeway_g_stack_0.stack },\n"
			"\t{ \"n2\", n2__init, causeway_g_n2_serve, causeway_g_stack_1.stack, sizeof "
			"causeway_g_stack_1.stack },\n");
	assert_has(out, "\t{ causeway_g_stack_0.guard, \"0_control\" },\n"
			"\t{ causeway_g_stack_1.guard, \"n2\" },\n");
	assert_has(out, "causeway_g_n2 = { \"ping.n2\", &causeway_g_n2_state, NULL };\n");
	assert_has(out, "/* consumes Signal n2: seL4Notification ntfn2 (ping-pong.camkes:1) */\n");
	assert_has(out, "void *sharedbuf_1;\n");
	compilation_destroy(compilation);
}

TEST(an_event_to_the_same_component_needs_no_channel)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_corners(compilation);
	const struct out *out = emit_glue_c(compilation, model, pd_named(model, "b"));
	assert_has(out, "causeway_g_self_out_local[] = {\n\t{ causeway_event_notified, &causeway_g_self_in, "
			"NULL },\n};\n");
	assert_has(out, "causeway_g_self_out = { NULL, 0, causeway_g_self_out_local, 1, NULL };\n");
	compilation_destroy(compilation);
}

TEST(the_report_puts_what_needs_a_person_first)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_ping_pong(compilation);
	const struct out *out = emit_report(compilation, model);
	assert_has(out, "## To look at by hand\n\n- component Ping ping, ping-pong.camkes:3: the priority "
			"was changed\n");
	assert_has(out, "| `ping` | Ping | 42 | 0_control (254), n2 (254) | 1048576 |\n");
	assert_has(out, "| `sharedbuf_1` | 0x1000 | `ping` at 0x3000000 rw, `pong` at 0x3001000 r |\n");
	assert_has(out, "| `ping` | 0 | `pong` | 0 |\n");
	assert_has(out, "- Why: an instance is an address space\n");
	compilation_destroy(compilation);
}

TEST(the_list_for_cmake_has_a_call_for_each_component)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct model *model = emit_model_corners(compilation);
	const struct out *out = emit_cmake(compilation, model);
	assert_has(out, "set(CAUSEWAY_SYSTEM \"${CMAKE_CURRENT_LIST_DIR}/corners.system\")\n");
	assert_has(
		out,
		"causeway_instance(\n\tPROTECTION_DOMAIN \"time\"\n\tINSTANCE \"time\"\n\tCOMPONENT \"A\"\n"
		"\tPROGRAM \"time.elf\"\n\tGLUE \"${CMAKE_CURRENT_LIST_DIR}/time/glue.c\"\n");
	assert_lacks(out, "hand");
	compilation_destroy(compilation);
}

TEST(all_outputs_are_written_and_a_failure_is_reported_with_its_path)
{
	char folder[] = "/tmp/causeway-emit-XXXXXX";
	assert_non_null(mkdtemp(folder));
	char *messages = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&messages, &length);
	struct compilation *compilation = compilation_create(stream);
	const struct model *model = emit_model_corners(compilation);
	struct out_set *written = out_set_create(compilation->arena);
	const char *failed;
	assert_true(emit_all(compilation, model, folder, written));
	assert_int_equal(out_set_commit(written, &failed), 0);
	static const char *const files[] = { "report.md",   "components.cmake",
					     "b/camkes.h",  "b/b_pd.h",
					     "b/glue.c",    "time/time_pd.h",
					     "time/glue.c", "9-by_hand/9-by_hand_pd.h" };
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		assert_int_equal(access(arena_format(compilation->arena, "%s/%s", folder, files[i]), F_OK),
				 0);
	assert_int_not_equal(access(arena_format(compilation->arena, "%s/9-by_hand/glue.c", folder), F_OK),
			     0);
	assert_false(emit_all(compilation, model, "/dev/null", out_set_create(compilation->arena)));
	assert_true(diag_io_error_count(compilation->diag) > 0);
	compilation_destroy(compilation);
	fclose(stream);
	assert_non_null(strstr(messages, "/dev/null: error: cannot write: Not a directory"));
	free(messages);
	char command[64];
	snprintf(command, sizeof command, "rm -r %s", folder);
	assert_int_equal(system(command), 0);
}
