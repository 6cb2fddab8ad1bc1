/*
 * The pages of a program: those that hold something are pages of the image, the others are zeroed memory.
 * What the system description puts into variables is put into the image here.
 */
#include "image/plan.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const uint64_t page = UINT64_C(1) << IMAGE_PAGE_BITS;

/* A segment rounded to pages, with the bytes that it is to have. */
struct loaded {
	uint64_t begin;
	uint64_t end;
	uint64_t filled; /* bytes from BEGIN on that are not zero, or may be */
	const unsigned char *bytes;
	unsigned char *own; /* the same where they were copied, with room for all of the segment */
	unsigned flags;
};

unsigned plan_segment_rights(unsigned flags)
{
	return (flags & ELF_READ ? SEL4_RIGHT_READ : 0u) | (flags & ELF_WRITE ? SEL4_RIGHT_WRITE : 0u) |
	       (flags & ELF_EXECUTE ? SEL4_RIGHT_EXECUTE : 0u);
}

static void make_own(struct arena *arena, struct loaded *loaded)
{
	if (loaded->own)
		return;
	loaded->own = arena_alloc(arena, loaded->end - loaded->begin);
	memcpy(loaded->own, loaded->bytes, loaded->filled);
	loaded->bytes = loaded->own;
}

static struct loaded load(struct arena *arena, const struct elf_segment *segment)
{
	uint64_t before = segment->address & (page - 1);
	struct loaded loaded = {
		.begin = segment->address - before,
		.end = (segment->address + segment->size + page - 1) & ~(page - 1),
		.filled = segment->stored,
		.bytes = segment->bytes,
		.flags = segment->flags,
	};
	if (!before)
		return loaded;
	loaded.own = arena_alloc(arena, loaded.end - loaded.begin);
	memcpy(loaded.own + before, segment->bytes, segment->stored);
	loaded.bytes = loaded.own;
	loaded.filled += before;
	return loaded;
}

struct patcher {
	struct image_plan *plan;
	const struct image_domain *domain;
	struct loaded *segments;
	size_t count;
	const char *path;
};

static bool apply(struct patcher *patcher, const struct image_patch *patch, const struct elf_symbol *symbol)
{
	struct diag *diag = patcher->plan->compilation->diag;
	size_t size = patch->size < symbol->size ? patch->size : symbol->size;
	if (!symbol->found) {
		if (patch->required)
			diag_report(diag, DIAG_SETVAR, patch->range,
				    "program '%s' of protection domain '%s' has no global variable '%s'",
				    patcher->path, patcher->domain->name, patch->symbol);
		return !patch->required;
	}
	if (patch->whole_only && symbol->size != patch->size) {
		diag_report(diag, DIAG_SETVAR, patch->range,
			    "variable '%s' of program '%s' has %" PRIu64 " bytes, not %zu", patch->symbol,
			    patcher->path, symbol->size, patch->size);
		return false;
	}
	for (size_t i = 0; i < patcher->count; i++) {
		struct loaded *loaded = &patcher->segments[i];
		uint64_t offset = symbol->address - loaded->begin;
		uint64_t span = loaded->end - loaded->begin;
		if (symbol->address < loaded->begin || size > span || offset > span - size)
			continue;
		size_t used = size;
		while (used && !((const unsigned char *)patch->bytes)[used - 1])
			used--;
		if (!used && offset >= loaded->filled)
			return true;
		make_own(patcher->plan->compilation->arena, loaded);
		memcpy(loaded->own + offset, patch->bytes, size);
		if (offset + used > loaded->filled)
			loaded->filled = offset + used;
		return true;
	}
	diag_report(diag, DIAG_SETVAR, patch->range, "variable '%s' of program '%s' is in no segment",
		    patch->symbol, patcher->path);
	return false;
}

static bool apply_all(struct patcher *patcher, const image_patches *patches, const struct elf_symbol *symbols)
{
	bool ok = true;
	for (size_t i = 0; i < patches->count; i++)
		ok &= apply(patcher, &patches->items[i], &symbols[i]);
	return ok;
}

/* What is read out of a program beside its variables: tables and addresses that the library has for the tool.
 */
enum image_symbol {
	IMAGE_SYMBOL_BUFFER,
	IMAGE_SYMBOL_GUARDS,
	IMAGE_SYMBOL_GUARDS_END,
	IMAGE_SYMBOL_FAULT,
	IMAGE_SYMBOLS
};

static const char *const own_symbols[IMAGE_SYMBOLS] = {
	/* Where programs of Microkit up to 2.2 have their IPC buffer. */
	[IMAGE_SYMBOL_BUFFER] = "__sel4_ipc_buffer_obj",
	[IMAGE_SYMBOL_GUARDS] = "__start_causeway_guards",
	[IMAGE_SYMBOL_GUARDS_END] = "__stop_causeway_guards",
	[IMAGE_SYMBOL_FAULT] = "causeway_fault_entry",
};

/* The pages that nothing is mapped at, for overflows of stacks to be faults (struct causeway_guard). */
typedef VEC(uint64_t) guard_list;

static int compare_addresses(const void *a, const void *b)
{
	const uint64_t *first = a, *second = b;
	return *first < *second ? -1 : *first > *second;
}

static const unsigned char *bytes_at(const struct patcher *patcher, uint64_t address, uint64_t size)
{
	for (size_t i = 0; i < patcher->count; i++) {
		const struct loaded *loaded = &patcher->segments[i];
		uint64_t offset = address - loaded->begin;
		if (address >= loaded->begin && offset <= loaded->filled && size <= loaded->filled - offset)
			return loaded->bytes + offset;
	}
	return NULL;
}

/* From the program's table of them: two words for each, of which the first is the page. */
static bool read_guards(const struct patcher *patcher, const struct elf_symbol *symbols, guard_list *guards)
{
	const struct elf_symbol *begin = &symbols[IMAGE_SYMBOL_GUARDS],
				*end = &symbols[IMAGE_SYMBOL_GUARDS_END];
	if (!begin->found || !end->found || begin->address == end->address)
		return true;
	enum { ENTRY = 16 };
	uint64_t size = end->address - begin->address;
	const unsigned char *table = bytes_at(patcher, begin->address, size);
	if (!table || size % ENTRY) {
		diag_report(patcher->plan->compilation->diag, DIAG_BAD_IMAGE, patcher->domain->pd->range,
			    "the table of guard pages of '%s' is not in it", patcher->path);
		return false;
	}
	for (uint64_t i = 0; i < size; i += ENTRY) {
		uint64_t address;
		memcpy(&address, table + i, sizeof address);
		VEC_PUSH(patcher->plan->compilation->arena, guards, address & ~(page - 1));
	}
	qsort(guards->items, guards->count, sizeof *guards->items, compare_addresses);
	return true;
}

/* The pages of a segment from BEGIN to END; GROUP are its zeroed ones. */
static void add_run(struct image_plan *plan, struct image_domain *domain, const struct loaded *loaded,
		    uint64_t begin, uint64_t end, int group)
{
	uint64_t filled = loaded->begin + ((loaded->filled + page - 1) & ~(page - 1));
	uint64_t middle = filled < begin ? begin
			  : filled < end ? filled
					 : end,
		 offset = begin - loaded->begin;
	uint64_t *zeroed = &plan->groups.items[group].count;
	struct image_extent extent = { .bits = IMAGE_PAGE_BITS,
				       .rights = plan_segment_rights(loaded->flags) };
	if (middle > begin) {
		uint64_t length = loaded->filled - offset, size = middle - begin;
		extent.address = begin;
		extent.count = size >> IMAGE_PAGE_BITS;
		extent.flags = SEL4_MAP_IMAGE;
		extent.group = IMAGE_NO_GROUP;
		extent.first =
			plan_pages(plan, extent.count, loaded->bytes + offset, length < size ? length : size);
		plan_extent(plan, domain, extent);
	}
	if (end > middle) {
		extent.address = middle;
		extent.count = (end - middle) >> IMAGE_PAGE_BITS;
		extent.flags = 0;
		extent.group = group;
		extent.first = *zeroed;
		*zeroed += extent.count;
		plan_extent(plan, domain, extent);
	}
}

/* All pages of a segment but the guards. */
static void add_pages(struct image_plan *plan, struct image_domain *domain, const struct loaded *loaded,
		      const guard_list *guards)
{
	uint64_t begin = loaded->begin;
	int group = plan_group(plan, (struct image_group){ .type = SEL4_TYPE_FRAME,
							   .bits = IMAGE_PAGE_BITS,
							   .address = SEL4_NO_ADDRESS,
							   .owner = domain->owner,
							   .what = "zeroed data" });
	for (size_t i = 0; i < guards->count; i++) {
		uint64_t guard = guards->items[i];
		if (guard < begin || guard >= loaded->end)
			continue;
		add_run(plan, domain, loaded, begin, guard, group);
		begin = guard + page;
	}
	add_run(plan, domain, loaded, begin, loaded->end, group);
}

/* Parts of two segments in one page cannot have different rights. */
static bool check_pages(const struct patcher *patcher)
{
	for (size_t i = 1; i < patcher->count; i++)
		if (patcher->segments[i].begin < patcher->segments[i - 1].end) {
			diag_report(patcher->plan->compilation->diag, DIAG_BAD_IMAGE,
				    patcher->domain->pd ? patcher->domain->pd->range
							: (struct src_range){ 0, 0 },
				    "two segments of '%s' share the page at 0x%" PRIx64, patcher->path,
				    patcher->segments[i].begin);
			return false;
		}
	return true;
}

/* SYMBOLS: those of the patches, then our own. */
static bool add_segments(struct patcher *patcher, struct image_domain *domain, const image_patches *patches,
			 const struct elf_symbol *symbols)
{
	struct arena *arena = patcher->plan->compilation->arena;
	const struct elf_symbol *own = symbols + patches->count;
	guard_list guards = { 0 };
	patcher->segments = ARENA_ARRAY(arena, struct loaded, patcher->count);
	for (size_t i = 0; i < patcher->count; i++)
		patcher->segments[i] = load(arena, &domain->program->segments.items[i]);
	if (!check_pages(patcher) || !apply_all(patcher, patches, symbols) ||
	    (domain->pd && !read_guards(patcher, own, &guards)))
		return false;
	if (own[IMAGE_SYMBOL_BUFFER].found)
		domain->buffer_address = own[IMAGE_SYMBOL_BUFFER].address;
	if (own[IMAGE_SYMBOL_FAULT].found)
		domain->fault_entry = own[IMAGE_SYMBOL_FAULT].address;
	for (size_t i = 0; i < patcher->count; i++)
		add_pages(patcher->plan, domain, &patcher->segments[i], &guards);
	return true;
}

/* Another protection domain with the same program, in which the same is looked for, has found it already. */
static bool reuse(struct image_plan *plan, struct image_domain *domain, const struct image_lookup *lookup)
{
	for (size_t i = 0; i < plan->lookups.count; i++) {
		const struct image_lookup *other = &plan->lookups.items[i];
		bool same = other->count == lookup->count && !strcmp(other->path, lookup->path) &&
			    !strcmp(other->symbols_path, lookup->symbols_path);
		for (size_t j = 0; j < lookup->count && same; j++)
			same = !strcmp(other->symbols[j].name, lookup->symbols[j].name);
		if (!same)
			continue;
		domain->program = other->program;
		memcpy(lookup->symbols, other->symbols, lookup->count * sizeof *lookup->symbols);
		return true;
	}
	return false;
}

static bool read_program(struct image_plan *plan, struct image_domain *domain, struct image_lookup lookup)
{
	struct src_range range = domain->pd ? domain->pd->range : (struct src_range){ 0, 0 };
	unsigned machine = plan->inputs->board->machine;
	bool own = !strcmp(lookup.path, lookup.symbols_path);
	if (reuse(plan, domain, &lookup))
		return true;
	domain->program = elf_program_read(plan->compilation, lookup.path, range, machine, lookup.symbols,
					   own ? lookup.count : 0);
	if (!domain->program || (!own && !elf_program_read(plan->compilation, lookup.symbols_path, range,
							   machine, lookup.symbols, lookup.count)))
		return false;
	lookup.program = domain->program;
	VEC_PUSH(plan->compilation->arena, &plan->lookups, lookup);
	return true;
}

bool plan_program(struct image_plan *plan, struct image_domain *domain, const char *path,
		  const char *symbols_path, const image_patches *patches)
{
	struct arena *arena = plan->compilation->arena;
	size_t count = patches->count + IMAGE_SYMBOLS;
	struct elf_symbol *symbols = ARENA_ARRAY(arena, struct elf_symbol, count);
	for (size_t i = 0; i < patches->count; i++)
		symbols[i].name = patches->items[i].symbol;
	for (size_t i = 0; i < IMAGE_SYMBOLS; i++)
		symbols[patches->count + i].name = own_symbols[i];
	struct image_lookup lookup = { path, symbols_path ? symbols_path : path, symbols, count, NULL };
	if (!read_program(plan, domain, lookup))
		return false;
	struct patcher patcher = { plan, domain, NULL, domain->program->segments.count, path };
	return add_segments(&patcher, domain, patches, symbols);
}
