/*
 * check_unused: what is written for nothing. Only the main file's components are looked at: a library has
 * more in it than one system uses.
 */
#include "assembly/passes.h"

/* Whether what seems to be unused may have its use where an error was found. */
static bool uses_are_lost(const struct resolver *resolver)
{
	bool lost = resolver->spec->incomplete || resolver->unknown_names[ADL_ITEM_COMPONENT].count;
	for (size_t i = 0; i < resolver->plans.count; i++)
		lost |= resolver->plans.items[i]->incomplete;
	return lost;
}

static void check_components(struct resolver *resolver)
{
	bool main_file_has_assembly = false;
	for (size_t i = 0; i < resolver->spec->items.count; i++) {
		const struct adl_item *item = resolver->items[i].ast;
		main_file_has_assembly |= item->kind == ADL_ITEM_ASSEMBLY && item->file == 0;
	}
	for (size_t i = 0; main_file_has_assembly && i < resolver->spec->items.count; i++) {
		const struct item *item = &resolver->items[i];
		if (item->component && item->ast->file == 0 && !item->used)
			diag_report(resolver->diag, DIAG_UNUSED_COMPONENT, item->ast->range,
				    "component '%s' has no instance", item->component->name);
	}
}

static void check_instances(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->instances.count; i++) {
		const struct assembly_instance *instance = resolver->instances.items[i]->out;
		const struct adl_component *type = instance->type;
		bool connected = type->control || resolver->instances.items[i]->source->type->plan;
		for (size_t j = 0; j < instance->interfaces.count; j++)
			connected |= instance->interfaces.items[j]->connection != NULL;
		if (!connected)
			diag_report(resolver->diag, DIAG_UNUSED_INSTANCE, instance->range,
				    "instance '%s' has neither a control thread nor a connection: it does "
				    "nothing",
				    instance->name);
	}
}

enum { UNKNOWN, VISITING, USEFUL, USELESS };

struct imports {
	const struct adl_spec *spec;
	unsigned char *state; /* of each file */
	size_t *first;	      /* import of each file; imports are in order of importer here */
	size_t *next;
};

/* Whether anything in a file, or in what it imports, is used by another file. */
static bool is_useful(struct imports *imports, size_t file)
{
	if (imports->state[file] != UNKNOWN)
		return imports->state[file] == USEFUL;
	imports->state[file] = VISITING;
	for (size_t i = imports->first[file]; i; i = imports->next[i - 1])
		if (is_useful(imports, imports->spec->imports.items[i - 1].imported)) {
			imports->state[file] = USEFUL;
			return true;
		}
	imports->state[file] = USELESS;
	return false;
}

static void check_imports(struct resolver *resolver)
{
	const struct adl_spec *spec = resolver->spec;
	struct imports imports = {
		.spec = spec,
		.state = ARENA_ARRAY(resolver->arena, unsigned char, spec->files.count),
		.first = ARENA_ARRAY(resolver->arena, size_t, spec->files.count),
		.next = ARENA_ARRAY(resolver->arena, size_t, spec->imports.count),
	};
	for (size_t i = 0; i < spec->imports.count; i++) {
		imports.next[i] = imports.first[spec->imports.items[i].importer];
		imports.first[spec->imports.items[i].importer] = i + 1;
	}
	for (size_t i = 0; i < spec->items.count; i++)
		if (resolver->items[i].used_across_files || resolver->items[i].ast->kind == ADL_ITEM_ASSEMBLY)
			imports.state[resolver->items[i].ast->file] = USEFUL;
	for (size_t i = 0; i < spec->imports.count; i++)
		if (!is_useful(&imports, spec->imports.items[i].imported))
			diag_report(resolver->diag, DIAG_UNUSED_IMPORT, spec->imports.items[i].range,
				    "nothing of this import is used");
}

void assembly_check_unused(struct resolver *resolver)
{
	if (!uses_are_lost(resolver))
		check_components(resolver);
	if (diag_error_count(resolver->diag))
		return;
	check_instances(resolver);
	check_imports(resolver);
}
