/*
 * check_names: names that C would not take. Keywords are looked for in everything that is written, used or
 * not; clashes between the symbols that are generated for a component only where it is instantiated, for a
 * library may well have both.
 */
#include "adl/lex.h"
#include "assembly/passes.h"

#include <string.h>

static const char *const keywords[] = {
#define KEYWORD(word) word,
#include "assembly/c_keywords.def"
#undef KEYWORD
};

/* Names that belong to generated code. */
static const char reserved_prefix[] = "causeway_g_";

struct checker {
	struct resolver *resolver;
	struct map keywords; /* by interned name */
	struct map taken;    /* by interned name: the C symbols that every component has */
};

static void check_prefix(const struct checker *checker, const char *what, const struct adl_name *name)
{
	if (!strncmp(name->text, reserved_prefix, strlen(reserved_prefix)))
		diag_report(checker->resolver->diag, DIAG_RESERVED_NAME, name->range,
			    "%s '%s': names that begin with '%s' belong to generated code", what, name->text,
			    reserved_prefix);
}

static void check_word(const struct checker *checker, const char *what, const struct adl_name *name)
{
	if (map_get(&checker->keywords, name->text))
		diag_report(checker->resolver->diag, DIAG_C_KEYWORD, name->range,
			    "%s '%s' is called like a keyword of C", what, name->text);
	check_prefix(checker, what, name);
}

static void check_attributes(const struct checker *checker, const char *what,
			     const adl_attributes *attributes)
{
	for (size_t i = 0; i < attributes->count; i++) {
		const struct adl_attribute *attribute = attributes->items[i];
		check_word(checker, what, &attribute->name);
		if (attribute->type.kind == ADL_TYPE_INLINE)
			check_attributes(checker, "field", &attribute->type.body->fields);
	}
}

static void check_procedure(const struct checker *checker, const struct adl_procedure *procedure)
{
	for (size_t i = 0; i < procedure->methods.count; i++) {
		const struct adl_method *method = procedure->methods.items[i];
		check_word(checker, "method", &method->name);
		for (size_t j = 0; j < method->parameters.count; j++)
			check_word(checker, "parameter", &method->parameters.items[j]->name);
	}
	check_attributes(checker, "attribute", &procedure->attributes);
}

/* What follows the interface's name in the symbols that every component's header declares, by kind of
 * interface. */
static const struct suffix {
	enum adl_interface_kind kind;
	const char *text;
} suffixes[] = {
	{ ADL_PROVIDES, "_get_sender_id" }, { ADL_EMITS, "_emit" },
	{ ADL_CONSUMES, "_wait" },	    { ADL_CONSUMES, "_poll" },
	{ ADL_CONSUMES, "_reg_callback" },  { ADL_CONSUMES, "_acknowledge" },
	{ ADL_CONSUMES, "_handle" },	    { ADL_DATAPORT, "" },
	{ ADL_DATAPORT, "_get_size" },	    { ADL_DATAPORT, "_acquire" },
	{ ADL_DATAPORT, "_release" },
};

static const char *const taken_names[] = {
#define TAKEN(name) name,
#include "assembly/taken_names.def"
#undef TAKEN
};

static const char *const lock_suffixes[][4] = {
	[ADL_MUTEX] = { "_lock", "_unlock" },
	[ADL_SEMAPHORE] = { "_wait", "_trywait", "_post" },
	[ADL_BINARY_SEMAPHORE] = { "_wait", "_post" },
};

static void add_symbol(const struct checker *checker, struct map *symbols, const char *symbol,
		       const struct adl_name *owner)
{
	struct diag *diag = checker->resolver->diag;
	const struct adl_name *other = map_get(symbols, symbol);
	if (other == owner)
		return;
	if (other) {
		diag_report(diag, DIAG_SYMBOL_CLASH, owner->range,
			    "'%s' and '%s' both stand for the C symbol '%s'", owner->text, other->text,
			    symbol);
		diag_note(diag, other->range, "'%s' is here", other->text);
		return;
	}
	map_set(checker->resolver->arena, symbols, symbol, (void *)(uintptr_t)owner);
	if (map_get(&checker->taken, symbol))
		diag_report(diag, DIAG_SYMBOL_CLASH, owner->range,
			    "'%s' stands for a C symbol that every component has: %s", owner->text, symbol);
}

/* Formatting would be a tenth of the time that all checks take. */
static const char *symbol_name(const struct checker *checker, const char *name, const char *middle,
			       const char *suffix)
{
	const struct compilation *compilation = checker->resolver->compilation;
	const char *const parts[] = { name, middle, suffix };
	size_t length = 0;
	char *symbol = arena_alloc_unset(compilation->arena, strlen(name) + strlen(middle) + strlen(suffix));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t part = strlen(parts[i]);
		memcpy(symbol + length, parts[i], part);
		length += part;
	}
	return intern_text(compilation->names, symbol, length);
}

static void add_interface_symbols(const struct checker *checker, struct map *symbols,
				  const struct interface *interface)
{
	const struct adl_interface *ast = interface->ast;
	const struct adl_name *name = &ast->name;
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (suffixes[i].kind == ast->kind)
			add_symbol(checker, symbols, symbol_name(checker, name->text, "", suffixes[i].text),
				   name);
	for (size_t i = 0; interface->procedure && i < interface->procedure->methods.count; i++) {
		const char *method = interface->procedure->methods.items[i]->name.text;
		add_symbol(checker, symbols, symbol_name(checker, name->text, "_", method), name);
	}
}

static void check_symbols(const struct checker *checker, const struct component *component)
{
	struct map symbols = { 0 };
	for (size_t i = 0; i < component->ast->interfaces.count; i++)
		add_interface_symbols(checker, &symbols, &component->interfaces[i]);
	for (size_t i = 0; i < component->ast->locks.count; i++) {
		const struct adl_lock *lock = component->ast->locks.items[i];
		for (size_t j = 0; j < 4 && lock_suffixes[lock->kind][j]; j++)
			add_symbol(checker, &symbols,
				   symbol_name(checker, lock->name.text, "", lock_suffixes[lock->kind][j]),
				   &lock->name);
	}
	for (size_t i = 0; i < component->ast->attributes.count; i++) {
		const struct adl_name *name = &component->ast->attributes.items[i]->name;
		add_symbol(checker, &symbols, name->text, name);
		add_symbol(checker, &symbols, symbol_name(checker, name->text, "_", "DEF"), name);
	}
}

static void check_component(const struct checker *checker, const struct component *component)
{
	check_attributes(checker, "attribute", &component->ast->attributes);
	for (size_t i = 0; i < component->ast->interfaces.count; i++) {
		const struct adl_interface *interface = component->ast->interfaces.items[i];
		if (interface->kind == ADL_DATAPORT)
			check_word(checker, "dataport", &interface->name);
		else
			check_prefix(checker, "interface",
				     &interface->name); /* its symbols are longer than its name */
	}
	for (size_t i = 0; i < component->ast->locks.count; i++)
		check_prefix(checker, "lock", &component->ast->locks.items[i]->name);
	if (component->instantiated && !component->ast->hardware && !component->bad)
		check_symbols(checker, component);
}

/* One of those is no name; the parser said so. */
static bool is_adl_keyword(const char *word)
{
	for (unsigned kind = 0; kind < ADL_TOKEN_COUNT; kind++) {
		const char *keyword = adl_keyword_text((enum adl_token_kind)kind);
		if (keyword && !strcmp(keyword, word))
			return true;
	}
	return false;
}

void assembly_check_names(struct resolver *resolver)
{
	struct checker checker = { .resolver = resolver };
	struct intern *names = resolver->compilation->names;
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (!is_adl_keyword(keywords[i]))
			map_set(resolver->arena, &checker.keywords, intern_cstr(names, keywords[i]),
				resolver);
	for (size_t i = 0; i < sizeof taken_names / sizeof *taken_names; i++)
		map_set(resolver->arena, &checker.taken, intern_cstr(names, taken_names[i]), resolver);
	for (size_t i = 0; i < resolver->spec->items.count; i++) {
		const struct adl_item *item = resolver->items[i].ast;
		if (item->kind == ADL_ITEM_PROCEDURE)
			check_procedure(&checker, item->as.procedure);
		if (item->kind == ADL_ITEM_STRUCT) {
			check_word(&checker, "struct", &item->as.structure->name);
			check_attributes(&checker, "field", &item->as.structure->fields);
		}
	}
	for (size_t i = 0; i < resolver->components.count; i++)
		check_component(&checker, resolver->components.items[i]);
	for (size_t i = 0; i < resolver->plans.count; i++) {
		const struct plan *plan = resolver->plans.items[i];
		for (size_t j = 0; j < plan->settings.count; j++)
			check_word(&checker, "setting", &plan->settings.items[j]->ast->attribute);
	}
}
