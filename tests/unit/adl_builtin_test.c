#include "adl_test.h"

static const char *const expected_connectors[] = {
	"seL4Notification: Event 0 -> Events 1",
	"seL4NotificationBind: Events 0 -> Event 1",
	"seL4NotificationQueue: Event 0 -> Events 1",
	"seL4NotificationNative: Events 0 -> Event 1",
	"seL4RPCEvent: Event 1 -> Event 1",
	"seL4RPCCall: Procedures 0 -> Procedure 1",
	"seL4RPCCallNoType: Procedures 0 -> Procedure 1",
	"seL4DirectCall: Procedure 1 -> Procedure 1",
	"seL4SharedData: Dataports 0 -> Dataports 0",
	"seL4DMASharedData: Dataports 0 -> Dataports 0",
	"seL4HardwareMMIO: Dataports 0 -> hardware Dataport 1",
	"seL4HardwareInterrupt: hardware Event 1 -> Event 1",
	"seL4IOAPICHardwareInterrupt: hardware Event 1 -> Event 1",
	"seL4HardwareIOPort: Procedure 0 -> hardware Procedure 1",
	"seL4DTBHardware: Event 0 -> Events 1",
	"seL4DTBHW: hardware Event 1 -> Events 1",
	"seL4InitHardware: Event 0 -> Events 0",
	"seL4GDB: Procedure 1 -> Procedure 1",
	"seL4GDBMem: Procedure 1 -> Procedure 1",
	"seL4RPCCallSignal: Procedures 1 -> Procedure 1",
	"seL4TimeServer: Procedures 0 -> Procedure 1",
	"seL4RPCDataport: Procedures 0 -> Procedure 1",
	"seL4RPCDataportSignal: Procedures 1 -> Procedure 1",
	"seL4SerialServer: Procedures 0 -> Procedure 1",
	"seL4Ethdriver: Procedures 0 -> Procedure 1",
	"seL4GPIOServer: Procedures 0 -> Procedure 1",
	"seL4RPCOverMultiSharedData: Procedures 0 -> Procedure 1",
	"seL4RPCNoThreads: Procedures 0 -> Procedure 0",
	"seL4RPCDataportNoThreads: Procedures 0 -> Procedure 0",
	"seL4PicoServer: Procedures 0 -> Procedure 0",
	"seL4PicoServerSignal: Procedures 0 -> Procedure 0",
	"seL4VirtQueues: Procedures 0 -> Procedure 0",
	"seL4GlobalAsynch: Event 0 -> Events 0",
	"seL4GlobalAsynchCallback: Event 1 -> Events 1",
	"seL4SharedDataWithCaps: Dataports 1 -> Dataports 1",
	"seL4MessageQueue: Dataports 1 -> Dataports 1",
	"seL4GlobalAsynchHardwareInterrupt: hardware Event 1 -> Event 0",
	"seL4DTBHardwareThreadless: Event 0 -> Events 0",
	"seL4DTBHWThreadless: hardware Event 1 -> Events 0",
};

static const char *shown_side(struct parsed *parsed, const struct adl_connector_side *side)
{
	static const char *const kinds[] = { "Procedure", "Event", "Dataport" };
	return arena_format(parsed->compilation->arena, "%s%s%s %u", side->hardware ? "hardware " : "",
			    kinds[side->kind], side->many ? "s" : "", side->threads);
}

static bool has_connector(struct parsed *parsed, const char *expected)
{
	for (size_t i = 0; i < parsed->spec->items.count; i++) {
		const struct adl_item *item = &parsed->spec->items.items[i];
		if (item->kind != ADL_ITEM_CONNECTOR)
			continue;
		const struct adl_connector *connector = item->as.connector;
		const char *text = arena_format(parsed->compilation->arena, "%s: %s -> %s",
						connector->name.text, shown_side(parsed, &connector->from),
						shown_side(parsed, &connector->to));
		if (!strcmp(text, expected))
			return true;
	}
	return false;
}

TEST(the_library_has_the_connectors_of_camkes)
{
	struct parsed *parsed = parsed_begin();
	VEC_PUSH(parsed->compilation->arena, &parsed->options.import_paths, STDLIB "/builtin");
	VEC_PUSH(parsed->compilation->arena, &parsed->options.import_paths, STDLIB "/global");
	static const char text[] = "import <std_connector.camkes>; import <global-connectors.camkes>;";
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", text, strlen(text));
	parsed_finish(parsed);
	assert_string_equal(parsed->messages, "");
	size_t count = sizeof expected_connectors / sizeof *expected_connectors, found = 0;
	for (size_t i = 0; i < count; i++)
		if (!has_connector(parsed, expected_connectors[i]))
			fail_msg("missing: %s", expected_connectors[i]);
	for (size_t i = 0; i < parsed->spec->items.count; i++)
		found += parsed->spec->items.items[i].kind == ADL_ITEM_CONNECTOR;
	assert_int_equal(found, count);
	assert_non_null(strstr(parsed_dump(parsed), "procedure IOPort\n"));
	assert_non_null(strstr(parsed_dump(parsed), "component debug_server\n"));
	parsed_free(parsed);
}
